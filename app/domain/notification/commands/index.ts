import type { AnyCommand } from '../../command/command'
import { createCalendar } from './create-calendar.server'
import { markAllRead } from './mark-all-read.server'
import { markRead } from './mark-read.server'
import { remind } from './remind.server'
import { revokeCalendar } from './revoke-calendar.server'
import { sendDigest } from './send-digest.server'
import { setPreferences } from './set-preferences.server'

/** What a person does with what they are told, and what the clock tells. */
export const notificationCommands: readonly AnyCommand[] = [
  markRead,
  markAllRead,
  setPreferences,
  createCalendar,
  revokeCalendar,
  remind,
  sendDigest,
]
