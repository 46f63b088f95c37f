import type { Follower } from '../command/run.server'
import { workerActor } from '../kernel/actor'
import { completeContract } from './commands/complete.server'

/** The last missing signature completes the contract, in the same transaction. */
export const completeWhenSigned: Follower = async ({ event, fire }) => {
  const signed = event.after?.signed as number[]
  const parties = event.after?.parties as unknown[]
  if (signed.length === parties.length) await fire(completeContract, { id: event.subject.id }, workerActor)
}
