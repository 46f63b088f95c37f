import { expect, it } from 'vitest'
import type { EmbeddedEngine } from '#search/embedded'
import { matchFeedback } from '#db/schema'
import { testWeb } from '#test/access/web'
import { castKernel, openChallenge } from '#test/integration/bid/world'
import { listedWith } from './given'
import { putSetting, testWorker } from './watched'

const kernel = castKernel()
const web = testWeb(kernel)
const worker = testWorker(kernel, 'embedded')

const cell = (title: string) => ({
  title,
  abstract: '采用全固态体系替代半固态软包电芯，45 ℃ 存放两个月不鼓包，已完成中试。',
  metrics: [{ name: '能量密度', value: 420, unit: 'Wh/kg' }],
})
const work = async () => {
  await worker.work()
  await (web.search.engine as EmbeddedEngine).refresh()
}

it('marks what came since the poser looked last, and says what was told', async () => {
  const { id, number } = await openChallenge(kernel)
  const early = await listedWith(kernel, 'solver', cell('早先的全固态软包电芯'))
  await work()
  const path = `/challenges/${number}/matches`
  const look = async () => (await web.ask(path, { headers: await web.as('poser') })).body
  const first = await look()
  expect(first).toContain(early.number)
  expect(first).toContain('已通知 1 项')
  expect(first).not.toContain('新增')
  await expect.poll(() => kernel.db.$count(matchFeedback), { timeout: 5_000 }).toBe(1)

  const late = await listedWith(kernel, 'rival', cell('后来的全固态软包电芯'))
  await work()
  const second = await look()
  expect(second).toContain('上次查看之后新增 1 项')
  expect(second).toContain('已通知 2 项')
  const card = (of: string) => second.split('<article').find((part) => part.includes(of))
  expect(card(late.number)).toMatch(/\d{4}-\d{2}-\d{2} 新增/)
  expect(card(early.number)).not.toContain('新增')
  await expect.poll(() => kernel.db.$count(matchFeedback), { timeout: 5_000 }).toBe(2)
  expect(await look()).not.toContain('新增')

  const own = await web.ask(`/workspace/achievements/${late.id}/matches`, { headers: await web.as('rival') })
  expect(own.body).toContain('有新的榜单匹配时会通知本机构')
  expect(id).toBeTruthy()
  expect(web.errors).toEqual([])
}, 120_000)

it('keeps a search from its list to its end, by forms alone', async () => {
  const headers = await web.as('stranger')
  const of = '/achievements?q=%E7%94%B5%E8%8A%AF&field=new_energy'
  const list = await web.ask(of, { headers })
  const [, link] = /href="(\/workspace\/saved-searches\/new[^"]*)"/.exec(list.body) ?? []
  expect(link).toBe(`/workspace/saved-searches/new?${new URLSearchParams({ of })}`)
  const form = await web.ask(link!, { headers })
  expect(form.body).toContain('value="科技成果 · “电芯” · 新能源与高效节能"')

  const saved = await web.post(link!, 'stranger', { name: '电芯', alerts: 'at_once' })
  expect(saved.headers.location).toBe('/workspace/saved-searches?said=matching.said.search_saved')
  const page = (await web.ask('/workspace/saved-searches', { headers })).body
  expect(page).toContain(of.replace('&', '&amp;'))
  expect(page).toContain('立即通知')
  const [, at] = /href="(\/workspace\/saved-searches\/[0-9a-f-]{36})"/.exec(page) ?? []
  expect((await web.ask(link!, { headers })).body).toContain('已经保存过')

  expect((await web.post(at!, 'stranger', { name: '', alerts: 'none' })).status).toBe(422)
  expect((await web.post(at!, 'stranger', { name: '改了名字', alerts: 'none' })).status).toBe(303)
  expect((await web.ask('/workspace/saved-searches', { headers })).body).toContain('改了名字')
  expect((await web.post(`${at}/remove`, 'rival', {})).status).toBe(404)
  expect((await web.post(`${at}/remove`, 'stranger', {})).status).toBe(303)
  expect((await web.ask('/workspace/saved-searches', { headers })).body).toContain('还没有保存的搜索')
}, 60_000)

it('suggests so many times a minute per address, and then says when again', async () => {
  await putSetting(kernel, 'search.suggest_per_minute', 3)
  const ask = () => web.ask('/search/suggest?q=%E7%94%B5')
  const answers = []
  for (let at = 0; at < 8; at += 1) answers.push(await ask())
  const refused = answers.at(-1)!
  expect(answers[0]!.status).toBe(200)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60)
  expect(web.errors).toEqual([])
})
