/** What can wait for somebody; each has one verb and one page to do it on. */
export const todoKinds = [
  'organization_finish',
  'organization_correct',
  'challenge_finish',
  'challenge_correct',
  'challenge_judges',
  'challenge_award',
  'challenge_confirm',
  'bid_submit',
  'judging_answer',
  'judging_score',
  'contract_draft',
  'contract_sign',
  'contract_state_signature',
  'contract_submit',
  'contract_correct',
  'review_organization',
  'review_challenge',
  'contract_accept',
  'contract_register',
] as const
export type TodoKind = (typeof todoKinds)[number]

/** What waits for somebody else: a reviewer, a registrar, the other party, the judges, a deadline. */
export const waitingKinds = [
  'organization_review',
  'challenge_review',
  'challenge_open',
  'challenge_opening',
  'challenge_scores',
  'challenge_publicity',
  'bid_sealed',
  'bid_judged',
  'contract_signatures',
  'contract_submission',
  'contract_registration',
] as const
export type WaitingKind = (typeof waitingKinds)[number]

/** One thing that waits. */
export interface Waits<Kind extends string> {
  kind: Kind
  title: string
  /** Public number, where it has one. */
  number: string | null
  /** Path of the page where it is done or seen. */
  to: string
  /** ISO; null where nothing ends. */
  deadline: string | null
  /** Since when it waits, ISO; null where that is not recorded. */
  since: string | null
}
export type Todo = Waits<TodoKind>
export type Waiting = Waits<WaitingKind>

type Address = (found: { number: string; ref: string }) => string

/** Where each kind is done or seen; `ref` is an id, of the award for a contract that is not drafted yet. */
export const addressOf: Record<TodoKind | WaitingKind, Address> = {
  organization_finish: ({ ref }) => `/workspace/organizations/${ref}`,
  organization_correct: ({ ref }) => `/workspace/organizations/${ref}`,
  organization_review: ({ ref }) => `/workspace/organizations/${ref}`,
  challenge_finish: ({ ref }) => `/workspace/challenges/${ref}`,
  challenge_correct: ({ ref }) => `/workspace/challenges/${ref}`,
  challenge_review: ({ ref }) => `/workspace/challenges/${ref}`,
  challenge_judges: ({ number }) => `/challenges/${number}/judges`,
  challenge_award: ({ number }) => `/challenges/${number}/award`,
  challenge_confirm: ({ number }) => `/challenges/${number}/confirm`,
  challenge_open: ({ number }) => `/challenges/${number}`,
  challenge_opening: ({ number }) => `/challenges/${number}`,
  challenge_scores: ({ number }) => `/challenges/${number}/judges`,
  challenge_publicity: ({ number }) => `/challenges/${number}`,
  bid_submit: ({ number }) => `/challenges/${number}/bid`,
  bid_sealed: ({ number }) => `/challenges/${number}/bid`,
  bid_judged: ({ number }) => `/challenges/${number}/bid`,
  judging_answer: ({ ref }) => `/workspace/judging/${ref}`,
  judging_score: ({ ref }) => `/workspace/judging/${ref}`,
  contract_draft: ({ ref }) => `/workspace/contracts/from-award/${ref}`,
  contract_sign: ({ number }) => `/workspace/contracts/${number}/sign`,
  contract_state_signature: ({ number }) => `/workspace/contracts/${number}`,
  contract_submit: ({ number }) => `/workspace/contracts/${number}/submit`,
  contract_correct: ({ number }) => `/workspace/contracts/${number}`,
  contract_signatures: ({ number }) => `/workspace/contracts/${number}`,
  contract_submission: ({ number }) => `/workspace/contracts/${number}`,
  contract_registration: ({ number }) => `/workspace/contracts/${number}`,
  review_organization: ({ ref }) => `/admin/organizations/${ref}/verify`,
  review_challenge: ({ ref }) => `/admin/challenges/${ref}/publish`,
  contract_accept: ({ number }) => `/admin/contracts/${number}`,
  contract_register: ({ number }) => `/admin/contracts/${number}`,
}
