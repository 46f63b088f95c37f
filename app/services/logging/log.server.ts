import pino, { type Logger } from 'pino'

export type Log = Logger

/** JSON lines on stdout. Inputs of people are never logged; a request has its id, route, status and time. */
export const makeLog = (part: 'web' | 'worker' | 'seed' | 'script'): Log =>
  pino({ name: part, level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === 'test' ? 'silent' : 'warn') })
