import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiAs } from './as-person'
import { describeInBrowser, launchBrowser } from './chromium'
import { businessClock, open, pageOf, press, reloadUntil } from './person-page'

/** A challenge of the poser's whose bid deadline has just passed. */
async function closedChallenge(page: Page, title: string) {
  const [poser, reviewer] = [await apiAs('poser'), await apiAs('reviewer')]
  const deadline = new Date((await businessClock(page)).getTime() + 3_600_000).toISOString()
  const { id } = await poser.run('challenge.create_draft', {
    title,
    requirement: '现用方案在高温下存放两个月后明显鼓包，希望换成更稳定的体系。',
    field: 'new_energy',
    budget_max_fen: '900000000',
    bid_deadline: deadline,
    targets: [{ name: '能量密度', comparator: '>=', value: 400, unit: 'Wh/kg' }],
  })
  await poser.run('challenge.submit', { id })
  const { number } = await reviewer.run<{ number: string }>('challenge.publish', { id })
  await poser.run('demo.move_clock', { to: deadline })
  return number
}

describeInBrowser('notifications', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  test.each([
    ['without JavaScript', false, '不发'],
    ['with JavaScript', true, '即时'],
  ])(
    'a poser reads that a bid deadline has passed, and chooses what comes by mail about it: %s',
    async (name, javaScriptEnabled, wish) => {
      const page = await pageOf(browser, 'poser', { javaScriptEnabled })
      const main = page.locator('main')
      const title = `高温下不鼓包的电芯 ${name}`
      const number = await closedChallenge(page, title)

      await open(page, '/challenges')
      const bell = page.locator('header').getByRole('link', { name: /条未读通知/ })
      await reloadUntil(page, async () => (await bell.count()) > 0)
      await bell.click()
      await page.waitForURL(/\/workspace\/notifications$/)
      const row = main.locator('tr', { hasText: `榜单《${title}》（${number}）的揭榜时间已截止` })
      // The worker closes the challenge within a second.
      await reloadUntil(page, async () => (await row.count()) > 0)
      expect(await row.innerText()).toContain('未读')
      await row.getByRole('link').click()
      await main.locator('h1', { hasText: title }).waitFor()

      await open(page, '/workspace/notifications')
      await row.waitFor()
      expect(await row.innerText()).not.toContain('未读')
      await press(page, '全部标为已读', /said=notification\.said\.all_read/)
      await page.getByRole('status').filter({ hasText: '全部标为已读' }).first().waitFor()
      expect(await main.getByText('未读', { exact: true }).count()).toBe(0)

      await main.getByRole('link', { name: '邮件设置' }).click()
      const choice = main.getByRole('radio', { name: `榜单揭榜截止：${wish}` })
      await choice.waitFor()
      expect(await choice.isChecked()).toBe(false)
      await choice.check()
      await main.getByRole('button', { name: '保存' }).first().click()
      await page.getByRole('status').filter({ hasText: '邮件设置已保存' }).first().waitFor()
      await open(page, '/workspace/notifications/preferences')
      expect(await choice.isChecked()).toBe(true)
      await page.context().close()
    },
    120_000,
  )

  test('a solver makes a calendar address, reads it as a calendar would, and revokes it', async () => {
    const page = await pageOf(browser, 'solver', { javaScriptEnabled: false })
    const main = page.locator('main')
    await open(page, '/workspace/calendar')
    await main.getByRole('button', { name: '生成订阅地址' }).last().click()
    await main.getByText('订阅地址已生成').waitFor()
    const address = await main.locator('code').innerText()
    const read = await fetch(address)
    expect(read.status).toBe(200)
    expect(read.headers.get('content-type')).toContain('text/calendar')
    expect(await read.text()).toContain('BEGIN:VCALENDAR')

    await main.getByRole('link', { name: '撤销' }).first().click()
    await page.waitForURL(/\/revoke$/)
    await press(page, '撤销', /said=notification\.said\.calendar_revoked/)
    expect((await fetch(address)).status).toBe(404)
    await page.context().close()
  }, 60_000)

  test('whoever tries the demo reads the mail that no server took', async () => {
    const page = await pageOf(browser, null, { javaScriptEnabled: false })
    await page.getByRole('complementary', { name: '演示数据' }).getByRole('link', { name: '邮件' }).click()
    await page.waitForURL(/\/demo\/mail$/)
    const letter = page.locator('main details').first()
    await letter.locator('summary').click()
    await letter.getByText('您好').waitFor()
    expect(await letter.innerText()).toContain('/workspace/notifications/preferences')
    await page.context().close()
  }, 60_000)
})
