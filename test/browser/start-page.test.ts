import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeInBrowser, launchBrowser, productUrl } from './chromium'

describeInBrowser('the product as npm start brings it up', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  test('the first page opens, with and without JavaScript', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await browser.newPage({ javaScriptEnabled })
      const answer = await page.goto(`${productUrl()}/`)
      expect(answer?.status()).toBe(200)
      expect(await page.locator('h1').first().textContent()).not.toBe('')
      await page.close()
    }
  })
})
