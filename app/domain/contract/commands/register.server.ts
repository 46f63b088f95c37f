import { eq } from 'drizzle-orm'
import { contract } from '#db/schema'
import { lifecycleCommand } from '../../command/command'
import { quarterOf } from '../../kernel/clock'
import { invalid } from '../../kernel/errors'
import { nextNumber } from '../../kernel/numbers'
import { mayExamine } from '../access'
import { newCheckingCode } from '../certificate.server'
import { appendEntries } from '../ledger.server'
import { contractLifecycle } from '../lifecycle.server'
import { amountFits } from '../rules'
import { registerInput } from '../schema'

/**
 * Registers a contract, once: the registrar confirms kind and technology amount, and the ledger gets the amounts with every
 * party's part in the same transaction. Refusals: not_registrar, own_case, signatures_missing, state.
 */
export const registerContract = lifecycleCommand('contract.register', {
  event: 'contract.registered',
  input: registerInput,
  of: contractLifecycle,
  id: (input) => input.id,
  transition: 'register',
  allow: mayExamine,
  async write({ tx, input, subject, actor, now }) {
    const amount = input.technology_amount_fen
    if (!amountFits(amount, subject.contractValueFen))
      throw invalid([{ path: ['technology_amount_fen'], message: 'contract.issue.amount_above_value' }])
    if (amount !== subject.claimedAmountFen && input.amount_reason === '')
      throw invalid([{ path: ['amount_reason'], message: 'contract.issue.amount_reason' }])
    const registrationNumber = await nextNumber(tx, 'RD', now)
    await tx
      .update(contract)
      .set({
        kind: input.kind,
        subKind: input.sub_kind,
        technologyAmountFen: amount,
        amountReason: input.amount_reason,
        registrationNumber,
        checkingCode: newCheckingCode(),
        registeredAt: now,
        reviewerId: actor.kind === 'person' ? actor.personId : null,
      })
      .where(eq(contract.id, subject.id))
    await appendEntries(
      tx,
      'registration',
      { ...subject, registrationNumber },
      {
        from: null,
        to: { kind: input.kind, contractValueFen: subject.contractValueFen, technologyAmountFen: amount },
        at: now,
        originPeriod: quarterOf(now),
        version: subject.version,
      },
    )
    return { answer: { id: subject.id, number: subject.number, registration_number: registrationNumber } }
  },
})
