import type { AnyCommand } from './command/command'

/** Every command there is: what the API, the clock, the access walk and the fuzz walk read. */
export const registry: ReadonlyMap<string, AnyCommand> = byName([])

function byName(commands: readonly AnyCommand[]): ReadonlyMap<string, AnyCommand> {
  const map = new Map<string, AnyCommand>()
  for (const command of commands) {
    if (map.has(command.name)) throw new Error(`two commands are named ${command.name}`)
    map.set(command.name, command)
  }
  return map
}
