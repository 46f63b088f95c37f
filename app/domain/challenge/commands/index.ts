import type { AnyCommand } from '../../command/command'
import { close } from './close.server'
import { createDraft } from './create-draft.server'
import { publish } from './publish.server'
import { returnToPoser } from './return.server'
import { submit } from './submit.server'
import { updateDraft } from './update-draft.server'
import { withdraw } from './withdraw.server'

/** The life of a challenge until bidding ends; what follows belongs to bid, evaluation and award. */
export const challengeCommands: readonly AnyCommand[] = [
  createDraft,
  updateDraft,
  submit,
  returnToPoser,
  publish,
  withdraw,
  close,
]
