import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import { mail } from '#db/schema'
import type { Mailer } from './mailer.server'

/**
 * Sends one queued mail; without a mail server it is left in the table for good. A mail goes out once: only where the process ends
 * between the server's yes and its note here can a second one follow, under the same Message-ID.
 * @param last whether nobody will try again.
 * @throws Error where another try is worth it. What the server said stays in the row: it may name the recipient.
 */
export async function sendKept(db: Database, mailer: Mailer | null, id: number, last: boolean): Promise<void> {
  const queued = and(eq(mail.id, id), eq(mail.state, 'queued'))
  if (!mailer) {
    await db.update(mail).set({ state: 'kept' }).where(queued)
    return
  }
  const [row] = await db
    .update(mail)
    .set({ attempts: sql`${mail.attempts} + 1` })
    .where(queued)
    .returning()
  if (!row) return
  const outcome = await mailer.send(row)
  if (outcome.is === 'sent') {
    await db
      .update(mail)
      .set({ state: 'sent', sentAt: sql`clock_timestamp()`, lastError: null })
      .where(eq(mail.id, id))
    return
  }
  const final = outcome.is === 'refused' || last
  await db
    .update(mail)
    .set({ state: final ? 'failed' : 'queued', lastError: outcome.error })
    .where(eq(mail.id, id))
  if (!final) throw new Error(`the mail server did not take mail ${id}; its row says why`)
}
