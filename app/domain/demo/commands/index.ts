import { moveClock } from './move-clock.server'

export const demoCommands = [moveClock]
