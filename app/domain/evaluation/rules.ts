import type { ChallengeState, JudgeState } from '#db/schema'
import { type Decision, no, type Reason, yes } from '../kernel/decision'
import type { StateTable } from '../kernel/states'
import { areRelated, type Controlled } from '../organization/rules'

export type JudgeEvent = 'accept' | 'decline' | 'submit_scorecard' | 'replace'

/** What the rules of one judge's evaluation read. */
export interface JudgeCase {
  state: JudgeState
  challenge: { state: ChallengeState }
}

const beingJudged = ({ challenge }: JudgeCase): Decision =>
  challenge.state === 'judging' ? yes : no('evaluation.refusal.not_judging')

/** The life of one judge's evaluation. Source: DESIGN 5, judging. */
export const judgeLife: StateTable<JudgeState, JudgeEvent, JudgeCase> = {
  invited: {
    accept: { to: 'accepted', by: 'judge', guard: beingJudged },
    decline: { to: 'declined', by: 'judge', guard: beingJudged },
  },
  accepted: {
    submit_scorecard: { to: 'submitted', by: 'judge', guard: beingJudged },
    decline: { to: 'declined', by: 'judge', guard: beingJudged },
  },
  submitted: {},
  declined: {},
  replaced: {},
}

/** States in which a judge counts as taking part; a declined one may be invited again. */
export const activeJudgeStates = ['invited', 'accepted', 'submitted'] as const satisfies readonly JudgeState[]

export interface PartyOfCase extends Controlled {
  id: string
  name: string
  role: 'poser' | 'bidder'
}

export interface Conflict {
  reason: Reason
  organization: string
}

/**
 * Why somebody cannot judge: a member of the poser's or a bidder's organisation, or of a related party of one. Null when the data
 * shows nothing; the judge's own declaration comes besides. Source: DESIGN 5, judging.
 */
export function conflictOf(
  own: readonly (Controlled & { id: string })[],
  parties: readonly PartyOfCase[],
): Conflict | null {
  for (const party of parties) {
    if (own.some((each) => each.id === party.id)) {
      const reason =
        party.role === 'poser' ? 'evaluation.refusal.member_of_poser' : 'evaluation.refusal.member_of_bidder'
      return { reason, organization: party.name }
    }
  }
  const related = parties.find((party) => own.some((each) => areRelated(each, party)))
  return related ? { reason: 'evaluation.refusal.related_party', organization: related.name } : null
}
