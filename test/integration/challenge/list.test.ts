import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { connect } from '#db/client'
import { challengeListDefinition } from '~/domain/challenge/list'
import { challengePage } from '~/domain/challenge/list.server'
import { withdraw } from '~/domain/challenge/commands/withdraw.server'
import { challengeList, closingSoon, newestChallenges } from '~/domain/challenge/queries.server'
import { readListParams } from '~/lists/url'
import { castKernel, dayMs, draft, published, rowOf, submitted } from './given'

const kernel = castKernel()
const start = new Date('2026-10-10T02:00:00Z')
const at = (days: number) => new Date(start.getTime() + days * dayMs)
const asked = (query = '') => readListParams(challengeListDefinition, new URLSearchParams(query))

const listed = async (query: string, now: Date) => challengeList(kernel.db, { params: asked(query), at: now })
const titles = async (query: string, now: Date) => (await listed(query, now)).rows.map((row) => row.title)

beforeAll(async () => {
  await kernel.setClock(start)
  await draft(kernel, { title: '没有提交的草稿' })
  await submitted(kernel, { title: '等待审核的榜单' })
  const deadline = (days: number) => at(days).toISOString()
  await published(kernel, { title: '榜单甲：电芯', bid_deadline: deadline(20), budget_max_fen: '900000000' })
  await kernel.setClock(at(1))
  await published(kernel, {
    title: '榜单乙：100%_国产减速器',
    bid_deadline: deadline(5),
    field: 'advanced_manufacturing',
    cooperation_mode: 'joint',
    tags: ['人形机器人', '高速电机'],
    budget_min_fen: null,
    budget_max_fen: '950000000',
  })
  await kernel.setClock(at(2))
  const { id } = await published(kernel, {
    title: '榜单丙：撤回的',
    bid_deadline: deadline(30),
    budget_max_fen: '910000000',
  })
  await kernel.commands.run(withdraw, { id, reason: '不再需要' }, { actor: await kernel.as('poser') })
})

describe('the public list', () => {
  it('shows what was published, newest first, and nothing of drafts and submissions', async () => {
    expect(await titles('', at(3))).toEqual(['榜单丙：撤回的', '榜单乙：100%_国产减速器', '榜单甲：电芯'])
    expect(await titles('q=草稿', at(3))).toEqual([])
    expect(await titles('q=审核', at(3))).toEqual([])
  })

  it('filters by the state that holds now, before and after the deadline', async () => {
    expect(await titles('state=open', at(3))).toEqual(['榜单乙：100%_国产减速器', '榜单甲：电芯'])
    expect(await titles('state=open', at(5))).toEqual(['榜单甲：电芯'])
    expect(await titles('state=closed', at(5))).toEqual(['榜单乙：100%_国产减速器'])
    const [row] = (await listed('state=closed', at(5))).rows
    expect(row?.state).toBe('closed')
  })

  it('filters by field, mode and tag, several values of one facet being alternatives', async () => {
    expect(await titles('field=advanced_manufacturing', at(3))).toEqual(['榜单乙：100%_国产减速器'])
    expect(await titles('mode=joint&mode=commissioned&state=open', at(3))).toHaveLength(2)
    expect(await titles('tag=高速电机', at(3))).toEqual(['榜单乙：100%_国产减速器'])
    expect(await titles('tag=高速电机&field=new_energy', at(3))).toEqual([])
  })

  it('sorts by deadline with what is still open first, and by budget', async () => {
    expect(await titles('sort=closing', at(3))).toEqual(['榜单乙：100%_国产减速器', '榜单甲：电芯', '榜单丙：撤回的'])
    expect(await titles('sort=budget', at(3))).toEqual(['榜单乙：100%_国产减速器', '榜单丙：撤回的', '榜单甲：电芯'])
  })

  it('takes words as they are: their marks are no wildcards', async () => {
    expect(await titles('q=100%_国产', at(3))).toEqual(['榜单乙：100%_国产减速器'])
    expect(await titles('q=1%25甲', at(3))).toEqual([])
    expect(await titles("q=' or 1=1 --", at(3))).toEqual([])
  })

  it('counts each facet under the other conditions, not under its own', async () => {
    const { counts, total, exact } = await listed('state=open&field=new_energy', at(3))
    expect({ total, exact }).toEqual({ total: 1, exact: true })
    expect(counts.field).toEqual([
      { value: 'advanced_manufacturing', count: 1 },
      { value: 'new_energy', count: 1 },
    ])
    expect(counts.state).toEqual([
      { value: 'open', count: 1 },
      { value: 'withdrawn', count: 1 },
    ])
    expect(counts.tag).toEqual([{ value: '固态电池', count: 1 }])
  })

  it('tells the home page what is new and what closes next', async () => {
    expect((await newestChallenges(kernel.db, 1, at(3))).map((row) => row.title)).toEqual(['榜单乙：100%_国产减速器'])
    expect((await closingSoon(kernel.db, 5, at(6))).map((row) => row.title)).toEqual(['榜单甲：电芯'])
  })
})

describe('the query plans of the list', () => {
  beforeAll(async () => {
    const row = await rowOf(kernel, (await published(kernel)).id)
    await kernel.db
      .execute(sql`insert into challenge (number, state, organization_id, created_by, title, requirement, bid_deadline, published_at, budget_max_fen)
      select 'BD-2025-' || lpad(n::text, 6, '0'), (array['open', 'awarded', 'withdrawn'])[1 + n % 3], ${row.organizationId}, ${row.createdBy},
        'title', 'requirement', ${at(0).toISOString()}::timestamptz + make_interval(hours => n % 2000), ${at(0).toISOString()}::timestamptz - make_interval(mins => n), n * 1000
      from generate_series(1, 20000) as n`)
    const owner = connect(kernel.ownerUrl, { max: 1 })
    await owner.db.execute(sql`analyze challenge`)
    await owner.close()
  })

  it.each([
    ['', 'challenge_published'],
    ['state=open&sort=closing', 'challenge_list'],
    ['sort=budget', 'challenge_budget'],
  ])('%s is served by an index, without sorting all there is', async (query, index) => {
    const page = challengePage(kernel.db, { params: asked(query), at: at(3) }, 20, 0)
    const rows = await kernel.db.execute<{ 'QUERY PLAN': string }>(sql`explain ${page.getSQL()}`)
    const plan = rows.map((each) => each['QUERY PLAN']).join('\n')
    expect(plan).toContain(index)
    expect(plan).not.toMatch(/Seq Scan on challenge\b/)
  })
})
