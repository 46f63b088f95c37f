import { eq } from 'drizzle-orm'
import { contract } from '#db/schema'
import { lifecycleCommand } from '../../command/command'
import { invalid } from '../../kernel/errors'
import { mayExamine } from '../access'
import { appendEntries, originPeriodOf } from '../ledger.server'
import { contractLifecycle } from '../lifecycle.server'
import { amendInput } from '../schema'
import { registeredWhole } from '../registered'

/**
 * Records a reported change of a registered contract as a new version: the difference counts in the present quarter and shows as
 * an adjustment of the quarter of registration. Refusals: not_registrar, own_case, state.
 */
export const amendContract = lifecycleCommand('contract.amend', {
  event: 'contract.amended',
  input: amendInput,
  of: contractLifecycle,
  id: (input) => input.id,
  transition: 'amend',
  allow: mayExamine,
  async write({ tx, input, subject, now }) {
    const before = registeredWhole(subject)
    const after = {
      kind: input.kind,
      contractValueFen: input.contract_value_fen,
      technologyAmountFen: input.technology_amount_fen,
    }
    const same =
      after.kind === before.kind &&
      input.sub_kind === subject.subKind &&
      after.contractValueFen === before.contractValueFen &&
      after.technologyAmountFen === before.technologyAmountFen
    if (same) throw invalid([{ path: ['technology_amount_fen'], message: 'contract.issue.nothing_changed' }])
    const version = subject.version + 1
    await tx
      .update(contract)
      .set({ ...after, subKind: input.sub_kind, amountReason: input.reason, version })
      .where(eq(contract.id, subject.id))
    await appendEntries(
      tx,
      'amendment',
      { ...subject, registrationNumber: before.registrationNumber },
      { from: before, to: after, at: now, originPeriod: await originPeriodOf(tx, subject.id), version },
    )
    return { answer: { id: subject.id, number: subject.number, version } }
  },
})
