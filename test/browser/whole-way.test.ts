import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { organizationNameOf } from '../cast'
import { describeInBrowser, launchBrowser } from './chromium'
import { businessClock, followTodo, goOn, moveClock, open, pageOf, press, reloadUntil } from './person-page'

const hour = 3_600_000
const judges = [
  ['judge', '方远舟'],
  ['judge_two', '何晓岚'],
  ['judge_three', '梁启明'],
] as const

const winnersPlan = '用硫化物复合电解质膜替换隔膜与电解液，干法成膜后等静压致密'
const losersPlan = '用凝胶电解质原位固化，现有产线只换注液工序'

/** What a `datetime-local` field of the product takes: the clock of Shanghai. */
const shanghai = (moment: Date): string => new Date(moment.getTime() + 8 * hour).toISOString().slice(0, 16)

/** The total of the home page, exact, in fen. */
async function publicTotal(visitor: Page): Promise<bigint> {
  await open(visitor, '/')
  const said = await visitor
    .locator('main')
    .getByText(/^[\d,]+(\.\d\d)? 元$/)
    .first()
    .textContent()
  const [whole, fraction = '00'] = said!.replace(/[, 元]/g, '').split('.')
  return BigInt(whole! + fraction)
}

/** A public page as it stands, without the time that is left. */
async function standing(page: Page, path: string): Promise<string> {
  await open(page, path)
  return (await page.locator('main').innerHTML()).replace(/(\d+ (天|小时|分钟)\s*)+/g, '…')
}

async function pose(poser: Page, title: string, deadline: Date): Promise<void> {
  await open(poser, '/workspace/challenges/new')
  await poser.getByLabel('题目').fill(title)
  await poser
    .locator('[name=requirement]')
    .fill(
      '半固态软包电芯放两个月就鼓包，循环三百次后容量掉到百分之八十以下。希望换成全固态体系，并给出可以在现有产线试制的工艺。',
    )
  await poser.locator('[name=field]').selectOption('new_energy')
  await poser.locator('[name=budget_max_fen]').fill('900万')
  await poser.locator('[name=bid_deadline]').fill(shanghai(deadline))
  const rows = [
    { name: '循环寿命', comparator: '>=', value: '800', unit: '次' },
    { name: '能量密度', comparator: '>=', value: '400', unit: 'Wh/kg' },
    { name: '工作温度', comparator: 'between', value: '-20', value_to: '60', unit: '℃' },
  ]
  for (const [index, { comparator, ...parts }] of rows.entries()) {
    if (index > 0) await poser.getByRole('button', { name: '加一条指标' }).click()
    await poser.locator(`[name="targets[${index}].comparator"]`).selectOption(comparator)
    for (const [part, value] of Object.entries(parts))
      await poser.locator(`[name="targets[${index}].${part}"]`).fill(value)
  }
  await press(poser, '保存草稿', /said=challenge\.said\.draft_created/)
  await poser.getByRole('link', { name: '提交审核' }).click()
  await poser.waitForURL(/\/submit$/)
  await press(poser, '提交审核', /said=challenge\.said\.submitted/)
}

/** Submits a sealed bid and answers the proving part of its receipt. */
async function bid(bidder: Page, number: string, offer: { plan: string; price: string; cycles: string; day: string }) {
  await open(bidder, `/challenges/${number}`)
  await bidder.getByRole('link', { name: '提交揭榜方案' }).click()
  await bidder.locator('[name="content.commitments[0].value"]').fill(offer.cycles)
  await bidder.locator('[name="content.commitments[1].value"]').fill('410')
  await bidder.locator('[name="content.commitments[2].value"]').fill('-30')
  await bidder.locator('[name="content.commitments[2].value_to"]').fill('65')
  await bidder.locator('[name="content.price"]').fill(offer.price)
  await bidder.locator('[name="content.delivery_date"]').fill(offer.day)
  await bidder.locator('[name="content.plan"]').fill(offer.plan)
  await bidder.locator('[name="content.team"]').fill('固态电池课题组八人，自有中试线一条。')
  await bidder.getByRole('button', { name: '密封并提交' }).click()
  await bidder.getByRole('heading', { name: '已密封。请现在保存回执' }).waitFor()
  const [proof, secret] = await bidder.locator('main pre').allTextContents()
  expect(proof).not.toContain(offer.plan)
  expect(secret).toContain('AGE-SECRET-KEY-')
  return proof!
}

async function verified(visitor: Page, proof: string): Promise<string> {
  await open(visitor, '/verify')
  await visitor.locator('[name=proof]').fill(proof)
  await visitor.locator('main').getByRole('button', { name: '核验', exact: true }).click()
  const verdict = visitor.locator('main section[aria-live]')
  await verdict.waitFor()
  return verdict.innerText()
}

/** Accepts the invitation and gives the favourite ninety points by every criterion, the others sixty. */
async function score(judge: Page, title: string, favourite: string): Promise<void> {
  await followTodo(judge, title, '答复邀请')
  await goOn(judge, '/accept')
  await judge.locator('[name=no_conflict]').check()
  await press(judge, '接受并开始评审', /said=evaluation\.said\.accepted/)
  const bids = judge.locator('form#scorecard > div:has(section)')
  await bids.first().waitFor()
  expect(await bids.count()).toBe(2)
  for (const section of await bids.all()) {
    const points = (await section.getByRole('heading').first().innerText()).includes(favourite) ? '90' : '60'
    for (const field of await section.locator('input[name$=".value"]').all()) await field.fill(points)
    for (const field of await section.locator('textarea').all()) await field.fill(`按承诺值评为 ${points} 分`)
  }
  await press(judge, '提交评分表', /said=evaluation\.said\.submitted/)
}

