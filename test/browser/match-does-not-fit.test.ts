import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiGet } from './as-person'
import { describeInBrowser, launchBrowser } from './chromium'
import { open, pageOf } from './person-page'

const title = '碳化硅半桥用高抗扰隔离驱动芯片'
const note = '样品价比现用模块高一倍'

/** The address of the matches of a challenge that the demo data holds. */
async function matchesPath(): Promise<string> {
  const { items } = await apiGet<{ items: { number: string; title: string }[] }>('challenges')
  return `/challenges/${items.find((each) => each.title === title)!.number}/matches`
}

describeInBrowser('a match that does not fit', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  const main = (page: Page) => page.locator('main')
  const titles = (page: Page) => main(page).locator('article h3').allInnerTexts()

  test.each([
    ['without JavaScript', false],
    ['with JavaScript', true],
  ])(
    'is put aside by the poser with a reason, and taken back: %s',
    async (_name, javaScriptEnabled) => {
      const path = await matchesPath()
      const page = await pageOf(browser, 'poser', { javaScriptEnabled })
      await open(page, path)
      const before = await titles(page)
      const [first] = before
      expect(before.length).toBeGreaterThan(1)

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
    const path = await matchesPath()
    const page = await pageOf(browser, 'poser', { javaScriptEnabled: false })
    await open(page, path)
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
