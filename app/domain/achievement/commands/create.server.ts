import { achievement } from '#db/schema'
import { command, nothing } from '../../command/command'
import { mayDraft } from '../access'
import { columnsOf, writeMetrics } from '../rows.server'
import { CreateAchievementInput } from '../schema'

/** Starts a draft for the acting organisation. Refusals: not_signed_in, no_organization, viewer. */
export const createAchievement = command('achievement.create', {
  event: 'achievement.created',
  input: CreateAchievementInput,
  lock: nothing,
  allow: (actor) => mayDraft(actor),
  async write({ tx, input, actor }) {
    if (actor.kind !== 'person' || !actor.organization) throw new Error('only a member drafts')
    const [row] = await tx
      .insert(achievement)
      .values({
        ...columnsOf(input),
        organizationId: actor.organization.id,
        createdBy: actor.personId,
        externalId: input.external_id ?? null,
      })
      .returning({ id: achievement.id })
    await writeMetrics(tx, row!.id, input.metrics)
    return {
      answer: { id: row!.id },
      subject: { type: 'achievement', id: row!.id },
      after: { state: 'draft', title: input.title },
    }
  },
})
