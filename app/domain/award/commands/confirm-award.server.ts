import { and, eq } from 'drizzle-orm'
import { award } from '#db/schema'
import { challengeLifecycle } from '../../challenge/lifecycle.server'
import { noteMoments } from '../../challenge/moments.server'
import { lifecycleCommand } from '../../command/command'
import { mayAward } from '../access'
import { awardLife } from '../rules'
import { confirmInput } from '../schema'

/** The poser confirms after publicity; contracts can be drafted. Refusals: not_poser, viewer, state, publicity_runs. */
export const confirmAward = lifecycleCommand('challenge.confirm_award', {
  event: 'challenge.award_confirmed',
  input: confirmInput,
  of: challengeLifecycle,
  id: (input) => input.id,
  transition: 'confirm_award',
  allow: mayAward,
  async write({ tx, subject: challenge, now }) {
    const confirmed = await tx
      .update(award)
      .set({ state: awardLife.intended.confirm!.to, confirmedAt: now })
      .where(and(eq(award.challengeId, challenge.id), eq(award.state, 'intended')))
      .returning({ id: award.id })
    await noteMoments(tx, challenge.id, { awardedAt: now })
    return { answer: { awards: confirmed.map((each) => each.id) } }
  },
})
