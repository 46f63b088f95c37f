import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeInBrowser, launchBrowser, productUrl } from './chromium'

describeInBrowser('posing a challenge', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  async function signedIn(person: string, javaScriptEnabled: boolean): Promise<Page> {
    const context = await browser.newContext({ javaScriptEnabled, locale: 'zh-CN' })
    const page = await context.newPage()
    await page.goto(`${productUrl()}/login`)
    await page
      .locator(`main button[name=person][value=${person}], main form:has(input[value=${person}]) button`)
      .click()
    await page.waitForURL((url) => !url.pathname.startsWith('/login'))
    return page
  }

  /** Presses a button and waits until its answer is on the page. */
  async function press(page: Page, button: string): Promise<void> {
    const answered = page.waitForResponse((answer) => answer.request().method() === 'POST')
    await page.getByRole('button', { name: button, exact: true }).click()
    await answered
    await page.waitForLoadState('networkidle')
  }

  test.each([
    ['with JavaScript', true],
    ['without JavaScript', false],
  ])('a paragraph becomes targets, a reviewer publishes, and a solver is offered to bid: %s', async (_how, js) => {
    const title = `全固态电芯（${js ? '有' : '无'}脚本）`
    const poser = await signedIn('poser', js)
    await poser.goto(`${productUrl()}/workspace/challenges/new`)
    await poser.waitForLoadState('networkidle')
    await poser.locator('[name=title]').fill(title)
    await poser.locator('[name=requirement]').fill('半固态软包电芯放两个月就鼓包，希望换成真正的全固态体系。')
    await poser.locator('[name=budget_max_fen]').fill('900万')
    await poser.locator('summary', { hasText: '粘贴' }).click()
    await poser
      .locator('[name=targets_text]')
      .fill('能量密度不低于 400 Wh/kg，循环寿命 800 次以上，工作温度 −20~60 ℃。')
    await press(poser, '拆成指标')
    const names = poser.locator('input[name^="targets["][name$="].name"]')
    await expect.poll(() => names.count()).toBe(3)
    expect(await names.evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value))).toEqual([
      '能量密度',
      '循环寿命',
      '工作温度',
    ])
    expect(await poser.locator('[name=title]').inputValue()).toBe(title)

    await poser.locator('[name="criteria[0].weight"]').fill('49')
    await press(poser, '保存草稿')
    await poser.getByRole('alert').waitFor()
    expect(await poser.getByRole('alert').textContent()).toContain('权重合计必须正好是 100')
    expect(await poser.locator('[name=budget_max_fen]').inputValue()).toBe('900万')
    await poser.locator('[name="criteria[0].weight"]').fill('50')
    await press(poser, '保存草稿')
    await poser.waitForURL(/\/workspace\/challenges\/[0-9a-f-]{36}/)
    const own = new URL(poser.url()).pathname
    await poser.goto(`${productUrl()}${own}/submit`)
    await press(poser, '提交审核')
    await poser.waitForURL(/said=challenge\.said\.submitted/)

    const reviewer = await signedIn('reviewer', js)
    await reviewer.goto(`${productUrl()}/admin/challenges`)
    await reviewer.locator('tr', { hasText: title }).getByRole('link', { name: '审核' }).click()
    await reviewer.waitForURL(/\/publish$/)
    await reviewer.waitForLoadState('networkidle')
    await press(reviewer, '审核通过并发榜')
    await reviewer.waitForURL(/\/challenges\/BD-/)

    const solver = await signedIn('solver', js)
    await solver.goto(reviewer.url())
    expect(await solver.locator('h1').textContent()).toBe(title)
    expect(await solver.getByRole('link', { name: '提交揭榜方案' }).getAttribute('href')).toMatch(/\/bid$/)
    expect(await solver.locator('.strip').count()).toBe(3)
    for (const page of [poser, reviewer, solver]) await page.context().close()
  })
})
