import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { describeInBrowser, launchBrowser } from './chromium'
import { open, pageOf } from './person-page'

describeInBrowser('without JavaScript', () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })
    context.setDefaultTimeout(20_000)
    page = await context.newPage()
    return () => context.close()
  })

  const main = () => page.locator('main')

  test('a visitor pastes a problem and sees who meets each target of it', async () => {
    await open(page, '/')
    await main().locator('[name=text]').fill('换成全固态软包电芯，能量密度不低于 400 Wh/kg，循环寿命 800 次以上。')
    await main().getByRole('button', { name: '找解题方' }).click()
    await page.waitForURL(/\/match$/)
    expect(await main().locator('[name=text]').inputValue()).toContain('能量密度不低于 400 Wh/kg')
    expect(await main().innerText()).toContain('能量密度 ≥ 400 Wh/kg')
    expect(await main().locator('.strip', { hasText: '能量密度' }).count()).toBeGreaterThan(0)
    await main().locator('[name=text]').fill('')
    await main().getByRole('button', { name: '找解题方' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('技术难题')
  })

  test('a visitor filters the challenges, sorts them and takes the filter back', async () => {
    await open(page, '/challenges')
    const rows = main().locator('ul.bg-paper > li')
    const all = await rows.count()
    const facets = main().getByRole('complementary', { name: '筛选' })
    const option = facets.locator('label', { hasText: '委托开发' })
    const count = Number((await option.innerText()).replace(/\D/g, ''))
    expect(count).toBeGreaterThan(0)
    expect(count).toBeLessThan(all)
    await option.click()
    await facets.getByRole('button', { name: '按所选筛选' }).click()
    await page.waitForURL(/mode=commissioned/)
    await main().getByRole('link', { name: '预算从高到低' }).click()
    await page.waitForURL(/sort=budget/)
    expect(new URL(page.url()).searchParams.getAll('mode')).toHaveLength(1)
    expect(await rows.count()).toBe(count)
    for (const row of await rows.allInnerTexts()) expect(row).toContain('委托开发')
    const most = (await rows.allInnerTexts()).map((row) =>
      Number(/([\d,]+) 万元/.exec(row)?.[1]?.replace(',', '') ?? 0),
    )
    expect(most).toEqual(most.toSorted((a, b) => b - a))

    // Enter in the words of the list sends them together with what is ticked.
    await facets.locator('[name=q]').fill('没有哪个榜单这样写')
    await facets.locator('[name=q]').press('Enter')
    await page.waitForURL(/q=/)
    expect(new URL(page.url()).searchParams.get('sort')).toBe('budget')
    expect(await rows.count()).toBe(0)
    await main().getByRole('link', { name: '全部清除' }).click()
    await page.waitForURL(/\/challenges(\?sort=budget)?$/)
    expect(await rows.count()).toBe(all)
  })

  test('the language that somebody chooses is remembered', async () => {
    await open(page, '/challenges')
    await page.getByRole('banner').getByRole('button', { name: 'English' }).click()
    await page.waitForURL(/\/challenges$/)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    const later = await page.context().newPage()
    await open(later, '/match')
    expect(await later.locator('html').getAttribute('lang')).toBe('en')
    expect(await later.locator('h1').innerText()).not.toMatch(/\p{Script=Han}/u)
    await later.getByRole('banner').getByRole('button', { name: '中文' }).click()
    expect(await later.locator('html').getAttribute('lang')).toBe('zh-CN')
  })

  test('somebody signs up, mends what was refused, signs in and stands before the form of the organisation', async () => {
    const email = `without-script-${Date.now()}@example.com`
    await open(page, '/signup')
    await main().locator('[name=name]').fill('吴脚本')
    await main().locator('[name=email]').fill(email)
    await main().locator('[name=password]').fill('short')
    await main().getByRole('button', { name: '注册', exact: true }).click()
    const alert = page.getByRole('alert').first()
    await alert.getByRole('link', { name: /密码/ }).waitFor()
    expect(await main().locator('[name=password]').getAttribute('aria-invalid')).toBe('true')
    expect(await main().locator('[name=name]').inputValue()).toBe('吴脚本')
    expect(await main().locator('[name=email]').inputValue()).toBe(email)
    // A password never travels back.
    expect(await main().locator('[name=password]').inputValue()).toBe('')

    const password = 'long enough to be kept'
    await main().locator('[name=password]').fill(password)
    await main().getByRole('button', { name: '注册', exact: true }).click()
    await page.waitForURL(/\/login/)
    await main().locator('[name=email]').fill(email)
    await main().locator('[name=password]').fill(password)
    await main().getByRole('button', { name: '登录', exact: true }).click()
    await page.waitForURL(/\/workspace\/organizations\/new/)
    expect(await page.getByRole('banner').innerText()).toContain('吴脚本')
  })

  test('a lab that withdraws twice what it offers stays, and reads why the second time is refused', async () => {
    const lab = await pageOf(browser, 'solver', { javaScriptEnabled: false })
    await open(lab, '/workspace/achievements')
    await lab.locator('tr', { hasText: '已发布' }).last().locator('th a').click()
    const withdraw = lab.locator('main').getByRole('button', { name: '撤下', exact: true })
    await withdraw.waitFor()
    const again = await lab.context().newPage()
    await again.goto(lab.url())
    await withdraw.click()
    await lab.waitForURL(/said=achievement\.said\.withdrawn/)
    await again.locator('main').getByRole('button', { name: '撤下', exact: true }).click()
    await again.waitForURL(/\/withdraw$/)
    await again.getByRole('alert').filter({ hasText: '这一步没有完成' }).waitFor()
    await lab.context().close()
  })
})
