import type { ChallengeState, Comparator, CooperationMode } from '#db/schema'
import { dayOf } from '../kernel/clock'
import { all, type Decision, no, yes } from '../kernel/decision'
import type { Fen } from '../kernel/money'
import type { StateTable } from '../kernel/states'

/** Working days in which a reviewer answers a submitted challenge; said to the poser, not enforced. */
export const reviewWorkingDays = 3

export const mostTargets = 20
export const mostCriteria = 10
export const mostPaymentSteps = 6

export type ChallengeEvent =
  | 'submit'
  | 'return'
  | 'publish'
  | 'withdraw'
  | 'close'
  | 'open_bids'
  | 'intend_award'
  | 'confirm_award'
  | 'fail_to_award'

/** One measurable requirement (技术指标); `valueTo` exactly with `between`. */
export interface ChallengeTarget {
  position: number
  name: string
  comparator: Comparator
  value: number
  valueTo: number | null
  unit: string
  must: boolean
}

/** One line of the judges' scorecard. */
export interface ChallengeCriterion {
  position: number
  name: string
  weight: number
}

/** What the rules of a challenge read. */
export interface ChallengeCase {
  state: ChallengeState
  bidDeadline: Date | null
  deliveryDeadline: string | null
  publicityEndsAt: Date | null
  budgetMinFen: Fen | null
  budgetMaxFen: Fen | null
  budgetNegotiable: boolean
  targets: readonly ChallengeTarget[]
  criteria: readonly ChallengeCriterion[]
  organization: { state: string }
}

/** Whether the statement is complete and its dates still hold: asked at submission and again at publication. */
export function ready(challenge: ChallengeCase, now: Date): Decision {
  return all(
    () => (challenge.targets.length > 0 ? yes : no('challenge.refusal.no_targets')),
    () => (weightsFit(challenge.criteria) ? yes : no('challenge.refusal.weights')),
    () =>
      challenge.budgetMaxFen !== null || challenge.budgetMinFen !== null || challenge.budgetNegotiable
        ? yes
        : no('challenge.refusal.no_budget'),
    () => (challenge.bidDeadline ? yes : no('challenge.refusal.no_deadline')),
    () => (challenge.bidDeadline! > now ? yes : no('challenge.refusal.deadline_past')),
    () =>
      deliveryFollows(challenge.bidDeadline, challenge.deliveryDeadline)
        ? yes
        : no('challenge.refusal.delivery_too_early'),
  )
}

/** As {@link ready}, by an organisation that is verified at this moment. Source: DESIGN 5, identity. */
export const readyToPublish = (challenge: ChallengeCase, now: Date): Decision =>
  all(
    () => (challenge.organization.state === 'verified' ? yes : no('challenge.refusal.poser_not_verified')),
    () => ready(challenge, now),
  )

const deadlineReached = (challenge: ChallengeCase, now: Date): Decision =>
  challenge.bidDeadline && challenge.bidDeadline <= now ? yes : no('challenge.refusal.not_due')

const publicityOver = (challenge: ChallengeCase, now: Date): Decision =>
  challenge.publicityEndsAt && challenge.publicityEndsAt <= now ? yes : no('challenge.refusal.publicity_runs')

/** The life of a challenge. Source: DESIGN 5, challenges. */
export const challengeStates: StateTable<ChallengeState, ChallengeEvent, ChallengeCase> = {
  draft: {
    submit: { to: 'submitted', by: 'poser', guard: ready },
    withdraw: { to: 'withdrawn', by: 'poser' },
  },
  submitted: {
    publish: { to: 'open', by: 'reviewer', guard: readyToPublish },
    return: { to: 'returned', by: 'reviewer' },
    withdraw: { to: 'withdrawn', by: 'poser' },
  },
  returned: {
    submit: { to: 'submitted', by: 'poser', guard: ready },
    withdraw: { to: 'withdrawn', by: 'poser' },
  },
  open: {
    close: { to: 'closed', by: 'clock', when: (challenge) => challenge.bidDeadline, guard: deadlineReached },
    withdraw: { to: 'withdrawn', by: 'poser' },
  },
  closed: {
    open_bids: { to: 'judging', by: 'worker' },
    fail_to_award: { to: 'failed_to_award', by: 'worker' },
  },
  judging: {
    intend_award: { to: 'publicity', by: 'poser' },
    fail_to_award: { to: 'failed_to_award', by: 'poser' },
  },
  publicity: {
    confirm_award: { to: 'awarded', by: 'poser', guard: publicityOver },
  },
  awarded: {},
  withdrawn: {},
  failed_to_award: {},
}

/** States in which the statement may still be rewritten without a new revision. */
export const editableStates = ['draft', 'returned'] as const satisfies readonly ChallengeState[]

export const weightsFit = (criteria: readonly { weight: number }[]): boolean =>
  criteria.length > 0 &&
  criteria.every((each) => Number.isInteger(each.weight) && each.weight >= 1) &&
  criteria.reduce((sum, each) => sum + each.weight, 0) === 100

/** A payment plan is either not given or sums to the whole price. */
export const percentsFit = (plan: readonly { percent: number }[]): boolean =>
  plan.length === 0 || plan.reduce((sum, each) => sum + each.percent, 0) === 100

export const budgetInOrder = (minimum: Fen | null | undefined, maximum: Fen | null | undefined): boolean =>
  minimum == null || maximum == null || minimum <= maximum

/** `between` needs a second value above the first; the others take none. */
export const rangeFits = (target: { comparator: Comparator; value: number; valueTo: number | null }): boolean =>
  target.comparator === 'between' ? target.valueTo !== null && target.valueTo > target.value : target.valueTo === null

/** Delivery is due on a later day (Asia/Shanghai) than bidding ends; a date that is not given cannot be wrong. */
export const deliveryFollows = (bidDeadline: Date | null | undefined, delivery: string | null | undefined): boolean =>
  !bidDeadline || !delivery || delivery > dayOf(bidDeadline)

/** Bidding ends at 17:00, Asia/Shanghai, so many days after today. */
export const defaultBidDeadline = (now: Date, days: number): Date =>
  new Date(Date.parse(`${dayOf(new Date(now.getTime() + days * 86_400_000))}T17:00:00+08:00`))

/** Which default of the Civil Code speaks where the poser wrote nothing about ownership. Source: RULES 6. */
export function ownershipDefault(mode: CooperationMode): 'commissioned' | 'joint' | 'by_contract' {
  if (mode === 'commissioned' || mode === 'joint') return mode
  return 'by_contract'
}
