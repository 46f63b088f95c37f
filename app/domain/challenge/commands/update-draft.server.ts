import { eq, sql } from 'drizzle-orm'
import { challenge } from '#db/schema'
import { lifecycleCommand } from '../../command/command'
import { mayActAsPoser } from '../access'
import { challengeLifecycle } from '../lifecycle.server'
import { editableStates } from '../rules'
import { updateDraftInput } from '../schema'
import { saveParts, statementColumns } from '../statement.server'

/** The poser rewrites a statement that nobody has published yet: the whole of it. Refusals: not_poser, viewer, state. */
export const updateDraft = lifecycleCommand('challenge.update_draft', {
  event: 'challenge.draft_updated',
  input: updateDraftInput,
  of: challengeLifecycle,
  id: (input) => input.id,
  states: editableStates,
  allow: mayActAsPoser,
  async write({ tx, input, subject }) {
    await tx
      .update(challenge)
      .set({ ...statementColumns(input), updatedAt: sql`clock_timestamp()` })
      .where(eq(challenge.id, subject.id))
    await saveParts(tx, subject.id, input)
    return { answer: { id: subject.id } }
  },
})
