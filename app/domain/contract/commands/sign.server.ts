import { contractSignature } from '#db/schema'
import { lifecycleCommand } from '../../command/command'
import { stale } from '../../kernel/errors'
import { maySign } from '../access'
import { contractLifecycle } from '../lifecycle.server'
import { signInput } from '../schema'
import { keepDocument } from '../signatures.server'

/**
 * Signs the version that the signer has read, for the organisation they act for; when the last party has signed, the contract
 * is signed. Refusals: viewer, not_party, not_verified, already_signed, one_sided, version_changed, state.
 */
export const signContract = lifecycleCommand('contract.sign', {
  event: 'contract.signature_given',
  input: signInput,
  of: contractLifecycle,
  id: (input) => input.id,
  transition: 'sign',
  allow: maySign,
  async write({ tx, input, subject, actor, now }) {
    if (actor.kind !== 'person') throw new Error('allowed without person')
    if (input.version !== subject.version) throw stale('contract.refusal.version_changed')
    const documentHash = await keepDocument(tx, subject)
    const places = subject.parties.filter(
      (party) => party.organizationId === actor.organization?.id && !subject.signed.includes(party.position),
    )
    await tx.insert(contractSignature).values(
      places.map((party) => ({
        contractId: subject.id,
        version: subject.version,
        position: party.position,
        personId: actor.personId,
        name: actor.name,
        signedAt: now,
        documentHash,
      })),
    )
    return { answer: { id: subject.id, number: subject.number, document_hash: documentHash } }
  },
})
