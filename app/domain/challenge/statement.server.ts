import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { type challenge, challengeCriterion, challengeTarget } from '#db/schema'
import type { Statement } from './schema'

/** A statement as the row keeps it; targets and criteria have tables of their own. */
export const statementColumns = (said: Statement) =>
  ({
    kind: said.kind,
    title: said.title,
    background: said.background,
    requirement: said.requirement,
    deliverables: said.deliverables,
    field: said.field,
    tags: said.tags,
    cooperationMode: said.cooperation_mode,
    budgetMinFen: said.budget_min_fen,
    budgetMaxFen: said.budget_max_fen,
    budgetNegotiable: said.budget_negotiable,
    paymentPlan: said.payment_plan,
    bidDeadline: said.bid_deadline,
    deliveryDeadline: said.delivery_deadline,
    ipOwnership: said.ip_ownership,
    eligibility: said.eligibility,
    winnerMode: said.winner_mode,
    maxWinners: said.max_winners,
  }) satisfies Partial<typeof challenge.$inferInsert>

/** Writes targets and criteria in the order given, in place of those that were there. */
export async function saveParts(
  tx: Tx,
  challengeId: string,
  said: Pick<Statement, 'targets' | 'criteria'>,
): Promise<void> {
  await tx.delete(challengeTarget).where(eq(challengeTarget.challengeId, challengeId))
  await tx.delete(challengeCriterion).where(eq(challengeCriterion.challengeId, challengeId))
  if (said.targets.length > 0) {
    await tx.insert(challengeTarget).values(
      said.targets.map(({ name, comparator, value, value_to, unit, must }, position) => ({
        challengeId,
        position,
        name,
        comparator,
        value,
        valueTo: value_to,
        unit,
        must,
      })),
    )
  }
  if (said.criteria.length > 0) {
    await tx
      .insert(challengeCriterion)
      .values(said.criteria.map(({ name, weight }, position) => ({ challengeId, position, name, weight })))
  }
}
