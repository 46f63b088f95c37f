import { Readable } from 'node:stream'
import { sql } from 'drizzle-orm'
import Excel from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { connect } from '#db/client'
import { EmbeddedEngine } from '#search/embedded'
import { SearchUnavailable, type SearchEngine } from '#search/engine'
import { castKernel } from '#test/integration/challenge/given'
import { createAchievement } from '~/domain/achievement/commands/create.server'
import { publishAchievement } from '~/domain/achievement/commands/publish.server'
import { achievementListDefinition } from '~/domain/achievement/list'
import { achievementIds, achievementList, achievementSource } from '~/domain/achievement/list.server'
import { businessNow } from '~/domain/kernel/clock'
import { listSlice } from '~/domain/kernel/list-query.server'
import { databaseDocumentStore, writeDocument } from '~/domain/matching/document-store.server'
import { searchDocumentOf } from '~/domain/matching/sources.server'
import type { Visit } from '~/http/visit.server'
import { translator } from '~/i18n'
import { listFile } from '~/lists/list-file.server'
import { readListParams } from '~/lists/url'
import { askedOf, marksOf } from '~/lists/words.server'

const kernel = castKernel()
let engine: EmbeddedEngine
let now: Date

const listings = [
  {
    title: '污泥低温干化装置',
    abstract: '含水率降到三成，已在两座水厂运行。',
    field: 'environment',
    trl: 8,
    tags: ['固废'],
  },
  {
    title: '氮化镓外延片',
    abstract: '二维电子气迁移率高，用于快充。',
    field: 'new_materials',
    trl: 6,
    tags: ['第三代半导体'],
  },
  { title: '印染污泥减量剂', abstract: '投加后污泥产量少四成。', field: 'environment', trl: 5, tags: ['固废', '印染'] },
] as const

beforeAll(async () => {
  const solver = { actor: await kernel.as('solver') }
  for (const { tags, ...input } of listings) {
    const { id } = await kernel.commands.run(createAchievement, { ...input, tags: [...tags] }, solver)
    await kernel.commands.run(publishAchievement, { id }, solver)
    const document = await searchDocumentOf(kernel.db, 'achievement', id)
    await kernel.db.transaction((tx) => writeDocument(tx, document!.id, 'achievement', document))
  }
  engine = new EmbeddedEngine({ store: databaseDocumentStore(kernel.db), followEvery: 0 })
  await engine.refresh()
  now = await businessNow(kernel.db)
})

const silent = { find: () => Promise.reject(new SearchUnavailable('unreachable', 'no engine')) }

/** As much of a visit as lists ask for. */
function visit(path: string, search: Pick<SearchEngine, 'find'> = engine): Visit {
  const store = databaseDocumentStore(kernel.db)
  const log = { error: () => {} }
  return {
    url: new URL(path, 'http://127.0.0.1'),
    ...{ now, locale: 'zh-CN', t: translator('zh-CN') },
    services: { db: kernel.db, search: { engine: search, store }, log, publicUrl: null },
  } as unknown as Visit
}
const asked = (query: string, search?: Pick<SearchEngine, 'find'>) => {
  const params = readListParams(achievementListDefinition, new URLSearchParams(query))
  return askedOf(visit('/achievements', search), 'achievement', params)
}
const titles = async (query: string, search?: Pick<SearchEngine, 'find'>) =>
  (await achievementList(kernel.db, await asked(query, search))).rows.map(({ title }) => title)

