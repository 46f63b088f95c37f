import { achievementCommands } from './achievement/commands'
import { awardCommands } from './award/commands'
import { bidCommands } from './bid/commands'
import { capabilityCommands } from './capability/commands'
import { challengeCommands } from './challenge/commands'
import type { AnyCommand } from './command/command'
import { contractCommands } from './contract/commands'
import { demoCommands } from './demo/commands'
import { evaluationCommands } from './evaluation/commands'
import { identityCommands } from './identity/commands'
import { matchingCommands } from './matching/commands'
import { notificationCommands } from './notification/commands'
import { organizationCommands } from './organization/commands'

/** Every command there is: what the API, the clock, the access walk and the fuzz walk read. */
export const registry: ReadonlyMap<string, AnyCommand> = byName([
  ...achievementCommands,
  ...capabilityCommands,
  ...organizationCommands,
  ...identityCommands,
  ...demoCommands,
  ...challengeCommands,
  ...bidCommands,
  ...evaluationCommands,
  ...awardCommands,
  ...contractCommands,
  ...matchingCommands,
  ...notificationCommands,
])

function byName(commands: readonly AnyCommand[]): ReadonlyMap<string, AnyCommand> {
  const map = new Map<string, AnyCommand>()
  for (const command of commands) {
    if (map.has(command.name)) throw new Error(`two commands are named ${command.name}`)
    map.set(command.name, command)
  }
  return map
}
