import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiAs } from './as-person'
import { describeInBrowser, launchBrowser } from './chromium'
import { open, pageOf, reloadUntil } from './person-page'

const note = '样品价比现用模块高一倍'
const day = 86_400_000

/** The address of the matches of a challenge that has just been published. */
async function matchesPath(): Promise<string> {
  const poser = await apiAs('poser')
  const { business_at } = await poser.run<{ business_at: string }>('demo.move_clock', { to: 'next_working_day' })
  const { id } = await poser.run('challenge.create_draft', {
    title: '碳化硅半桥驱动总被开关噪声误触发',
    requirement:
      '碳化硅半桥功率组件做电机驱动，开关一快隔离驱动就误触发，希望换成抗扰更强、延迟更小的驱动芯片或驱动板。',
    field: 'electronics_information',
    targets: [
      { name: '共模瞬态抗扰度', comparator: '>=', value: 150, unit: 'V/ns' },
      { name: '传输延迟', comparator: '<=', value: 60, unit: 'ns' },
    ],
    budget_max_fen: '300000000',
    bid_deadline: new Date(Date.parse(business_at) + 40 * day).toISOString(),
    criteria: [{ name: '技术方案', weight: 100 }],
  })
  await poser.run('challenge.submit', { id })
  const reviewer = await apiAs('reviewer')
  const { number } = await reviewer.run<{ number: string }>('challenge.publish', { id })
  return `/challenges/${number}/matches`
}

describeInBrowser('a match that does not fit', () => {
  let browser: Browser
  let path: string
  beforeAll(async () => {
    browser = await launchBrowser()
    path = await matchesPath()
  }, 60_000)
  afterAll(() => browser.close())

  const main = (page: Page) => page.locator('main')
  /** Opens the page; a challenge that has just been published may need a moment until search knows it. */
  const openMatches = async (page: Page) => {
    await open(page, path)
    await reloadUntil(page, async () => (await main(page).locator('article').count()) > 1)
  }
  const titles = (page: Page) => main(page).locator('article h3').allInnerTexts()

  test.each([
    ['without JavaScript', false],
    ['with JavaScript', true],
  ])(
    'is put aside by the poser with a reason, and taken back: %s',
    async (_name, javaScriptEnabled) => {
      const page = await pageOf(browser, 'poser', { javaScriptEnabled })
      await openMatches(page)
      const before = await titles(page)
      const [first] = before

      const card = main(page).locator('article').first()
      await card.locator('summary', { hasText: '标为不合适' }).click()
      await card.getByLabel('不合适的原因').selectOption({ label: '价格' })
      await card.getByLabel('备注').fill(note)
      await card.getByRole('button', { name: '移到“不合适”' }).click()
      await page.waitForURL(/said=matching\.said\.not_fit_marked/)
      const group = main(page).locator('#not-fit')
      await group.waitFor()
      expect(await titles(page)).not.toContain(first)
      await group.locator('summary').click()
      expect(await group.innerText()).toContain(first)
      expect(await group.innerText()).toContain(note)

      await group.getByRole('button', { name: '撤回' }).click()
      await page.waitForURL(/said=matching\.said\.not_fit_undone/)
      await group.waitFor({ state: 'detached' })
      expect(await titles(page)).toEqual(before)
      await page.context().close()
    },
    60_000,
  )

  test('is asked for its reason, and leads to the page of the listing', async () => {
    const page = await pageOf(browser, 'poser', { javaScriptEnabled: false })
    await openMatches(page)
    const card = main(page).locator('article').first()
    await card.locator('summary').click()
    await card.getByLabel('备注').fill(note)
    await card.getByRole('button', { name: '移到“不合适”' }).click()
    await page.waitForURL(/\/not-fit$/)
    expect(await page.getByRole('alert').innerText()).toContain('不合适的原因')
    expect(await main(page).locator('[name=note]').inputValue()).toBe(note)

    await open(page, path)
    const link = main(page).locator('article h3 a').first()
    const number = (await link.getAttribute('href'))!.split('/').at(-1)!
    await link.click()
    await page.waitForURL(/\/(achievements|capabilities)\//)
    expect(page.url().endsWith(`/${number}`)).toBe(true)
    await page.context().close()
  }, 60_000)
})
