import type { ChallengeState, CooperationMode, OrganizationKind, TechnicalField } from '#db/schema'
import type { Comparator } from '#db/schema'
import type { ChallengeEvent } from './rules'

/** One row of a list. Money is decimal fen, moments are ISO text, the state is the one that holds now. */
export interface ChallengeRow {
  id: string
  number: string
  title: string
  state: ChallengeState
  field: TechnicalField | null
  tags: string[]
  cooperation_mode: CooperationMode
  budget_min_fen: string | null
  budget_max_fen: string | null
  budget_negotiable: boolean
  bid_deadline: string
  published_at: string
  poser: string
}

export interface TargetView {
  name: string
  comparator: Comparator
  value: number
  value_to: number | null
  unit: string
  must: boolean
}

/** A challenge as its page and the API show it. Money is decimal fen, moments are ISO text, days are civil days. */
export interface ChallengeView {
  id: string
  number: string | null
  kind: 'problem' | 'scenario'
  state: ChallengeState
  revision: number
  title: string
  background: string
  requirement: string
  deliverables: string
  field: TechnicalField | null
  tags: string[]
  cooperation_mode: CooperationMode
  budget_min_fen: string | null
  budget_max_fen: string | null
  budget_negotiable: boolean
  payment_plan: { label: string; percent: number }[]
  bid_deadline: string | null
  delivery_deadline: string | null
  ip_ownership: string
  /** Which default speaks where `ip_ownership` is empty. */
  ip_default: 'commissioned' | 'joint' | 'by_contract'
  eligibility: string
  winner_mode: 'single' | 'race'
  max_winners: number
  publicity_days: number
  minimum_bids: number
  minimum_judges: number
  poser: { id: string; name: string; kind: OrganizationKind; region: string }
  targets: TargetView[]
  criteria: { name: string; weight: number }[]
  submitted_at: string | null
  published_at: string | null
  closed_at: string | null
  opened_at: string | null
  publicity_ends_at: string | null
  awarded_at: string | null
  ended_reason: string | null
  /** Public half of the key to which bids are sealed; null before publication. */
  seal: { suite: string; recipient: string } | null
  /** What was fixed at closing, before any key was touched; null until then, and before then nothing here hints at bids. */
  closing: { closed_at: string; digest: string; entries: number } | null
}

/** What one reader is offered besides: never part of what the API gives. */
export interface ChallengeOffers {
  actions: { event: ChallengeEvent; refusal: string | null }[]
  /** Whether to offer handing in a bid: the same with no bids and with many. */
  mayBid: boolean
  isPoser: boolean
  isReviewer: boolean
}

/** What poser and reviewers see besides. */
export interface OwnerView {
  return_reason: string | null
  /** Whether the statement can be rewritten now: null when its state does not allow it, else whether this reader may. */
  editing: { refusal: string | null } | null
}