describeInBrowser('the whole way by the pages', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  test('an enterprise’s problem becomes a registered contract, and the public total rises by exactly its technology amount', async () => {
    const title = `软包电芯鼓包，求全固态方案 ${Date.now().toString(36)}`
    const [visitor, poser, reviewer] = [
      await pageOf(browser, null),
      await pageOf(browser, 'poser'),
      await pageOf(browser, 'reviewer'),
    ]
    const now = await businessClock(poser)
    const deadline = new Date(Math.ceil(now.getTime() / 60_000) * 60_000 + 2 * hour)
    await pose(poser, title, deadline)

    await followTodo(reviewer, title, '审核榜单')
    await press(reviewer, '审核通过并发榜', /\/challenges\/BD-/)
    const number = /BD-[^?/]+/.exec(reviewer.url())![0]
    const at = `/challenges/${number}`

    await open(poser, `${at}/matches`)
    await reloadUntil(poser, async () => (await poser.locator('main article').count()) > 0)
    expect(await poser.locator('main article').first().innerText()).toMatch(/达标|未说明/)

    const before = { visitor: await standing(visitor, at), poser: await standing(poser, at) }
    const day = shanghai(new Date(now.getTime() + 300 * 24 * hour)).slice(0, 10)
    const solver = await pageOf(browser, 'solver')
    const rival = await pageOf(browser, 'rival')
    const proof = await bid(solver, number, { plan: winnersPlan, price: '4199999.99', cycles: '1000', day })
    await bid(rival, number, { plan: losersPlan, price: '390万', cycles: '700', day })
    const checked = await verified(visitor, proof)
    expect(checked).toContain('签名有效')
    expect(checked).toContain('榜单还没有截止')
    expect(await standing(visitor, at)).toBe(before.visitor)
    expect(await standing(poser, at)).toBe(before.poser)

    while ((await businessClock(poser)) < deadline) await moveClock(poser, '到下一个截止时刻')
    await reloadUntil(poser, async () => (await poser.getByRole('link', { name: '评委与评分' }).count()) > 0)
    expect(await verified(visitor, proof)).toContain('开启的内容与承诺码一致')
    await open(poser, `${at}/judges`)
    for (const [index, [, name]] of judges.entries()) {
      await poser.locator('tr', { hasText: name }).getByRole('button', { name: '邀请' }).click()
      await poser.locator('tr', { hasText: name }).getByText('待答复').waitFor()
      expect(await poser.getByText('待答复').count()).toBe(index + 1)
    }
    const favourite = organizationNameOf('solver')!
    for (const [key] of judges) {
      const judge = await pageOf(browser, key)
      await score(judge, title, favourite)
      await judge.context().close()
    }

    await open(poser, `${at}/compare`)
    expect(await poser.locator('main').innerText()).toContain('3 位评委已全部提交')
    await poser.getByRole('link', { name: '拟定榜并公示' }).click()
    await poser.getByLabel(`第 1 名 ${favourite}`).check()
    await press(poser, '拟定榜并公示', /said=award\.said\.intended/)
    await open(visitor, '/notices')
    expect(await visitor.locator('tr', { hasText: number }).innerText()).toContain(favourite)
    await open(poser, `${at}/confirm`)
    const confirm = poser.locator('main').getByRole('button', { name: '确认定榜', exact: true })
    expect(await confirm.count()).toBe(0)
    for (let days = 0; days < 12 && (await confirm.count()) === 0; days++) await moveClock(poser, '下一个工作日')
    await press(poser, '确认定榜', /said=award\.said\.confirmed/)

    await open(rival, `${at}/bid`)
    const told = await rival.locator('main').innerText()
    expect(told).toContain('本机构的方案没有被选中')
    expect(told).toContain('按承诺值评为 60 分')
    expect(told).toContain(losersPlan)
    for (const path of [`${at}/bid`, `${at}/compare`, at]) {
      await open(rival, path)
      const text = await rival.content()
      expect(text).not.toContain(winnersPlan)
      expect(text).not.toContain('按承诺值评为 90 分')
    }

    const earlier = await publicTotal(visitor)
    await followTodo(solver, title, '起草合同')
    await press(solver, '起草合同', /said=contract\.said\.drafted/)
    for (const party of [poser, solver]) {
      await followTodo(party, title, '签署合同')
      await press(party, '签署', /said=contract\.said\.signed/)
    }
    await followTodo(solver, title, '申请登记')
    await solver.locator('[name="costs[0].name"]').fill('购置检测仪器')
    await solver.locator('[name="costs[0].amount_fen"]').fill('200000.01')
    await solver.locator('[name=claimed_amount_fen]').fill('3999999.98')
    await press(solver, '提交', /said=contract\.said\.submitted/)

    const registrar = await pageOf(browser, 'registrar')
    await followTodo(registrar, title, '受理')
    await goOn(registrar, '/accept')
    await press(registrar, '受理', /said=contract\.said\.accepted/)
    expect(await publicTotal(visitor)).toBe(earlier)
    await press(registrar, '登记', /said=contract\.said\.registered/)
    expect((await publicTotal(visitor)) - earlier).toBe(399_999_998n)
    for (const context of browser.contexts()) await context.close()
  }, 300_000)
})
