import { sql } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import type { DocumentKind } from '#search/document'
import { latinTokens } from '#search/terms/segment'
import { normalize } from '#search/terms/normalize'
import type { KnownNames } from '~/services/search/known-names'
import { soundOf } from '~/services/search/sound.server'
import { kept } from '../kernel/kept'
import type { Name } from './names'

const mostNames = 5_000
const mostWords = 20_000

/** Read again after a minute: who lists the first thing is offered soon after. */
export const keptNames = (db: Queryable, now?: () => number): (() => Promise<KnownNames>) =>
  kept(() => knownNames(db), 60_000, now)

async function knownNames(db: Queryable): Promise<KnownNames> {
  const rows = await db.execute<{
    kind: 'organization' | 'tag'
    label: string
    count: number
    borne: DocumentKind[]
  }>(sql`
    with open as (
      select document from search_document where document is not null
        and coalesce((document->>'openUntil')::numeric > extract(epoch from business_now()) * 1000, true)
    )
    select kind, label, count(*)::int as count, array_agg(distinct of) as borne from (
      select 'organization' as kind, document->>'organizationName' as label, document->>'kind' as of from open
      union all select 'tag', tag, document->>'kind' from open, jsonb_array_elements_text(document->'tags') as tag
    ) each where label <> '' group by kind, label order by count desc, label limit ${mostNames}`)
  const words = await db.execute<{ key: string; documents: number }>(
    sql`select key, documents from term_frequency where key ~ '^w:[a-z]{5,40}$' and documents > 0 order by documents desc, key limit ${mostWords}`,
  )
  const latin = new Map(words.map(({ key, documents }) => [key.slice(2), documents]))
  for (const { label, count } of rows) {
    for (const token of latinTokens(normalize(label))) latin.set(token, Math.max(latin.get(token) ?? 0, count))
  }
  // Only organisations and fields are looked for by sound; tags are short and many.
  const names = rows.map((row): Name => ({
    ...{ kind: row.kind, label: row.label, value: row.label, count: row.count, borne: new Set(row.borne) },
    sound: row.kind === 'organization' ? soundOf(row.label) : [],
  }))
  return { names, latin }
}
