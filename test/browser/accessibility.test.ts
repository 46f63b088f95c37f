import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CastKey } from '../cast'
import { describeInBrowser, launchBrowser, productUrl } from './chromium'
import { open, pageOf, press } from './person-page'

/** The first page that a list links to by this pattern, and an act of it. */
interface Found {
  on: string
  link: RegExp
  then?: string
}

const challengeIn = (state: string, then = ''): Found => ({
  on: `/challenges?state=${state}`,
  link: /^\/challenges\/BD-/,
  then,
})
const first = (on: string, link: RegExp, then = ''): Found => ({ on, link, then })

/** Every kind of page, by who looks at it. */
const looks: Partial<Record<CastKey | 'visitor', readonly (string | Found)[]>> = {
  visitor: [
    '/',
    '/challenges',
    challengeIn('open'),
    challengeIn('awarded'),
    '/achievements',
    first('/achievements', /^\/achievements\/CG-/),
    '/capabilities',
    first('/capabilities', /^\/capabilities\/ZS-/),
    '/search?q=电池',
    '/search?q=没有这样的东西',
    '/match',
    '/indicators',
    '/indicators/contracts',
    '/notices',
    '/verify',
    '/verify/certificate',
    '/about',
    '/login',
    '/signup',
    '/there-is-no-such-page',
  ],
  poser: [
    '/workspace',
    '/workspace/organizations',
    first('/workspace/organizations', /organizations\/[0-9a-f-]{36}$/),
    '/workspace/tokens',
    '/workspace/notifications',
    '/workspace/notifications/preferences',
    '/workspace/calendar',
    '/demo/mail',
    '/workspace/challenges',
    '/workspace/challenges/new',
    first('/workspace/challenges', /^\/challenges\/BD-/, '/matches'),
    '/workspace/contracts',
    first('/workspace/contracts', /\/HT-/),
    first('/workspace/contracts', /\/HT-/, '/print'),
  ],
  solver: [
    '/workspace',
    '/workspace/bids',
    '/workspace/saved-searches',
    '/workspace/saved-searches/new?of=%2Fchallenges%3Fstate%3Dopen',
    challengeIn('open', '/bid'),
    '/workspace/achievements',
    '/workspace/achievements/new',
    first('/workspace/achievements', /\/matches$/),
    '/workspace/contracts',
    '/workspace/contracts/new',
  ],
  pilot: [
    '/workspace/capabilities',
    '/workspace/capabilities/new',
    first('/workspace/capabilities', /capabilities\/[0-9a-f-]{36}$/),
  ],
  judge: ['/workspace/judging', first('/workspace/judging', /judging\/[0-9a-f-]{36}$/)],
  registrar: ['/admin', '/admin/contracts', first('/admin/contracts', /\/HT-/)],
  reviewer: [
    '/admin',
    '/admin/challenges',
    '/admin/organizations',
    first('/admin/organizations', /\/verify$/),
    challengeIn('awarded', '/compare'),
  ],
  analyst: ['/admin', '/admin/matching', '/indicators', '/indicators/contracts'],
  system_administrator: ['/admin', '/admin/search', '/admin/synonyms'],
  newcomer: ['/workspace', '/workspace/organizations/new'],
}

const named = (look: string | Found) =>
  typeof look === 'string' ? look : `${look.on} → ${look.link}${look.then ?? ''}`

/** What axe calls serious or critical, said so that it can be found. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`))
}

/** The page as it stands, wide and narrow, light and dark. */
async function lookAt(page: Page): Promise<Record<string, unknown>> {
  const seen: Record<string, unknown> = {}
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const found = await violations(page)
      if (found.length > 0) seen[`${width} ${colorScheme}`] = found
    }
  }
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (wider > 0) seen['wider than 390 pixels by'] = wider
  return seen
}

describeInBrowser('every kind of page can be read and used by everybody', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  describe.each(Object.keys(looks) as (CastKey | 'visitor')[])('%s', (person) => {
    let page: Page
    beforeAll(async () => {
      page = await pageOf(browser, person === 'visitor' ? null : person)
    })
    afterAll(() => page.context().close())

    test.each(looks[person]!.map((look) => [named(look), look] as const))('%s', async (_name, look) => {
      if (typeof look === 'string') await open(page, look)
      else await open(page, (await firstLink(page, look)) + (look.then ?? ''))
      expect(await lookAt(page), page.url()).toEqual({})
    })
  })

  test('visitor: what a posted problem is answered with, and a form that is refused', async () => {
    const page = await pageOf(browser, null)
    await open(page, '/match')
    await page.locator('[name=text]').fill('全固态软包电芯，能量密度不低于 400 Wh/kg，循环寿命 800 次以上。')
    await page.locator('main').getByRole('button').click()
    await page.locator('main .strip').first().waitFor()
    expect(await lookAt(page)).toEqual({})
    await open(page, '/signup')
    await page.locator('form#sign-up').evaluate((form: HTMLFormElement) => (form.noValidate = true))
    await press(page, '注册', /signup/)
    await page.getByRole('alert').first().waitFor()
    expect(await lookAt(page)).toEqual({})
    await page.context().close()
  })
})

/** Reads the list with the person's own cookies, so that following a link costs no second page load. */
async function firstLink(page: Page, { on, link }: Found): Promise<string> {
  const answer = await page.request.get(`${productUrl()}${on}`)
  const main = /<main[\s\S]*<\/main>/.exec(await answer.text())?.[0] ?? ''
  const found = [...main.matchAll(/href="([^"]+)"/g)].map((each) => each[1]!).find((href) => link.test(href))
  if (!found) throw new Error(`${on} links to nothing like ${link}`)
  return found
}
