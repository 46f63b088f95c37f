import { createHash } from 'node:crypto'
import type { BidState, ChallengeState } from '#db/schema'
import { type Decision, no, yes } from '../kernel/decision'
import { canonicalJson } from '../kernel/json'
import type { StateTable } from '../kernel/states'

export type BidEvent = 'submit' | 'withdraw' | 'open' | 'fail_opening'

/** What the rules of a bid read. A solver's first bid has no row yet: it counts as a draft. */
export interface BidCase {
  state: BidState
  challenge: { state: ChallengeState; bidDeadline: Date | null }
}

/** Bidding is possible before the deadline, to the millisecond. Source: TRUST 2, step 3. */
export function biddingOpen(bid: Pick<BidCase, 'challenge'>, now: Date): Decision {
  const { state, bidDeadline } = bid.challenge
  if (bidDeadline && now >= bidDeadline) return no('bid.refusal.deadline_passed')
  return state === 'open' ? yes : no('bid.refusal.not_open')
}

/** The life of a bid. Source: DESIGN 5, bids. A draft beside a sealed version does not change the state. */
export const bidStates: StateTable<BidState, BidEvent, BidCase> = {
  draft: { submit: { to: 'sealed', by: 'solver', guard: biddingOpen } },
  sealed: {
    submit: { to: 'sealed', by: 'solver', guard: biddingOpen },
    withdraw: { to: 'withdrawn', by: 'solver', guard: biddingOpen },
    open: { to: 'opened', by: 'worker' },
    fail_opening: { to: 'opening_failed', by: 'worker' },
  },
  withdrawn: { submit: { to: 'sealed', by: 'solver', guard: biddingOpen } },
  opened: {},
  opening_failed: {},
  destroyed: {},
}

/** Longest texts of a bid, in characters. */
export const longestPlan = 20_000
export const longestTeam = 5_000

export interface ClosingEntry {
  bid_id: string
  code: string
  version: number
  commitment: string
}

/** What was live at the deadline, in the order of the commitments (which is no order of arrival). */
export const closingOrder = (entries: readonly ClosingEntry[]): ClosingEntry[] =>
  [...entries].sort((one, other) =>
    one.commitment < other.commitment ? -1 : one.commitment > other.commitment ? 1 : 0,
  )

/** SHA-256 of the list's RFC 8785 JSON, hex. */
export const closingDigest = (entries: readonly ClosingEntry[]): string =>
  createHash('sha256').update(canonicalJson(entries)).digest('hex')
