import { notFound } from '~/domain/kernel/errors'
import type { Visit } from '~/http/visit.server'
import { type TakenList, publicLists } from './public-lists.server'
import { csvResponse, mostExported, mostInFeed, rssResponse, xlsxResponse } from './take-away.server'
import { listHref, readListParams } from './url'
import { askedOf } from './words.server'

/** A public list as `/<list>.csv`, `.xlsx` or `.rss`, with the conditions of the URL. */
export function listFile(visit: Visit): Promise<Response> {
  const [, name, format] = /^\/(challenges|achievements|capabilities)\.(csv|xlsx|rss)$/.exec(visit.url.pathname) ?? []
  if (!name) throw notFound()
  if (name === 'challenges') return taken(visit, name, publicLists.challenges, format!)
  if (name === 'achievements') return taken(visit, name, publicLists.achievements, format!)
  return taken(visit, name, publicLists.capabilities, format!)
}

async function taken<F extends string, S extends string, Row extends { id: string; number: string; title: string }>(
  visit: Visit,
  name: string,
  list: TakenList<F, S, Row>,
  format: string,
): Promise<Response> {
  const { services, url, t } = visit
  const params = readListParams(list.definition, url.searchParams)
  if (format === 'rss') return feed(visit, list)
  const rows = await list.rows(services.db, await askedOf(visit, list.kind, params), mostExported)
  const header = list.columns.map(([column]) => column(t))
  const cells = rows.map((row) => list.columns.map(([, cell]) => cell(row, t)))
  return format === 'csv' ? csvResponse(name, [header, ...cells]) : xlsxResponse(name, header, cells)
}

/** Newest first, whatever the order of the URL. */
async function feed<F extends string, S extends string, Row extends { id: string; number: string; title: string }>(
  visit: Visit,
  list: TakenList<F, S, Row>,
): Promise<Response> {
  const { services, url, t, locale } = visit
  const { definition, kind } = list
  const params = { ...readListParams(definition, url.searchParams), sort: definition.sorts[0], page: 1 }
  const site = services.publicUrl ?? url.origin
  const rows = await list.rows(services.db, await askedOf(visit, kind, params), mostInFeed)
  return rssResponse({
    title: list.feed.title(t),
    url: new URL(listHref(definition, params), site).href,
    text: list.feed.text(t),
    items: rows.map((row) => ({
      id: `${kind}-${row.id}`,
      title: `${row.number} ${row.title}`,
      url: new URL(`${definition.path}/${row.number}`, site).href,
      text: list.feed.line(row, t, locale),
      at: new Date(list.feed.at(row)),
    })),
  })
}
