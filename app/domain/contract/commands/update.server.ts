import { eq } from 'drizzle-orm'
import { contract } from '#db/schema'
import { lifecycleCommand } from '../../command/command'
import { invalid } from '../../kernel/errors'
import { mayUpdate } from '../access'
import { contractLifecycle } from '../lifecycle.server'
import { columnsOf, resolveParties, writeParties } from '../parties.server'
import { updateInput } from '../schema'

/**
 * A new version of a contract that is not with the registrar: nobody has signed it yet, and the claim is made anew.
 * Refusals: viewer, not_party, state.
 */
export const updateContract = lifecycleCommand('contract.update', {
  event: 'contract.updated',
  input: updateInput,
  of: contractLifecycle,
  id: (input) => input.id,
  transition: 'update',
  allow: mayUpdate,
  async write({ tx, input, subject, actor }) {
    const ownId = actor.kind === 'person' ? (actor.organization?.id ?? null) : null
    const parties = await resolveParties(tx, input.parties, ownId)
    for (const before of subject.parties) {
      // Who is a party decides who may read and sign: from an award on, neither side can be written out of its contract.
      const fixed = before.organizationId !== null && (subject.awardId !== null || before.organizationId === ownId)
      if (
        fixed &&
        !parties.some((party) => party.organizationId === before.organizationId && party.side === before.side)
      )
        throw invalid([{ path: ['parties'], message: 'contract.issue.party_missing' }])
    }
    await tx
      .update(contract)
      .set({ ...columnsOf(input), version: subject.version + 1, claimedAmountFen: null })
      .where(eq(contract.id, subject.id))
    await writeParties(tx, subject.id, parties)
    return { answer: { id: subject.id, number: subject.number, version: subject.version + 1 } }
  },
})
