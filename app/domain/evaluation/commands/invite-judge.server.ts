import { and, eq, inArray } from 'drizzle-orm'
import { judge, staffRole } from '#db/schema'
import { challengeLifecycle } from '../../challenge/lifecycle.server'
import { lifecycleCommand } from '../../command/command'
import { DomainError, notAllowed, stale } from '../../kernel/errors'
import { mayInviteJudge } from '../access'
import { findConflict } from '../lifecycle.server'
import { activeJudgeStates } from '../rules'
import { inviteInput } from '../schema'

/**
 * Invites a judge, once the data shows no conflict of interest. The challenge's lock lets one invitation in at a time.
 * Refusals: not_inviting, viewer, own_case, not_a_judge, already_invited, member_of_poser, member_of_bidder, related_party, state.
 */
export const inviteJudge = lifecycleCommand('evaluation.invite_judge', {
  event: 'evaluation.judge_invited',
  input: inviteInput,
  of: challengeLifecycle,
  id: (input) => input.challenge_id,
  states: ['judging'],
  allow: mayInviteJudge,
  async write({ tx, subject: challenge, input, now }) {
    const [role] = await tx
      .select({ role: staffRole.role })
      .from(staffRole)
      .where(and(eq(staffRole.personId, input.person_id), eq(staffRole.role, 'judge')))
    if (!role) throw notAllowed('evaluation.refusal.not_a_judge')
    const [already] = await tx
      .select({ id: judge.id })
      .from(judge)
      .where(
        and(
          eq(judge.challengeId, challenge.id),
          eq(judge.personId, input.person_id),
          inArray(judge.state, activeJudgeStates),
        ),
      )
    if (already) throw stale('evaluation.refusal.already_invited')
    const conflict = await findConflict(tx, challenge, input.person_id)
    if (conflict) {
      throw new DomainError('not_allowed', conflict.reason, { params: { organization: conflict.organization } })
    }
    const [made] = await tx
      .insert(judge)
      .values({ challengeId: challenge.id, personId: input.person_id, kind: input.kind, invitedAt: now })
      .returning({ id: judge.id })
    return { answer: { id: made!.id } }
  },
})
