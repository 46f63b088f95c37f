import { award } from '#db/schema'
import { challengeLifecycle } from '../../challenge/lifecycle.server'
import { noteMoments } from '../../challenge/moments.server'
import { lifecycleCommand } from '../../command/command'
import { DomainError, invalid } from '../../kernel/errors'
import { issueMessage } from '../../kernel/issues'
import { addWorkingDays } from '../../kernel/working-days'
import { readCalendar } from '../../settings/queries.server'
import { mayAward } from '../access'
import { departsFromRanking } from '../rules'
import { intendInput } from '../schema'
import { standingOf } from '../standing.server'

/**
 * The poser intends to award one bid, or several in a race; publicity begins. Refusals: not_poser, viewer, state,
 * scorecards_missing; issues: too many bids, a bid that was not opened, a departure from the ranking without reason.
 */
export const intendAward = lifecycleCommand('challenge.intend_award', {
  event: 'challenge.award_intended',
  input: intendInput,
  of: challengeLifecycle,
  id: (input) => input.id,
  transition: 'intend_award',
  allow: mayAward,
  async write({ tx, subject: challenge, input, now }) {
    const standing = await standingOf(tx, challenge)
    if (standing.scorecards < challenge.minimumJudges) {
      throw new DomainError('stale', 'award.refusal.scorecards_missing', {
        params: { submitted: standing.scorecards, needed: challenge.minimumJudges },
      })
    }
    const chosen = [...new Set(input.bids)]
    if (chosen.length > challenge.maxWinners) {
      throw invalid([{ path: ['bids'], message: issueMessage('award.issue.too_many', { most: challenge.maxWinners }) }])
    }
    const winners = standing.ranked.filter((each) => chosen.includes(each.bidId))
    if (winners.length !== chosen.length) throw invalid([{ path: ['bids'], message: 'award.issue.not_a_bid' }])
    if (departsFromRanking(standing.ranked, chosen) && input.reason.length < 4) {
      throw invalid([{ path: ['reason'], message: 'award.issue.reason_needed' }])
    }
    const publicityEndsAt = addWorkingDays(now, challenge.publicityDays, await readCalendar(tx))
    await tx.insert(award).values(
      winners.map((winner) => ({
        challengeId: challenge.id,
        bidId: winner.bidId,
        rank: winner.rank,
        scoreHundredths: winner.score,
        priceFen: winner.priceFen,
        reason: input.reason,
        intendedAt: now,
        publicityEndsAt,
      })),
    )
    await noteMoments(tx, challenge.id, { publicityEndsAt })
    return { answer: { publicity_ends_at: publicityEndsAt.toISOString() } }
  },
})
