import { contract } from '#db/schema'
import { command } from '../../command/command'
import { dayOf } from '../../kernel/clock'
import { stale } from '../../kernel/errors'
import { hidden } from '../../kernel/decision'
import { nextNumber } from '../../kernel/numbers'
import { mayDraftFrom } from '../access'
import { lockAward } from '../award-basis.server'
import { writeParties } from '../parties.server'
import { kindOfMode } from '../rules'
import { draftFromAwardInput } from '../schema'
import { paymentTermsFrom, termsFromChallenge } from '../template'

/**
 * Drafts the contract of a confirmed award, once: solver sells, poser buys, at the price of the bid.
 * Refusals: viewer, award_not_confirmed, already_drafted.
 */
export const draftFromAward = command('contract.draft_from_award', {
  event: 'contract.drafted',
  input: draftFromAwardInput,
  lock: (tx, input) => lockAward(tx, input.award),
  allow: (actor, award) => (award ? mayDraftFrom(actor, award) : hidden),
  async write({ tx, subject: award, actor, now }) {
    if (!award || actor.kind !== 'person') throw new Error('allowed without award or person')
    if (award.contractNumber) throw stale('contract.refusal.already_drafted', { number: award.contractNumber })
    if (award.state !== 'confirmed') throw stale('contract.refusal.award_not_confirmed')
    const { challenge } = award
    const [kind, subKind] = kindOfMode[challenge.cooperationMode]
    const number = await nextNumber(tx, 'HT', now)
    const [row] = await tx
      .insert(contract)
      .values({
        number,
        title: challenge.title,
        kind,
        subKind,
        field: challenge.field ?? 'electronics_information',
        contractValueFen: award.priceFen,
        paymentMode: challenge.paymentPlan.length === 1 ? 'lump_sum' : 'instalments',
        paymentTerms: paymentTermsFrom(challenge.paymentPlan, award.priceFen),
        terms: termsFromChallenge(challenge),
        acceptance: award.acceptance,
        termFrom: dayOf(now),
        termTo: award.deliveryDate ?? challenge.deliveryDeadline,
        origin: 'challenge',
        challengeId: challenge.id,
        awardId: award.id,
        createdBy: actor.personId,
        createdAt: now,
      })
      .returning({ id: contract.id })
    const id = row!.id
    const party = ({ id: organizationId, ...rest }: typeof award.poser) => ({ organizationId, ...rest, share: 1 })
    await writeParties(tx, id, [
      { position: 0, side: 'seller', ...party(award.solver) },
      { position: 1, side: 'buyer', ...party(award.poser) },
    ])
    return {
      answer: { id, number },
      subject: { type: 'contract', id },
      after: { state: 'draft', number, award_id: award.id, contract_value_fen: award.priceFen },
    }
  },
})
