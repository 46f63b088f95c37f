import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { contract } from '#db/schema'
import { lifecycleCommand } from '../../command/command'
import { fenText } from '../../kernel/inputs'
import { readCalendar, readSetting } from '../../settings/queries.server'
import { mayExamine } from '../access'
import { contractLifecycle } from '../lifecycle.server'
import { reviewDueAt } from '../rules'
import { acceptInput } from '../schema'

const days = z.number().int().positive()

/** A registrar takes an application up: the review clock starts. Refusals: not_registrar, own_case, state. */
export const acceptContract = lifecycleCommand('contract.accept', {
  event: 'contract.review_started',
  input: acceptInput,
  of: contractLifecycle,
  id: (input) => input.id,
  transition: 'accept',
  allow: mayExamine,
  async write({ tx, subject, actor, now }) {
    const clock = {
      days: await readSetting(tx, 'contract.review_days', days),
      expertDays: await readSetting(tx, 'contract.expert_review_days', days),
      expertFrom: await readSetting(tx, 'contract.expert_review_from_fen', fenText),
    }
    const due = reviewDueAt(now, subject.claimedAmountFen ?? 0n, clock, await readCalendar(tx))
    await tx
      .update(contract)
      .set({ acceptedAt: now, reviewDueAt: due, reviewerId: actor.kind === 'person' ? actor.personId : null })
      .where(eq(contract.id, subject.id))
    return { answer: { id: subject.id, number: subject.number, review_due_at: due } }
  },
})
