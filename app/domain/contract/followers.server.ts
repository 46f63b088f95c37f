import { eq } from 'drizzle-orm'
import { award } from '#db/schema'
import { markContracted } from '../award/commands/mark-contracted.server'
import type { Follower } from '../command/run.server'
import { workerActor } from '../kernel/actor'
import { completeContract } from './commands/complete.server'

/** The last missing signature completes the contract, in the same transaction. */
export const completeWhenSigned: Follower = async ({ event, fire }) => {
  const signed = event.after?.signed as number[]
  const parties = event.after?.parties as unknown[]
  if (signed.length === parties.length) await fire(completeContract, { id: event.subject.id }, workerActor)
}

/** The contract of an award is signed: so is the award. A later version signed again changes nothing about it. */
export const awardContracted: Follower = async ({ tx, event, fire }) => {
  const awardId = event.after?.award_id
  if (typeof awardId !== 'string') return
  const [won] = await tx.select({ state: award.state }).from(award).where(eq(award.id, awardId))
  if (won?.state === 'confirmed') await fire(markContracted, { id: awardId }, workerActor)
}
