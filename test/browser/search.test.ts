import type { Browser, Page } from 'playwright-core'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeInBrowser, launchBrowser } from './chromium'
import { open, pageOf } from './person-page'

describeInBrowser('search', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  const box = (page: Page) => page.getByRole('banner').getByRole('combobox')
  const options = (page: Page) => page.getByRole('option')

  test('somebody types how an organisation sounds, goes through the suggestions by keyboard and takes one', async () => {
    const page = await pageOf(browser, null)
    await box(page).pressSequentially('binjiang', { delay: 20 })
    await options(page).first().waitFor()
    expect(await box(page).getAttribute('aria-expanded')).toBe('true')
    expect(await box(page).getAttribute('aria-controls')).toBe(await page.getByRole('listbox').getAttribute('id'))
    expect((await new AxeBuilder({ page }).include('header').analyze()).violations).toEqual([])

    await page.keyboard.press('ArrowDown')
    const active = page.locator(`[id="${await box(page).getAttribute('aria-activedescendant')}"]`)
    expect(await active.getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Escape')
    expect(await options(page).count()).toBe(0)
    expect(await box(page).inputValue()).toBe('binjiang')

    await box(page).fill('bjwn')
    await options(page).first().waitFor()
    const name = (await options(page).first().innerText()).split('\n')[0]!
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/search\?q=/)
    expect(new URL(page.url()).searchParams.get('q')).toBe(name)
    await page.locator('main ul.bg-paper', { hasText: name }).waitFor()
    await page.context().close()
  })

  test('a title is gone to by a click, and a list offers only its own', async () => {
    const page = await pageOf(browser, null)
    await open(page, '/achievements')
    const field = page.locator('#side-q')
    await field.pressSequentially('电池', { delay: 20 })
    await options(page).first().waitFor()
    for (const text of await options(page).allInnerTexts()) expect(text).not.toContain('榜单')
    const title = (await options(page).last().innerText()).split('\n')[0]!
    await options(page).last().click()
    await page.waitForURL(/\/achievements\/CG-/)
    await page.locator('h1', { hasText: title }).waitFor()
    await page.context().close()
  })

  test('without JavaScript the page asks back, and leads to the match with what was typed', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })
    const page = await context.newPage()
    await open(page, '/search?q=binjiang')
    const meant = page.getByRole('navigation', { name: '您是不是想找' })
    const link = meant.getByRole('link').first()
    const name = await link.innerText()
    await page.locator('main').getByRole('link', { name: '去匹配' }).waitFor()
    expect(await page.locator('main').getByRole('link', { name: '去匹配' }).getAttribute('href')).toBe(
      '/match?q=binjiang',
    )
    await link.click()
    await page.waitForURL(/\/search\?q=%/)
    await page.locator('main ul.bg-paper', { hasText: name }).waitFor()
    await context.close()
  })

  test('an analyst puts two words together, and takes them apart again', async () => {
    const page = await pageOf(browser, 'analyst')
    await open(page, '/admin')
    await page.getByRole('link', { name: '同义说法' }).click()
    await page.waitForURL(/\/admin\/synonyms$/)
    await page.locator('[name=words]').fill('起砂')
    await page.getByRole('button', { name: '新增一组' }).click()
    await page.getByRole('alert').filter({ hasText: '至少写两个' }).waitFor()
    await page.locator('[name=words]').fill('起砂、表面疏松')
    await page.getByRole('button', { name: '新增一组' }).click()
    await page.waitForURL(/said=/)
    await page.getByRole('link', { name: '修改“起砂”一组' }).click()
    await page.locator('[name=active]').uncheck()
    await page.getByRole('button', { name: '保存' }).click()
    await page.waitForURL(/said=/)
    await page.getByRole('row', { name: /起砂/ }).filter({ hasText: '停用' }).waitFor()
    await page.getByRole('link', { name: '修改“起砂”一组' }).click()
    await page.getByRole('link', { name: '删除这一组' }).click()
    await page.getByRole('button', { name: '删除这一组' }).click()
    await page.waitForURL(/said=matching.said.removed/)
    await page.getByRole('row', { name: /起砂/ }).waitFor({ state: 'detached' })
    await page.context().close()
  })
})
