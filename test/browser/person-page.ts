import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { CastKey } from '../cast'
import { productUrl } from './chromium'

/** A page of a browser context of its own, where this person has entered with one click in the demo bar; `null` is a visitor. */
export async function pageOf(
  browser: Browser,
  person: CastKey | null,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', ...options })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  // A public page stays where it is when somebody else enters; this one asks the least of the server.
  await open(page, '/verify')
  if (person === null) return page
  await demoBar(page).locator('summary').click()
  await demoBar(page).locator(`form:has(input[name=person][value=${person}])`).getByRole('button').click()
  await page.getByRole('link', { name: '工作台' }).first().waitFor()
  return page
}

/** Goes to a path of the product and waits until its buttons do what they do: the script has taken the page over, where it may run. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path.startsWith('http') ? path : `${productUrl()}${path}`)
  await ready(page)
}

/** After a whole page was loaded, by whatever led there. */
export async function ready(page: Page): Promise<void> {
  await page.waitForLoadState()
  const scripted = (await page.locator('script[src], link[rel=modulepreload]').count()) > 0
  if (!scripted || !(await runsScripts(page))) return
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__react')),
  )
}

/** Whether this page may run scripts: where it may not, `noscript` has children. */
const runsScripts = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const box = document.createElement('div')
    box.innerHTML = '<noscript><b></b></noscript>'
    return box.querySelector('noscript b') === null
  })

/** Presses a button and waits for the address its act leads to. */
export async function press(page: Page, button: string, leadsTo: RegExp): Promise<void> {
  await page.locator('main').getByRole('button', { name: button, exact: true }).click()
  await page.waitForURL(leadsTo)
}

/** Follows what waits for this person on the workspace: the row of this title. */
export async function followTodo(page: Page, title: string, act: string): Promise<void> {
  await open(page, '/workspace')
  await page.locator('tr', { hasText: title }).getByRole('link', { name: act, exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/workspace')
}

/** Follows the link to an act of the page, by the end of its address. */
export async function goOn(page: Page, ending: string): Promise<void> {
  await page.locator(`main a[href$="${ending}"]`).first().click()
  await page.waitForURL((url) => url.pathname.endsWith(ending))
}

/** Business time as the demo bar shows it. */
export async function businessClock(page: Page): Promise<Date> {
  const at = await demoBar(page).locator('time').getAttribute('datetime')
  expect(at).toBeTruthy()
  return new Date(at!)
}

/** Moves business time with a button of the demo bar. */
export async function moveClock(page: Page, step: '到下一个截止时刻' | '下一个工作日'): Promise<void> {
  const before = await businessClock(page)
  await Promise.all([
    page.waitForURL(/said=demo\.said\.clock_moved/),
    demoBar(page).getByRole('button', { name: step }).click(),
  ])
  await ready(page)
  expect((await businessClock(page)).getTime()).toBeGreaterThan(before.getTime())
}

/** Loads the page again until it holds, as somebody who waits would. */
export async function reloadUntil(page: Page, holds: () => Promise<boolean>, seconds = 60): Promise<void> {
  const end = Date.now() + seconds * 1_000
  while (!(await holds())) {
    if (Date.now() > end)
      throw new Error(`waited ${seconds} s at ${page.url()}:\n${await page.locator('main').innerText()}`)
    await page.waitForTimeout(500)
    await page.reload()
    await ready(page)
  }
}

const demoBar = (page: Page) => page.getByRole('complementary', { name: '演示数据' })
