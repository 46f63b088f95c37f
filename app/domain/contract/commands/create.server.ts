import { contract } from '#db/schema'
import { command, nothing } from '../../command/command'
import { memberWhoWrites } from '../../kernel/actor'
import { invalid } from '../../kernel/errors'
import { nextNumber } from '../../kernel/numbers'
import { columnsOf, resolveParties, writeParties } from '../parties.server'
import { createInput } from '../schema'

/** A contract that came about outside the marketplace, written down by one of its sellers. Refusals: viewer, no_organization. */
export const createContract = command('contract.create', {
  event: 'contract.drafted',
  input: createInput,
  lock: nothing,
  allow: memberWhoWrites,
  async write({ tx, input, actor, now }) {
    const own = actor.kind === 'person' ? actor.organization : null
    if (!own || actor.kind !== 'person') throw new Error('allowed without organisation')
    const parties = await resolveParties(tx, input.parties, own.id)
    if (!parties.some((party) => party.side === 'seller' && party.organizationId === own.id)) {
      throw invalid([{ path: ['parties'], message: 'contract.issue.own_not_seller' }])
    }
    const number = await nextNumber(tx, 'HT', now)
    const [row] = await tx
      .insert(contract)
      .values({ ...columnsOf(input), number, origin: 'direct', createdBy: actor.personId, createdAt: now })
      .returning({ id: contract.id })
    await writeParties(tx, row!.id, parties)
    return {
      answer: { id: row!.id, number },
      subject: { type: 'contract', id: row!.id },
      after: { state: 'draft', number, contract_value_fen: input.contract_value_fen },
    }
  },
})
