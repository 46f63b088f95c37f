import type { Tx } from '#db/client'
import { mail } from '#db/schema'

/** Keeps a mail in the transaction that causes it: there is a mail exactly when its cause was committed. */
export async function keepMail(tx: Tx, letter: { to: string; subject: string; body: string }): Promise<void> {
  await tx.insert(mail).values({ recipient: letter.to, subject: letter.subject, body: letter.body })
}