describe('a list with words', () => {
  it('is found by the engine, whatever stands between the words, the best first', async () => {
    expect(await titles('q=污泥 干化')).toEqual(['污泥低温干化装置'])
    expect(await titles('q=污泥')).toHaveLength(2)
    expect((await asked('q=污泥')).params.sort).toBe('relevance')
    expect(await titles('q=污泥&sort=newest')).toEqual(['印染污泥减量剂', '污泥低温干化装置'])
    expect(await titles('q=污泥&tag=印染')).toEqual(['印染污泥减量剂'])
  })

  it('counts its facets under what is found', async () => {
    const { counts, total, exact } = await achievementList(kernel.db, await asked('q=污泥&tag=印染'))
    expect({ total, exact }).toEqual({ total: 1, exact: true })
    expect(counts.tag).toEqual([
      { value: '固废', count: 2 },
      { value: '印染', count: 1 },
    ])
    expect(counts.trl).toEqual([{ value: '5', count: 1 }])
  })

  it('compares text where the engine does not answer, and says so by having found nothing of its own', async () => {
    expect((await asked('q=污泥', silent)).found).toBeNull()
    expect(await titles('q=污泥', silent)).toEqual(['印染污泥减量剂', '污泥低温干化装置'])
    expect(await titles('q=污泥 干化', silent)).toEqual([])
  })

  it('marks the words in title and text', async () => {
    const { rows } = await achievementList(kernel.db, await asked('q=水厂'))
    const marks = await marksOf(visit('/achievements'), 'achievement', '水厂', rows)
    const { snippet } = marks[rows[0]!.id]!
    expect(snippet!.marks.map(([from, to]) => snippet!.text.slice(from, to))).toEqual(['水厂'])
  })

  it('shows one thing exactly when its page does', async () => {
    const { rows } = await achievementList(kernel.db, await asked('field=environment'))
    const every = await achievementIds(kernel.db, await asked(''), { limit: 10 })
    for (const id of every) {
      const found = await achievementIds(kernel.db, await asked('field=environment'), { only: id, limit: 1 })
      expect(found.length > 0).toBe(rows.some((row) => row.id === id))
    }
  })
})

describe('a list that is taken along', () => {
  const file = async (path: string) => await listFile(visit(path))

  it('is a CSV and a feed with the conditions of the URL', async () => {
    const csv = await (await file('/achievements.csv?field=environment')).text()
    expect(csv).toContain('污泥低温干化装置')
    expect(csv).not.toContain('氮化镓')
    const rss = await (await file('/achievements.rss?q=污泥')).text()
    expect(rss.indexOf('印染污泥减量剂')).toBeLessThan(rss.indexOf('污泥低温干化装置'))
    expect(rss).toContain('/achievements/CG-')
  })

  it('is a spreadsheet that reads back, with a formula as the text it is', async () => {
    const solver = { actor: await kernel.as('solver') }
    const { id } = await kernel.commands.run(
      createAchievement,
      { title: '=HYPERLINK("http://x")', abstract: '一段够长的简介，说明这项成果做什么。', field: 'agriculture' },
      solver,
    )
    await kernel.commands.run(publishAchievement, { id }, solver)
    now = await businessNow(kernel.db)
    const answer = await file('/achievements.xlsx?sort=newest')
    expect(answer.headers.get('Content-Disposition')).toContain('achievements.xlsx')
    const rows: unknown[][] = []
    const reader = new Excel.stream.xlsx.WorkbookReader(Readable.fromWeb(answer.body as never), {})
    for await (const sheet of reader) for await (const row of sheet) rows.push((row.values as unknown[]).slice(1))
    expect(rows[0]?.slice(0, 2)).toEqual(['编号', '名称'])
    expect(rows[1]?.[1]).toBe('=HYPERLINK("http://x")')
    expect(rows).toHaveLength(5)
  })
})

describe('the query plans of a long list', () => {
  beforeAll(async () => {
    await kernel.db
      .execute(sql`insert into achievement (number, state, organization_id, created_by, title, abstract, field, tags, trl, listed_at, valid_until)
      select 'CG-2020-' || lpad(n::text, 6, '0'), 'listed', a.organization_id, a.created_by, 'title', 'abstract', 'new_energy',
        array['tag ' || n % 500], 1 + n % 9, a.listed_at - make_interval(mins => n), a.valid_until
      from generate_series(1, 20000) as n, (select * from achievement where number is not null limit 1) a`)
    const owner = connect(kernel.ownerUrl, { max: 1 })
    await owner.db.execute(sql`analyze achievement`)
    await owner.close()
  })

  it.each([
    ['', 'achievement_list'],
    ['sort=maturity', 'achievement_maturity'],
    ['tag=tag 7', 'achievement_tags'],
    ['field=new_energy&page=3', 'achievement_list'],
  ])('%s is served by an index', async (query, index) => {
    const slice = listSlice(achievementSource, await asked(query), { limit: 20 })
    const rows = await kernel.db.execute<{ 'QUERY PLAN': string }>(
      sql`explain select achievement.id from ${achievementSource.from} where ${slice.where} order by ${sql.join(slice.order, sql`, `)} limit 20`,
    )
    const plan = rows.map((each) => each['QUERY PLAN']).join('\n')
    expect(plan).toContain(index)
    expect(plan).not.toMatch(/Seq Scan on achievement\b/)
  })
})
