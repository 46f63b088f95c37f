import { describe, expect, it } from 'vitest'
import { testWeb } from '#test/access/web'
import { castKernel } from '#test/integration/challenge/given'
import { leavingNothing } from './answers'

const kernel = castKernel()
const web = testWeb(kernel)
const han = /\p{Script=Han}/u

describe('a request that is not for this site', () => {
  it.each([
    ['a foreign Host', { host: 'evil.example' }],
    ['an empty Host', { host: '' }],
    ['a Host with another port', { host: '127.0.0.1:1' }],
    ['a Host with a tail', { host: '127.0.0.1.evil.example' }],
    ['a forged X-Forwarded-Host', { 'x-forwarded-host': 'evil.example' }],
    ['two forwarded hosts', { 'x-forwarded-host': '127.0.0.1, evil.example' }],
  ])('is refused with 400: %s', async (_what, headers) => {
    const answer = await web.ask('/', { headers })
    expect(answer.status).toBe(400)
    expect(answer.body).toMatch(han)
    expect(answer.body).toContain('Use the address of the site')
    expect(answer.body).not.toContain('evil.example')
  })

  it.each(['/%00', '/challenges?q=%00', '/challenges/%E0%A4%A', '/api/v1/commands/%00'])(
    'is refused with 400, as an address that cannot be read: %s',
    async (path) => {
      const answer = await web.ask(path)
      expect(answer.status).toBe(400)
      expect(answer.body).toContain('网址里有无法识别的字符')
      expect(answer.body).toContain('characters that cannot be read')
    },
  )

  it.each(['TRACE', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'])('is refused with 405: %s', async (method) => {
    for (const path of ['/', '/workspace/challenges/new', '/api/v1/commands/challenge.submit']) {
      const answer = await web.ask(path, { method, headers: { 'x-canary': 'echo-me' } })
      expect(answer.status).toBe(405)
      expect(answer.headers.allow).toBe('GET, HEAD, POST')
      expect(answer.body).toMatch(han)
      expect(answer.body).not.toContain('echo-me')
    }
  })

  it('is told which method an address of the API takes', async () => {
    for (const [path, method, allow] of [
      ['/api/v1/commands/challenge.submit', 'GET', 'POST'],
      ['/api/v1/match', 'GET', 'POST'],
    ] as const) {
      const answer = await web.ask(path, { method })
      expect([answer.status, answer.headers.allow]).toEqual([405, allow])
    }
  })
})

describe('an address with something strange in it', () => {
  /** Whatever is asked for, the answer is a page or "not found", never a failure. */
  const strange = [
    '/challenges?q=%00',
    '/challenges?q=%ED%A0%80',
    '/challenges?q=%E0%A4%A',
    '/challenges?q=%27%20or%201%3D1%20--',
    '/challenges?field=%00&tag=%00',
    '/challenges?page=99999999999999999999',
    '/challenges?page=-1',
    '/challenges?page=1e9',
    '/challenges?page[]=1&page[]=2',
    '/challenges?__proto__[polluted]=1&constructor=1',
    '/challenges?sort=__proto__',
    '/challenges.csv?q=%00',
    '/challenges.rss?q=%00',
    '/achievements?q=%00&trl=%00',
    '/capabilities?q=%00',
    `/search?q=${'%E9%95%BF'.repeat(1500)}`,
    '/search?q=%00',
    '/match?q=%00',
    '/notices?page=-5',
    '/indicators?period=%00',
    '/indicators?period=9999Q9',
    '/indicators/contracts?page=999999999999&flow=%00',
    '/indicators/contracts.csv?period=2026Q5',
    '/verify/certificate?number=%00&code=%00',
    '/challenges/%00',
    '/challenges/%E0%A4%A',
    '/challenges/..%2f..%2fetc%2fpasswd',
    '/challenges/BD-2026-000001%00',
    '/challenges/%00/bid',
    '/achievements/%00',
    '/capabilities/%00',
    '/workspace/challenges/%00',
    '/workspace/challenges/..%2f..%2fadmin',
    "/workspace/challenges/'%20or%201=1",
    '/workspace/organizations/------------------------------------',
    '/workspace/achievements/%00',
    '/workspace/contracts/%00',
    '/workspace/contracts/from-award/%00',
    '/workspace/contracts/%00/sign/999999999999999999999',
    '/workspace/judging/------------------------------------',
    '/workspace/tokens/%00/revoke',
    '/admin/contracts/%00',
    '/admin/organizations/%00/verify',
    '/api/v1/challenges/%00',
    '/api/v1/challenges?page=99999999999999999999&q=%00',
    '/api/v1/achievements/%00',
    '/api/v1/achievements?limit=99999999999999999999',
    '/api/v1/capabilities?q=%00',
    '/api/v1/contracts?period=%00&page=-1',
    '/api/v1/indicators/%00',
    '/api/v1/indicators/constructor',
    '/__proto__',
    '/constructor.data',
    '/.env',
    '/.git/config',
    '/assets/..%2f..%2fpackage.json',
    '/assets/../../package.json',
    '//evil.example/',
    '/%2f%2fevil.example',
    '/\\evil.example',
    '/login?next=//evil.example',
    '/?said=%3Cscript%3Ealert(1)%3C/script%3E',
    '/?said=constructor.name',
    '/?_data=routes%2Fpublic%2Fhome',
    '/_root.data?_routes=__proto__',
  ]

  it.each(strange)('is answered: %s', async (path) => {
    await leavingNothing(kernel, web, async () => {
      for (const who of ['visitor', 'registrar', 'poser'] as const) {
        const headers = path.startsWith('/api/') ? {} : await web.as(who)
        const answer = await web.ask(path, { headers })
        expect([who, answer.status, answer.status < 500]).toEqual([who, answer.status, true])
        expect(answer.headers.location ?? '/').toMatch(/^\/(?![/\\])/)
        expect(answer.body).not.toContain('<script>alert(1)')
        expect(answer.body).not.toContain('"dependencies"')
        expect(answer.body).not.toContain('at Object.')
      }
    })
  })
})
