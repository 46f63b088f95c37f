import { expect, test } from 'vitest'
import type { CastKey } from '../cast'
import { describeInBrowser, productUrl } from './chromium'

/** Where each begins to look around. */
const starts: readonly (readonly [CastKey | 'visitor', readonly string[]])[] = [
  ['visitor', ['/', '/challenges?state=awarded', '/about', '/search?q=电池']],
  ['poser', ['/workspace']],
  ['solver', ['/workspace']],
  ['judge', ['/workspace']],
  ['registrar', ['/admin']],
  ['reviewer', ['/admin']],
  ['analyst', ['/admin']],
  ['system_administrator', ['/admin']],
]

/** Of pages that differ in their number, id or query alone so many are looked at. */
const ofOneKind = 2

async function cookieOf(person: CastKey | 'visitor'): Promise<string> {
  if (person === 'visitor') return ''
  const entered = await fetch(`${productUrl()}/demo/enter`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: productUrl(), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ person, return_to: '/' }),
  })
  return entered.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
}

const kindOf = (path: string) => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|[A-Z]{2}-\d{4}-\d+/g, '#').replace(/\?.*/, '?')

describeInBrowser('every link leads somewhere', () => {
  test.each(starts)('for %s', async (person, from) => {
    const cookie = await cookieOf(person)
    const seen = new Map<string, number>()
    const queue = from.map((path) => ({ path, on: 'the start' }))
    const dead: string[] = []
    for (let next = queue.shift(); next; next = queue.shift()) {
      const kind = kindOf(next.path)
      const before = seen.get(kind) ?? 0
      if (before >= ofOneKind) continue
      seen.set(kind, before + 1)
      const answer = await fetch(`${productUrl()}${next.path}`, { headers: { cookie } })
      const text = await answer.text()
      // A refusal says why and what would help; a missing page or a broken one helps nobody.
      if (answer.status >= 400 && answer.status !== 403) dead.push(`${answer.status} ${next.path} on ${next.on}`)
      if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
      const links = [...text.matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map((each) => each[1]!.replaceAll('&amp;', '&'))
      for (const path of new Set(links)) queue.push({ path, on: next.path })
    }
    expect(dead).toEqual([])
    expect(seen.size).toBeGreaterThan(10)
  })
})
