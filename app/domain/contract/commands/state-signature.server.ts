import { contractSignature } from '#db/schema'
import { lifecycleCommand } from '../../command/command'
import { stale } from '../../kernel/errors'
import { mayStateSignature } from '../access'
import { contractLifecycle } from '../lifecycle.server'
import { stateSignatureInput } from '../schema'
import { keepDocument } from '../signatures.server'

/**
 * The seller states that a party which is not on the platform has signed this version on paper, and by whom.
 * Refusals: viewer, not_seller, not_verified, signs_itself, already_signed, version_changed, state.
 */
export const stateSignature = lifecycleCommand('contract.state_signature', {
  event: 'contract.signature_stated',
  input: stateSignatureInput,
  of: contractLifecycle,
  id: (input) => input.id,
  transition: 'sign',
  allow: (actor, contract, input) => mayStateSignature(actor, contract, input.position),
  async write({ tx, input, subject, actor, now }) {
    if (actor.kind !== 'person') throw new Error('allowed without person')
    if (input.version !== subject.version) throw stale('contract.refusal.version_changed')
    const documentHash = await keepDocument(tx, subject)
    await tx.insert(contractSignature).values({
      contractId: subject.id,
      version: subject.version,
      position: input.position,
      personId: actor.personId,
      name: input.name,
      signedAt: now,
      documentHash,
      statement: input.statement,
    })
    return { answer: { id: subject.id, number: subject.number, document_hash: documentHash } }
  },
})
