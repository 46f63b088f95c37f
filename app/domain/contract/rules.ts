import { type ContractKind, type ContractState, type PartySide, type PartyType, contractSubKinds } from '#db/schema'
import { type Decision, all, no, yes } from '../kernel/decision'
import { type Fen, splitByLargestRemainder } from '../kernel/money'
import type { StateTable } from '../kernel/states'
import { type Calendar, addWorkingDays } from '../kernel/working-days'

export type ContractEvent =
  'update' | 'sign' | 'complete' | 'submit' | 'accept' | 'return' | 'refuse' | 'register' | 'amend' | 'cancel'

/** One party, in the order in which the contract names it; `share` is its weight among the parties of its side. */
export interface Party {
  position: number
  side: PartySide
  organizationId: string | null
  region: string
  partyType: PartyType
  share: number
}

/** What the rules of a contract read. */
export interface ContractCase {
  state: ContractState
  version: number
  parties: readonly Party[]
  /** Positions of the parties whose signature stands under the present version. */
  signed: readonly number[]
}

const bothSides = (contract: ContractCase): Decision =>
  (['seller', 'buyer'] as const).every((side) => contract.parties.some((party) => party.side === side))
    ? yes
    : no('contract.refusal.one_sided')

export const everyoneSigned = (contract: ContractCase): boolean =>
  contract.parties.every((party) => contract.signed.includes(party.position))

const complete = (contract: ContractCase): Decision =>
  all(
    () => bothSides(contract),
    () => (everyoneSigned(contract) ? yes : no('contract.refusal.signatures_missing')),
  )

const update = { to: 'draft', by: 'party' } as const
const giveBack = { to: 'returned', by: 'registrar' } as const

/**
 * The life of a contract. A change makes a new version, which nobody has signed yet; a returned contract keeps its number.
 * Source: DESIGN 5, contracts and registration.
 */
export const contractStates: StateTable<ContractState, ContractEvent, ContractCase> = {
  draft: {
    update,
    sign: { to: 'draft', by: 'party', guard: bothSides },
    complete: { to: 'signed', by: 'worker', guard: complete },
  },
  signed: { update, submit: { to: 'submitted', by: 'party', guard: complete } },
  submitted: { accept: { to: 'under_review', by: 'registrar' }, return: giveBack },
  under_review: {
    register: { to: 'registered', by: 'registrar', guard: complete },
    return: giveBack,
    refuse: { to: 'refused', by: 'registrar' },
  },
  returned: { update },
  registered: { amend: { to: 'registered', by: 'registrar' }, cancel: { to: 'cancelled', by: 'registrar' } },
  refused: {},
  cancelled: {},
}

/** Whether a sub-kind belongs to a kind. Source: RULES 2. */
export const subKindFits = (kind: ContractKind, subKind: string): boolean =>
  (contractSubKinds[kind] as readonly string[]).includes(subKind)

/** Kind and sub-kind that a cooperation mode of a challenge leads to; the parties may change them. Source: RULES 2. */
export const kindOfMode = {
  commissioned: ['development', 'commissioned'],
  joint: ['development', 'joint'],
  assignment: ['assignment', 'patent'],
  licence: ['licence', 'patent'],
  consultancy: ['consultancy', 'feasibility'],
  service: ['service', 'general'],
} as const

/** Non-technical costs come out of the contract value. Source: RULES 4. Null when they are more than the whole value. */
export function suggestedTechnologyAmount(contractValue: Fen, costs: readonly Fen[]): Fen | null {
  const left = contractValue - costs.reduce((sum, cost) => sum + cost, 0n)
  return left < 0n ? null : left
}

/** 0 ≤ technology amount ≤ contract value, all in fen. Source: DESIGN 5. */
export const amountFits = (technologyAmount: Fen, contractValue: Fen): boolean =>
  technologyAmount >= 0n && technologyAmount <= contractValue

/** The numbers of the review clock, from the settings `contract.*`. */
export interface ReviewClock {
  days: number
  expertDays: number
  /** Technology amount in fen from which experts look at it. */
  expertFrom: Fen
}

/** Whether a claim is large enough for expert review. Source: RULES 5. */
export const needsExperts = (claimed: Fen, clock: ReviewClock): boolean => claimed >= clock.expertFrom

/** End of the registrar's examination, in working days from acceptance. Source: RULES 5. */
export const reviewDueAt = (acceptedAt: Date, claimed: Fen, clock: ReviewClock, calendar: Calendar): Date =>
  addWorkingDays(acceptedAt, needsExperts(claimed, clock) ? clock.expertDays : clock.days, calendar)

/** Both amounts of a contract or of a part of it, in fen. */
export interface Amounts {
  contractValueFen: Fen
  technologyAmountFen: Fen
}

export const nothingYet: Amounts = { contractValueFen: 0n, technologyAmountFen: 0n }

export const minus = (a: Amounts, b: Amounts): Amounts => ({
  contractValueFen: a.contractValueFen - b.contractValueFen,
  technologyAmountFen: a.technologyAmountFen - b.technologyAmountFen,
})

/**
 * Each side's parties share the whole contract between them: both amounts are split over the parties of one side by their
 * weights and largest remainder (ties to the first-named), so that every side sums to the whole. In the order of `parties`.
 */
export function sharesOf(whole: Amounts, parties: readonly Pick<Party, 'side' | 'share'>[]): Amounts[] {
  const shares = parties.map(() => nothingYet)
  for (const side of ['seller', 'buyer'] as const) {
    const places = parties.flatMap((party, index) => (party.side === side ? [index] : []))
    if (places.length === 0) continue
    const weights = places.map((place) => parties[place]!.share)
    const values = splitByLargestRemainder(whole.contractValueFen, weights)
    const amounts = splitByLargestRemainder(whole.technologyAmountFen, weights)
    places.forEach((place, index) => {
      shares[place] = { contractValueFen: values[index]!, technologyAmountFen: amounts[index]! }
    })
  }
  return shares
}

/** One row for the ledger: what an entry adds, and of that each party's part in the order of the parties. */
export interface LedgerEntry extends Amounts {
  kind: ContractKind
  shares: Amounts[]
}

/**
 * The entries that lead from what the ledger holds of a contract to what it shall hold. A party's part is the difference of its
 * two shares, not a split of the difference: so after any number of amendments the parts are those of the present amounts, and
 * a cancellation leaves exactly nothing. A change of kind takes the whole out of the old kind and puts it into the new one.
 */
export function entriesBetween(
  before: Amounts & { kind: ContractKind },
  after: Amounts & { kind: ContractKind },
  parties: readonly Pick<Party, 'side' | 'share'>[],
): LedgerEntry[] {
  const was = sharesOf(before, parties)
  const is = sharesOf(after, parties)
  if (before.kind === after.kind) {
    return [{ kind: after.kind, ...minus(after, before), shares: is.map((share, index) => minus(share, was[index]!)) }]
  }
  return [
    { kind: before.kind, ...minus(nothingYet, before), shares: was.map((share) => minus(nothingYet, share)) },
    { ...after, kind: after.kind, shares: is },
  ]
}
