import type { Tx } from '#db/client'
import { notificationReminder } from '#db/schema'
import { formatDate, formatDateTime } from '~/i18n/format'
import { command, nothing } from '../../command/command'
import { readContract } from '../../contract/lifecycle.server'
import { onlyClock } from '../../kernel/actor'
import { stale } from '../../kernel/errors'
import { registrarsFor } from '../followers/contract.server'
import { type News, notify } from '../notify.server'
import { type Reminder, dueReminders } from '../reminders.server'
import { RemindInput } from '../schema'

/** The clock reminds of one moment, once. Refusals: conflict, where it was done already or is not due any more. */
export const remind = command('notification.remind', {
  event: 'notification.reminded',
  input: RemindInput,
  by: 'clock',
  lock: nothing,
  allow: onlyClock,
  async write({ tx, input, now }) {
    const [due] = await dueReminders(tx, now, { only: input, limit: 1 })
    if (!due) throw stale('errors.conflict')
    const [first] = await tx
      .insert(notificationReminder)
      .values({ key: due.key, madeAt: now })
      .onConflictDoNothing()
      .returning({ key: notificationReminder.key })
    if (!first) throw stale('errors.conflict')
    const news = newsOf(due)
    for (const to of await readersOf(tx, due)) await notify(tx, { ...news, to, recordedAt: now, onceKey: due.key })
    return { answer: { key: due.key }, subject: news.subject, after: { reminded_of: due.kind } }
  },
})

async function readersOf(tx: Tx, due: Reminder): Promise<News['to'][]> {
  if (due.organizationId) return [{ organizationId: due.organizationId }]
  if (due.personId) return [{ personId: due.personId }]
  const contract = await readContract(tx, { id: due.id })
  return contract ? (await registrarsFor(tx, contract)).map((personId) => ({ personId })) : []
}

function newsOf({
  kind,
  id,
  title,
  number,
  at,
  listing,
}: Reminder): Pick<News, 'kind' | 'subject' | 'params' | 'path'> {
  const params = { title, number: number ?? '' }
  switch (kind) {
    case 'bid_closing': {
      const path = `/challenges/${number}/bid`
      return { kind, subject: { type: 'bid', id, number }, params: { ...params, deadline: formatDateTime(at!) }, path }
    }
    case 'judging_reminder':
      return { kind, subject: { type: 'judge', id, number }, params, path: `/workspace/judging/${id}` }
    case 'publicity_over':
      return { kind, subject: { type: 'challenge', id, number }, params, path: `/challenges/${number}` }
    case 'contract_review_due': {
      const path = `/admin/contracts/${number}`
      return {
        kind,
        subject: { type: 'contract', id, number },
        params: { number: number!, due: formatDate(at!) },
        path,
      }
    }
    case 'listing_expiring': {
      const path = `/workspace/${listing === 'achievement' ? 'achievements' : 'capabilities'}/${id}`
      return { kind, subject: { type: listing!, id, number }, params: { title, until: formatDate(at!) }, path }
    }
  }
}
