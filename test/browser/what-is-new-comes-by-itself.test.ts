import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiAs } from './as-person'
import { describeInBrowser, launchBrowser } from './chromium'
import { open, pageOf, press, reloadUntil } from './person-page'

const main = (page: Page) => page.locator('main')

/** Opens a notification of which this is a part, once it is there; opening it marks it as read on the way. */
async function openNotification(page: Page, part: string, leadsTo: RegExp): Promise<void> {
  await open(page, '/workspace/notifications')
  const row = main(page).locator('tr', { hasText: part })
  await reloadUntil(page, async () => (await row.count()) > 0)
  await row.getByRole('link').first().click()
  await page.waitForURL(leadsTo)
}

describeInBrowser('what is new comes by itself', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  test("a lab saves a list's search without JavaScript, an enterprise publishes, the lab reads it under notifications and opens it", async () => {
    const page = await pageOf(browser, 'institute', { javaScriptEnabled: false })
    await open(page, '/challenges')
    const facets = main(page).getByRole('complementary', { name: '筛选' })
    await facets.locator('[name=q]').fill('深海耐压陶瓷')
    await facets.locator('[name=q]').press('Enter')
    await page.waitForURL(/q=/)
    await main(page).getByRole('link', { name: '保存这次搜索' }).click()
    await page.waitForURL(/saved-searches\/new/)
    const name = main(page).getByLabel('名称')
    expect(await name.inputValue()).toBe('榜单 · “深海耐压陶瓷”')
    await name.fill('耐压陶瓷的榜单')
    await main(page).getByLabel('立即通知').check()
    await press(page, '保存', /said=matching\.said\.search_saved/)
    await main(page).locator('tr', { hasText: '耐压陶瓷的榜单' }).waitFor()

    const poser = await apiAs('poser')
    const reviewer = await apiAs('reviewer')
    for (const title of ['深海耐压陶瓷外壳的整体烧结', '陆上管道的陶瓷内衬']) {
      const { id } = await poser.run('challenge.create_draft', {
        title,
        requirement: '外壳要一次烧成，出炉后不再磨削，强度和尺寸都要有第三方报告。',
        budget_max_fen: '200000000',
        targets: [{ name: '抗压强度', comparator: '>=', value: 1200, unit: 'MPa' }],
        criteria: [{ name: '技术方案', weight: 100 }],
      })
      await poser.run('challenge.submit', { id })
      await reviewer.run('challenge.publish', { id })
    }

    await openNotification(page, '耐压陶瓷的榜单', /\/challenges\/BD-/)
    await main(page).locator('h1', { hasText: '深海耐压陶瓷外壳的整体烧结' }).waitFor()
    await open(page, '/workspace/saved-searches')
    expect(await main(page).locator('tr', { hasText: '耐压陶瓷的榜单' }).innerText()).toContain('1 项')
    await open(page, '/workspace/notifications')
    expect(await main(page).innerText()).not.toContain('陆上管道的陶瓷内衬')

    // Found by the words of both texts, and by its figure: the poser hears of it without having looked.
    const institute = await apiAs('institute')
    const { id: listing } = await institute.run('achievement.create', {
      title: '深海耐压陶瓷外壳整体烧结工艺',
      abstract: '外壳一次烧成，出炉后不再磨削，已随潜器下潜验证。',
      metrics: [{ name: '抗压强度', value: 1500, unit: 'MPa' }],
    })
    await institute.run('achievement.publish', { id: listing })
    const waiting = await pageOf(browser, 'poser', { javaScriptEnabled: false })
    await openNotification(waiting, '深海耐压陶瓷外壳整体烧结工艺', /\/matches$/)
    await main(waiting).locator('article', { hasText: '深海耐压陶瓷外壳整体烧结工艺' }).waitFor()
    expect(await main(waiting).innerText()).toContain('已通知 1 项')
    for (const each of [page, waiting]) await each.context().close()
  }, 180_000)
})
