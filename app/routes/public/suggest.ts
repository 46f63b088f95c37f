import { z } from 'zod'
import { anyone } from '~/domain/kernel/actor'
import { suggestions } from '~/domain/matching/suggestions.server'
import { page } from '~/http/page'
import { fieldNames } from '~/lists/field-names.server'

const kindName = z.enum(['challenge', 'achievement', 'capability']).nullable().catch(null)
/** Longer texts are no beginnings of anything. */
const longest = 60

/** GET /search/suggest?q=&kind=: what may be meant by what is being typed. */
export const loader = page(anyone, async ({ services, url, locale, now }) => {
  const typed = (url.searchParams.get('q') ?? '').replaceAll('\0', '').trim().slice(0, longest)
  const kind = kindName.parse(url.searchParams.get('kind'))
  const found = await suggestions(services.search, typed, { fields: fieldNames(locale), kind, now })
  return new Response(JSON.stringify({ suggestions: found }), {
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'private, max-age=30' },
  })
})
