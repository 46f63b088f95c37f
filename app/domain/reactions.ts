import type { ClockCommands, Reactions } from './command/run.server'

/** What follows an event: followers in the same transaction, and jobs. Handed to the command runner at start. */
export const reactions: Reactions = {}

/** What the clock fires, by lifecycle and its table's event. */
export const clockCommands: ClockCommands = {}
