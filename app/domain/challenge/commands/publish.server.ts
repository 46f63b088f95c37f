import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { challenge, challengeSeal } from '#db/schema'
import { encryptText, newKeyPair } from '~/services/sealing/age.server'
import { lifecycleCommand } from '../../command/command'
import { nextNumber } from '../../kernel/numbers'
import { readSetting } from '../../settings/queries.server'
import { mayReview } from '../access'
import { challengeLifecycle } from '../lifecycle.server'
import { challengeIdInput } from '../schema'

/** Name of the way bids are sealed; kept with each seal so that a later way can stand beside it. */
export const sealSuite = 'seal-1'

const aFew = z.number().int().min(1).max(100)

/**
 * A reviewer publishes: the challenge gets its number, a key pair of its own to which bids are sealed (the private half only under
 * the keyholder's recipient), and the numbers of the procedure as the settings stand today, so that a later change cannot reach it.
 * Refusals: not_reviewer, own_case, poser_not_verified, and those of submission.
 */
export const publish = lifecycleCommand('challenge.publish', {
  event: 'challenge.published',
  input: challengeIdInput,
  of: challengeLifecycle,
  id: (input) => input.id,
  transition: 'publish',
  allow: mayReview,
  async write({ tx, subject, keys, now }) {
    const pair = await newKeyPair()
    await tx.insert(challengeSeal).values({
      challengeId: subject.id,
      suite: sealSuite,
      recipient: pair.recipient,
      wrappedIdentity: await encryptText(keys.sealRecipient, pair.identity),
    })
    const procedure = {
      publicityDays: await readSetting(tx, 'challenge.publicity_days', aFew),
      minimumBids: await readSetting(tx, 'challenge.minimum_bids', aFew),
      minimumJudges: await readSetting(tx, 'challenge.minimum_judges', aFew),
    }
    const number = await nextNumber(tx, 'BD', now)
    await tx
      .update(challenge)
      .set({ number, publishedAt: now, ...procedure })
      .where(eq(challenge.id, subject.id))
    return { answer: { id: subject.id, number } }
  },
})
