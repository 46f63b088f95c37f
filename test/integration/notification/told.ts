import { asc, eq, isNotNull } from 'drizzle-orm'
import { calendarFeed, mail, notification, person } from '#db/schema'
import type { TestKernel } from '#test/integration/kernel'
import type { DemoKey } from '~/domain/identity/demo-parts'
import { tellDue } from '~/jobs/tell-due'
import { makeLog } from '~/services/logging/log.server'

/** Forgets what was told so far, so that a test reads only what it caused. */
export async function forget(kernel: TestKernel) {
  await kernel.db.delete(notification)
  await kernel.db.delete(mail)
  await kernel.db.delete(calendarFeed)
}

/** Who of the cast was told what, as `poser: challenge_closed`, sorted. */
export async function told(kernel: TestKernel): Promise<string[]> {
  return (await toldRows(kernel)).map((row) => `${row.who}: ${row.kind}`).sort()
}

export async function toldRows(kernel: TestKernel) {
  const rows = await kernel.db
    .select({
      who: person.demoKey,
      kind: notification.kind,
      params: notification.params,
      path: notification.path,
      organizationId: notification.organizationId,
    })
    .from(notification)
    .innerJoin(person, eq(person.id, notification.personId))
    .where(isNotNull(person.demoKey))
    .orderBy(asc(notification.recordedAt), asc(notification.kind))
  return rows as ((typeof rows)[number] & { who: DemoKey })[]
}

export const letters = (kernel: TestKernel) => kernel.db.select().from(mail).orderBy(mail.id)

/** What the worker's clock does. */
export const tell = (kernel: TestKernel) =>
  tellDue({ db: kernel.db, commands: kernel.commands, log: makeLog('worker') })
