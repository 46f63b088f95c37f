import { achievement, capability, challenge } from '#db/schema'
import { createAchievement } from '../achievement/commands/create.server'
import { publishAchievement } from '../achievement/commands/publish.server'
import { updateAchievement } from '../achievement/commands/update.server'
import { createCapability } from '../capability/commands/create.server'
import { publishCapability } from '../capability/commands/publish.server'
import { updateCapability } from '../capability/commands/update.server'
import { createDraft } from '../challenge/commands/create-draft.server'
import { publish } from '../challenge/commands/publish.server'
import { submit } from '../challenge/commands/submit.server'
import { updateDraft } from '../challenge/commands/update-draft.server'
import type { AnyCommand } from '../command/command'
import type { ImportKind } from './columns'

/** Which commands write the rows of a kind. */
export interface KindOfRow {
  table: typeof achievement | typeof capability | typeof challenge
  /** The subject's type in events. */
  subject: string
  create: AnyCommand
  update: AnyCommand
  /** Fired one after the other for `--publish`. */
  publish: readonly { command: AnyCommand; by: 'owner' | 'reviewer' }[]
  /** States from which they may be. */
  unpublished: readonly string[]
  /** Fields that the create command fills from the settings where a row leaves them out: they then stay as they are. */
  filled: readonly string[]
}

export const kindsOfRows: Record<ImportKind, KindOfRow> = {
  achievements: {
    table: achievement,
    subject: 'achievement',
    create: createAchievement,
    update: updateAchievement,
    publish: [{ command: publishAchievement, by: 'owner' }],
    unpublished: ['draft'],
    filled: [],
  },
  capabilities: {
    table: capability,
    subject: 'capability',
    create: createCapability,
    update: updateCapability,
    publish: [{ command: publishCapability, by: 'owner' }],
    unpublished: ['draft'],
    filled: [],
  },
  challenges: {
    table: challenge,
    subject: 'challenge',
    create: createDraft,
    update: updateDraft,
    publish: [
      { command: submit, by: 'owner' },
      { command: publish, by: 'reviewer' },
    ],
    unpublished: ['draft'],
    filled: ['bid_deadline', 'criteria', 'budget_min_fen', 'budget_max_fen', 'budget_negotiable'],
  },
}
