import { expect, it } from 'vitest'
import { render } from './render'

const site = 'https://jiebang.example'

it('paths on a line of their own become whole addresses, in text and as links', () => {
  const { text, html } = render('您好：\n\n榜题已截止\n/challenges/BD-2026-000001?a=1&b=2', 'zh-CN', site)
  expect(text).toBe('您好：\n\n榜题已截止\nhttps://jiebang.example/challenges/BD-2026-000001?a=1&b=2\n')
  expect(html).toContain(
    '<a href="https://jiebang.example/challenges/BD-2026-000001?a=1&amp;b=2">https://jiebang.example/challenges/BD-2026-000001?a=1&amp;b=2</a>',
  )
  expect(html).toContain('<html lang="zh-CN">')
})

it('what people wrote stays text: no markup, no address of somebody else', () => {
  const { text, html } = render(
    '<b>榜题</b> //elsewhere.example\n//elsewhere.example/x\n/\\elsewhere.example',
    'en',
    site,
  )
  expect(html).toContain('&lt;b&gt;榜题&lt;/b&gt;')
  expect(html).not.toContain('href')
  expect(text).not.toContain('https:')
})
