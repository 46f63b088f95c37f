import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { mail } from '#db/schema'

/** A mail as it is kept: plain text, in which a line that is nothing but a path of this site is a link. */
export interface Letter {
  to: string
  subject: string
  body: string
  locale: 'zh-CN' | 'en'
  /** `account` (which nobody can turn off), `digest`, or a kind of notification. */
  kind?: string
}

/** How often a mail server is asked: with the queue's growing pauses that is about two days. */
const mostAttempts = 12

/**
 * Keeps a mail in the transaction that causes it, and the job that sends it: there is a mail exactly when its cause was committed.
 * Without a mail server the worker leaves it in the table.
 */
export async function keepMail(tx: Tx, letter: Letter): Promise<void> {
  const [row] = await tx
    .insert(mail)
    .values({
      recipient: letter.to,
      subject: oneLine(letter.subject),
      body: letter.body,
      locale: letter.locale,
      kind: letter.kind ?? 'account',
      state: 'queued',
      writtenAt: sql`business_now()`,
    })
    .returning({ id: mail.id })
  await tx.execute(
    sql`select graphile_worker.add_job('send_mail', ${JSON.stringify({ mail_id: row!.id })}::json, max_attempts := ${mostAttempts})`,
  )
}

/** A title may be long; a subject line is read in a list of mails. */
const oneLine = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 120 ? `${line.slice(0, 119)}…` : line
}
