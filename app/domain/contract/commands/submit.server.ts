import { eq } from 'drizzle-orm'
import { contract, contractCost } from '#db/schema'
import { lifecycleCommand } from '../../command/command'
import { invalid } from '../../kernel/errors'
import { maySubmit } from '../access'
import { contractLifecycle } from '../lifecycle.server'
import { suggestedTechnologyAmount } from '../rules'
import { submitInput } from '../schema'

/**
 * The seller applies for registration, itemises the non-technical costs and claims the technology amount: at most what is left
 * of the contract value without them. Refusals: viewer, not_party, not_seller, not_verified, signatures_missing, state.
 */
export const submitContract = lifecycleCommand('contract.submit', {
  event: 'contract.submitted',
  input: submitInput,
  of: contractLifecycle,
  id: (input) => input.id,
  transition: 'submit',
  allow: maySubmit,
  async write({ tx, input, subject, now }) {
    const most = suggestedTechnologyAmount(
      subject.contractValueFen,
      input.costs.map((cost) => cost.amount_fen),
    )
    if (most === null) throw invalid([{ path: ['costs'], message: 'contract.issue.costs_above_value' }])
    if (input.claimed_amount_fen > most)
      throw invalid([{ path: ['claimed_amount_fen'], message: 'contract.issue.claim_above_rest' }])
    await tx.delete(contractCost).where(eq(contractCost.contractId, subject.id))
    if (input.costs.length > 0) {
      await tx.insert(contractCost).values(
        input.costs.map((cost, position) => ({
          contractId: subject.id,
          position,
          name: cost.name,
          amountFen: cost.amount_fen,
        })),
      )
    }
    await tx
      .update(contract)
      .set({
        claimedAmountFen: input.claimed_amount_fen,
        submittedAt: now,
        returnReason: null,
        acceptedAt: null,
        reviewDueAt: null,
        reviewerId: null,
      })
      .where(eq(contract.id, subject.id))
    return { answer: { id: subject.id, number: subject.number } }
  },
})
