import { z } from 'zod'
import { anyone } from '~/domain/kernel/actor'
import { kept } from '~/domain/matching/kept'
import { suggestions } from '~/domain/matching/suggestions.server'
import { readSetting } from '~/domain/settings/queries.server'
import { file } from '~/http/page'
import { countAttempt } from '~/http/rates.server'
import { fieldNames } from '~/lists/field-names.server'
import type { Services } from '~/http/context'

const kindName = z.enum(['challenge', 'achievement', 'capability']).nullable().catch(null)
/** Longer texts are no beginnings of anything. */
const longest = 60

/** Read again every half minute: it is asked with every letter that somebody types. */
const mostPerMinute = new WeakMap<Services['db'], () => Promise<number>>()
function mostOf(db: Services['db']): Promise<number> {
  let read = mostPerMinute.get(db)
  if (!read) {
    read = kept(() => readSetting(db, 'search.suggest_per_minute', z.number().int().positive()), 30_000)
    mostPerMinute.set(db, read)
  }
  return read()
}

/** GET /search/suggest?q=&kind=: what may be meant by what is being typed. So many a minute per address, else 429. */
export const loader = file(anyone, async ({ services, facts, url, locale, now }) => {
  const most = await mostOf(services.db)
  await countAttempt(services.db, { act: 'suggest', by: facts.address, most, seconds: 60 })
  const typed = (url.searchParams.get('q') ?? '').replaceAll('\0', '').trim().slice(0, longest)
  const kind = kindName.parse(url.searchParams.get('kind'))
  const found = await suggestions(services.search, typed, { fields: fieldNames(locale), kind, now })
  return new Response(JSON.stringify({ suggestions: found }), {
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'private, max-age=30' },
  })
})
