import { eq } from 'drizzle-orm'
import { bid, challenge, challengeSeal, closingList } from '#db/schema'
import { failToAward } from '~/domain/award/commands/fail-to-award.server'
import { endedForWantOfBids } from '~/domain/award/rules'
import { placesOfClosingList } from '~/domain/bid/closing.server'
import { openBids } from '~/domain/bid/commands/open-bids.server'
import { reportUnopened } from '~/domain/bid/commands/report-unopened.server'
import { closingDigest } from '~/domain/bid/rules'
import { workerActor } from '~/domain/kernel/actor'
import { DomainError } from '~/domain/kernel/errors'
import { openEnvelope } from '~/services/sealing/envelope.server'
import { readKeyholder, unwrapIdentity } from '~/services/sealing/keyholder.server'
import type { WorkerContext } from './context'

export interface OpenBidsJob {
  challenge_id: string
}

type Opener = Pick<WorkerContext, 'db' | 'commands' | 'sealKeyFile' | 'log'>

/**
 * Opens the bids of a closed challenge. The closing list is there and whole before any key is touched. May run twice or be killed:
 * what it decrypted lives in memory alone, and the one command that keeps it is one transaction.
 */
export async function openBidsOf(worker: Opener, { challenge_id: id }: OpenBidsJob): Promise<void> {
  const [closed] = await worker.db.select({ state: challenge.state }).from(challenge).where(eq(challenge.id, id))
  if (closed?.state !== 'closed') return
  const [list] = await worker.db.select().from(closingList).where(eq(closingList.challengeId, id))
  if (!list || closingDigest(list.entries) !== list.digest)
    throw new Error('the closing list is missing or was changed')

  const opened: { bid_id: string; salt: string; json: string }[] = []
  const unopened: string[] = []
  if (list.entries.length > 0) {
    const identity = await challengeIdentity(worker, id)
    for (const { bidId, place, ciphertext } of await placesOfClosingList(worker.db, id, list.entries)) {
      const text = await openEnvelope(identity, ciphertext, place)
      if (text.ok) opened.push({ bid_id: bidId, salt: text.salt, json: text.json })
      else {
        unopened.push(bidId)
        worker.log.warn({ bid: bidId, fault: text.fault }, 'a bid could not be opened')
      }
    }
  }
  const by = { actor: workerActor }
  try {
    await worker.commands.run(openBids, { id, opened }, by)
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'stale')) throw error
    if (error.key !== 'bid.refusal.too_few_bids') return // another worker was first
    for (const bidId of unopened) {
      const [row] = await worker.db.select({ state: bid.state }).from(bid).where(eq(bid.id, bidId))
      if (row?.state === 'sealed') await worker.commands.run(reportUnopened, { bid_id: bidId }, by)
    }
    await worker.commands.run(failToAward, { id, reason: endedForWantOfBids }, by)
  }
}

/** The private half of the challenge's key pair. A wrong keyholder file throws: the job waits, no bid is called unreadable. */
async function challengeIdentity(worker: Opener, challengeId: string): Promise<string> {
  const [seal] = await worker.db
    .select({ wrapped: challengeSeal.wrappedIdentity })
    .from(challengeSeal)
    .where(eq(challengeSeal.challengeId, challengeId))
  if (!seal) throw new Error('the challenge has no seal')
  return unwrapIdentity(await readKeyholder(worker.sealKeyFile), seal.wrapped)
}
