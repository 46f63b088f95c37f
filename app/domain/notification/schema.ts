import { z } from 'zod'
import { mailWishes } from '#db/schema'
import { locales } from '~/i18n/translate'
import { momentText, orNull, uuid } from '../kernel/inputs'
import { type NotificationKind, notificationKinds } from './kinds'
import { reminderKinds } from './reminder-kinds'

export const MarkReadInput = z.object({ id: uuid })

/** `until`: what came after it, while the person was still reading, stays unread. */
export const MarkAllReadInput = z.object({ until: momentText })

const wish = z.enum(mailWishes).optional()
const wishes = Object.fromEntries(notificationKinds.map((kind) => [kind, wish])) as Record<
  NotificationKind,
  typeof wish
>

/** What is not named stays as it is. */
export const SetPreferencesInput = z.object({ mail: z.object(wishes) })

/** Without an organisation: the deadlines of the person alone. `locale`: language of the entries. */
export const CreateCalendarInput = z.object({ organization_id: orNull(uuid), locale: z.enum(locales) })
export const RevokeCalendarInput = z.object({ id: uuid })

export const RemindInput = z.object({ kind: z.enum(reminderKinds), id: uuid })
export const SendDigestInput = z.object({ person_id: uuid })
