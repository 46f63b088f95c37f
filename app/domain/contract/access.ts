import type { ContractState, PartySide } from '#db/schema'
import { type Actor, belongsTo, isStaff, writesFor } from '../kernel/actor'
import { type Decision, all, hidden, no, yes } from '../kernel/decision'
import { type By, availableEvents } from '../kernel/states'
import { type ContractCase, type ContractEvent, contractStates } from './rules'

/** What access to a contract rests on. */
export interface ContractStanding {
  state: ContractState
  parties: readonly { position: number; side: PartySide; organizationId: string | null }[]
  /** Positions that signed the present version. */
  signed: readonly number[]
  /** Whether it ever reached the registrars. */
  submittedAt: Date | null
  /** Staff who took part in it. */
  involved: readonly string[]
}

type Standing = ContractStanding

const ownPositions = (actor: Actor, contract: Standing): number[] =>
  contract.parties.flatMap((party) =>
    party.organizationId !== null && belongsTo(actor, party.organizationId) ? [party.position] : [],
  )

const isParty = (actor: Actor, contract: Standing): boolean => ownPositions(actor, contract).length > 0

/** Its parties always; staff of the registry once it was submitted. To anybody else it does not exist. */
export function mayRead(actor: Actor, contract: Standing): Decision {
  if (isParty(actor, contract)) return yes
  return contract.submittedAt && isStaff(actor, 'registrar', 'analyst', 'audit_administrator') ? yes : hidden
}

/** A member of a party (of one side where named) who may write for it. */
function mayWrite(actor: Actor, contract: Standing, side?: PartySide): Decision {
  if (!isParty(actor, contract)) {
    const read = mayRead(actor, contract)
    return read.yes ? no('contract.refusal.not_party') : read
  }
  const places = contract.parties.filter((party) => party.organizationId && belongsTo(actor, party.organizationId))
  if (side && !places.some((party) => party.side === side)) return no('contract.refusal.not_seller')
  return places.some((party) => writesFor(actor, party.organizationId!)) ? yes : no('errors.refusal.viewer')
}

const verified = (actor: Actor): Decision =>
  actor.kind === 'person' && actor.organization?.state === 'verified' ? yes : no('errors.refusal.not_verified')

/** Any party may correct a contract that is not yet with the registrar; every signature under it is then void. */
export const mayUpdate = (actor: Actor, contract: Standing): Decision => mayWrite(actor, contract)

/** A party signs once per version. */
export const maySign = (actor: Actor, contract: Standing): Decision =>
  all(
    () => mayWrite(actor, contract),
    () => verified(actor),
    () =>
      ownPositions(actor, contract).every((position) => contract.signed.includes(position))
        ? no('contract.refusal.already_signed')
        : yes,
  )

/** The seller states that a party which is not on the platform has signed on paper. */
export const mayStateSignature = (actor: Actor, contract: Standing, position: number): Decision =>
  all(
    () => mayWrite(actor, contract, 'seller'),
    () => verified(actor),
    () => {
      const party = contract.parties.find((each) => each.position === position)
      if (!party || party.organizationId !== null) return no('contract.refusal.signs_itself')
      return contract.signed.includes(position) ? no('contract.refusal.already_signed') : yes
    },
  )

/** The seller applies for registration. Source: RULES 5. */
export const maySubmit = (actor: Actor, contract: Standing): Decision =>
  all(
    () => mayWrite(actor, contract, 'seller'),
    () => verified(actor),
  )

/** A registrar who took no part in the contract. Source: DESIGN 5, identity. */
export function mayExamine(actor: Actor, contract: Standing): Decision {
  if (actor.kind !== 'person' || !isStaff(actor, 'registrar')) {
    const read = mayRead(actor, contract)
    return read.yes ? no('contract.refusal.not_registrar') : read
  }
  if (contract.involved.includes(actor.personId)) return no('contract.refusal.own_case')
  return contract.submittedAt ? yes : hidden
}

const whoMay: Record<Exclude<ContractEvent, 'complete'>, (actor: Actor, contract: Standing) => Decision> = {
  update: mayUpdate,
  sign: maySign,
  submit: maySubmit,
  accept: mayExamine,
  return: mayExamine,
  refuse: mayExamine,
  register: mayExamine,
  amend: mayExamine,
  cancel: mayExamine,
}

/** One thing that can be done with a contract now, with yes or the reason why not. */
export interface ContractAction {
  event: Exclude<ContractEvent, 'complete'>
  by: By
  decision: Decision
}

/** What a contract's page offers this actor: the events of their own part, refused ones with their reason. */
export function contractActions(actor: Actor, contract: Standing & ContractCase, now: Date): ContractAction[] {
  return availableEvents(contractStates, contract, now).flatMap(({ event, by, decision }) => {
    if (event === 'complete') return []
    const own = by === 'registrar' ? isStaff(actor, 'registrar') : isParty(actor, contract)
    if (!own) return []
    const allowed = whoMay[event](actor, contract)
    return [{ event, by, decision: allowed.yes ? decision : allowed }]
  })
}

/** Poser and solver of an award may draft its contract. */
export function mayDraftFrom(actor: Actor, award: { poserId: string; solverIds: readonly string[] }): Decision {
  const parties = [award.poserId, ...award.solverIds]
  if (parties.some((id) => writesFor(actor, id))) return yes
  return parties.some((id) => belongsTo(actor, id)) ? no('errors.refusal.viewer') : hidden
}
