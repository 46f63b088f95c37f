import type { Tx } from '#db/client'
import { challenge } from '#db/schema'
import { command, nothing } from '../../command/command'
import { stale } from '../../kernel/errors'
import { mayPose } from '../access'
import { importedBudget, usualCriteria, usualDeadline } from '../defaults.server'
import { type Statement, createDraftInput } from '../schema'
import { saveParts, statementColumns } from '../statement.server'

/**
 * A new draft of the acting organisation. What it leaves out comes from the settings: bidding days, criteria and, for an import
 * (it carries an external id), the budget. Refusals: viewer, only_enterprises, external_id_taken.
 */
export const createDraft = command('challenge.create_draft', {
  event: 'challenge.draft_created',
  input: createDraftInput,
  lock: nothing,
  allow: (actor, _nothing, input) => mayPose(actor, input.kind),
  async write({ tx, input, actor, now }) {
    if (actor.kind !== 'person' || !actor.organization)
      throw new Error('a draft needs a person who acts for an organisation')
    const said = await withDefaults(tx, input, input.external_id !== null, now)
    const [row] = await tx
      .insert(challenge)
      .values({
        ...statementColumns(said),
        organizationId: actor.organization.id,
        createdBy: actor.personId,
        externalId: input.external_id,
      })
      .onConflictDoNothing({ target: [challenge.organizationId, challenge.externalId] })
      .returning({ id: challenge.id })
    if (!row) throw stale('challenge.refusal.external_id_taken', { id: input.external_id ?? '' })
    await saveParts(tx, row.id, said)
    return {
      answer: { id: row.id },
      subject: { type: 'challenge', id: row.id },
      after: { state: 'draft', title: said.title, organization_id: actor.organization.id },
    }
  },
})

async function withDefaults(tx: Tx, said: Statement, imported: boolean, now: Date): Promise<Statement> {
  const filled = { ...said }
  filled.bid_deadline ??= await usualDeadline(tx, now)
  if (filled.criteria.length === 0) filled.criteria = await usualCriteria(tx)
  if (imported && filled.budget_min_fen === null && filled.budget_max_fen === null && !filled.budget_negotiable) {
    filled.budget_max_fen = await importedBudget(tx)
  }
  return filled
}
