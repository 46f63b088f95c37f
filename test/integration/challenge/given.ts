import type { z } from 'zod'
import { and, eq } from 'drizzle-orm'
import { challenge, event } from '#db/schema'
import type { DemoKey } from '~/domain/identity/demo-parts'
import { createDraft } from '~/domain/challenge/commands/create-draft.server'
import { publish } from '~/domain/challenge/commands/publish.server'
import { submit } from '~/domain/challenge/commands/submit.server'
import type { createDraftInput } from '~/domain/challenge/schema'
import { businessNow } from '~/domain/kernel/clock'
import { DomainError } from '~/domain/kernel/errors'
import { type TestKernel, testKernel } from '#test/integration/kernel'
import { seedPeople } from '#test/cast'

export type DraftInput = z.input<typeof createDraftInput>

export const dayMs = 86_400_000

/** A valid statement; a test names only what it is about. */
export const statement = (about: Partial<DraftInput> = {}): DraftInput => ({
  title: '半固态软包电芯鼓包，求全固态方案',
  requirement: '现用半固态软包电芯在 45 ℃ 存放两个月后明显鼓包，希望换成真正的全固态体系。',
  field: 'new_energy',
  tags: ['固态电池'],
  budget_min_fen: '500000000',
  budget_max_fen: '900000000',
  targets: [
    { name: '能量密度', comparator: '>=', value: 400, unit: 'Wh/kg' },
    { name: '工作温度', comparator: 'between', value: -20, value_to: 60, unit: '℃', must: false },
  ],
  ...about,
})

/** A kernel with the whole cast. */
export const castKernel = (): TestKernel =>
  testKernel(async ({ db, commands }) => {
    await seedPeople({ db, commands })
  })

export async function draft(
  kernel: TestKernel,
  about: Partial<DraftInput> = {},
  poser: DemoKey = 'poser',
): Promise<string> {
  const { id } = await kernel.commands.run(createDraft, statement(about), { actor: await kernel.as(poser) })
  return id
}

export async function submitted(kernel: TestKernel, about: Partial<DraftInput> = {}, poser: DemoKey = 'poser') {
  const id = await draft(kernel, about, poser)
  await kernel.commands.run(submit, { id }, { actor: await kernel.as(poser) })
  return id
}

/** A published challenge: open for bids. */
export async function published(kernel: TestKernel, about: Partial<DraftInput> = {}, poser: DemoKey = 'poser') {
  const id = await submitted(kernel, about, poser)
  return kernel.commands.run(publish, { id }, { actor: await kernel.as('reviewer') })
}

export async function rowOf(kernel: TestKernel, id: string) {
  const [row] = await kernel.db.select().from(challenge).where(eq(challenge.id, id))
  return row!
}

export const eventsOf = async (kernel: TestKernel, id: string): Promise<string[]> =>
  (
    await kernel.db
      .select({ type: event.type })
      .from(event)
      .where(and(eq(event.subjectType, 'challenge'), eq(event.subjectId, id)))
      .orderBy(event.id)
  ).map((each) => each.type)

/** What a command was refused with: error code and key. Fails when it went through. */
export async function refusal(work: Promise<unknown>): Promise<{ code: string; key: string; paths?: string[] }> {
  try {
    await work
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const paths = error.issues.map((issue) => issue.path.join('.'))
    return { code: error.code, key: error.key, ...(paths.length > 0 ? { paths } : {}) }
  }
  throw new Error('it was not refused')
}

export const inDays = async (kernel: TestKernel, days: number): Promise<string> =>
  new Date((await businessNow(kernel.db)).getTime() + days * dayMs).toISOString()
