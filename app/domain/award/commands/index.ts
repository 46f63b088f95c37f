import type { AnyCommand } from '../../command/command'
import { confirmAward } from './confirm-award.server'
import { failToAward } from './fail-to-award.server'
import { intendAward } from './intend-award.server'
import { markContracted } from './mark-contracted.server'

/** From the intended award to the signed contract. */
export const awardCommands: readonly AnyCommand[] = [intendAward, confirmAward, failToAward, markContracted]
