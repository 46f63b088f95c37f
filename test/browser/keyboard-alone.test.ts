import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeInBrowser, launchBrowser } from './chromium'
import { open, ready } from './person-page'

/** Name of what has the focus, as a screen reader would call it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const it = document.activeElement as HTMLInputElement | null
    return it?.labels?.[0]?.textContent ?? it?.getAttribute('aria-label') ?? it?.textContent?.trim() ?? ''
  })

/** Whether one can see where the focus is; between the last and the first link it is with the browser. */
const focusShows = (page: Page) =>
  page.evaluate(
    () => document.activeElement === document.body || getComputedStyle(document.activeElement!).outlineStyle !== 'none',
  )

/** Presses Tab until what has the focus is called this; everything on the way shows that it has it. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 150; steps += 1) {
    await page.keyboard.press('Tab')
    const here = await focused(page)
    expect(await focusShows(page), `the focus shows on “${here}”`).toBe(true)
    if (here === name) return
  }
  throw new Error(`Tab never came to “${name}”`)
}

describeInBrowser('with the keyboard alone', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  test('somebody skips the frame, signs in, pastes a problem and opens the first who could solve it', async () => {
    const page = await browser.newPage({ locale: 'zh-CN' })
    page.setDefaultTimeout(20_000)
    await open(page, '/login?next=/match')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('跳到正文')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')

    await tabTo(page, '邮箱')
    await page.keyboard.type('poser@demo.jiebang.example')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('密码')
    await page.keyboard.type('binjiang-demo-2026')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/match$/)
    await ready(page)

    // What is refused takes the focus, and leads to its field.
    await tabTo(page, '找解题方')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'alert')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('text')

    await page.keyboard.type('换成全固态软包电芯，能量密度不低于 400 Wh/kg，循环寿命 800 次以上。')
    await tabTo(page, '找解题方')
    await page.keyboard.press('Enter')
    const first = page.locator('main h2 a, main h3 a').first()
    await first.waitFor()
    await tabTo(page, (await first.innerText()).trim())
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/(achievements|capabilities)\//)

    // `/` leads to the search from anywhere.
    await page.keyboard.press('/')
    await page.keyboard.type('电池')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/search\?q=/)
    await page.close()
  })
})
