import { anyone } from '~/domain/kernel/actor'
import { notFound } from '~/domain/kernel/errors'
import { calendarBehind, calendarEntries } from '~/domain/notification/calendar.server'
import { icalendar } from '~/domain/notification/ical.server'
import { file } from '~/http/page'

/** Whoever knows the address reads it: an unknown one, a revoked one and one whose person has left look the same. */
export const loader = file(anyone, async ({ params, services, now, url }) => {
  const token = /^([\w-]{43})\.ics$/.exec(params.file ?? '')?.[1]
  const of = token ? await calendarBehind(services.db, token) : null
  if (!of) throw notFound()
  const body = icalendar(of, await calendarEntries(services.db, of, now), services.publicUrl ?? url.origin, now)
  return new Response(body, {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Cache-Control': 'private, no-store' },
  })
})
