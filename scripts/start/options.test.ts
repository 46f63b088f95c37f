import { describe, expect, test } from 'vitest'
import { isLoopback, readOptions } from './options'

const complete = {
  DATABASE_URL: 'postgres://app:x@db:5432/jiebang',
  DATABASE_OWNER_URL: 'postgresql://owner:x@db/jiebang',
  APP_SECRET: '0123456789abcdef0123456789abcdef',
  SEAL_KEY_FILE: '/run/secrets/keyholder.key',
}

test('with no environment at all: the embedded default on 127.0.0.1:3000', () => {
  expect(readOptions({}, [])).toMatchObject({ port: 3000, host: '127.0.0.1', demo: true, database: null, dev: false })
})

test('with a database of your own there is no demo', () => {
  expect(readOptions(complete, [])).toMatchObject({ demo: false, database: { url: complete.DATABASE_URL } })
  expect(readOptions({ ...complete, HOST: '0.0.0.0' }, []).host).toBe('0.0.0.0')
})

describe('what is refused names the variable', () => {
  for (const missing of ['DATABASE_OWNER_URL', 'APP_SECRET', 'SEAL_KEY_FILE', 'DATABASE_URL'] as const) {
    test(`${missing} missing`, () => {
      expect(() => readOptions({ ...complete, [missing]: ' ' }, [])).toThrow(missing)
    })
  }
  for (const PORT of ['http', '-1', '65536', '3000.5', '0x10']) {
    test(`PORT=${PORT}`, () => expect(() => readOptions({ PORT }, [])).toThrow('PORT'))
  }
  test('a short APP_SECRET', () => expect(() => readOptions({ APP_SECRET: 'short' }, [])).toThrow('APP_SECRET'))
  test('a MEILI_URL that is none', () => expect(() => readOptions({ MEILI_URL: 'search' }, [])).toThrow('MEILI_URL'))
  test('an SMTP_URL that is none, and one without sender', () => {
    const MAIL_FROM = '揭榜 <no-reply@jiebang.example>'
    expect(() => readOptions({ SMTP_URL: 'mail.example', MAIL_FROM }, [])).toThrow('SMTP_URL')
    const SMTP_URL = 'smtp://jiebang:hunter2@mail.example:587'
    for (const from of [undefined, 'no-reply', 'a@b c@d'])
      expect(() => readOptions({ SMTP_URL, MAIL_FROM: from }, [])).toThrow(/^(?!.*hunter2).*MAIL_FROM/s)
    expect(readOptions({ SMTP_URL, MAIL_FROM }, []).mail).toEqual({ smtpUrl: SMTP_URL, from: MAIL_FROM })
    expect(readOptions({ MAIL_FROM }, []).mail).toBeNull()
  })
  test('addresses with a password are not repeated', () => {
    expect(() => readOptions({ ...complete, DATABASE_URL: 'mysql://app:hunter2@db/x' }, [])).toThrow(/^(?!.*hunter2)/s)
  })
})

test('demo mode is opened to others only on purpose', () => {
  for (const HOST of ['0.0.0.0', '::', '10.0.0.8', 'jiebang.example', '127.0.0.1.example']) {
    expect(() => readOptions({ HOST }, [])).toThrow('DEMO_OPEN=1')
    expect(readOptions({ HOST, DEMO_OPEN: '1' }, []).host).toBe(HOST)
  }
  for (const HOST of ['127.0.0.1', '127.8.8.8', 'localhost', '::1']) expect(isLoopback(HOST)).toBe(true)
})
