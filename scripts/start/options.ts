import { resolve } from 'node:path'
import { StartRefusal } from './refusal'

/** What the environment and the command line ask for. */
export interface StartOptions {
  port: number
  host: string
  /** Absolute. */
  dataDir: string
  dev: boolean
  /** True in the embedded default: demo data, demo people, a clock that anyone can move. */
  demo: boolean
  /** Null: the embedded PostgreSQL. */
  database: { url: string; ownerUrl: string } | null
  /** Null: the Meilisearch of the npm package, else the in-process engine. */
  meilisearch: { url: string; key: string } | null
  /** Null: kept in the data folder. */
  appSecret: string | null
  sealKeyFile: string | null
  /** Null: mail stays in its table. */
  mail: { smtpUrl: string; from: string } | null
}

type Environment = Record<string, string | undefined>

/** @throws StartRefusal naming the variable to set or to change. */
export function readOptions(environment: Environment, args: string[]): StartOptions {
  const given = (name: string) => environment[name]?.trim() || null
  const database = readDatabase(given)
  const options: StartOptions = {
    port: readPort(given('PORT')),
    host: given('HOST') ?? '127.0.0.1',
    dataDir: resolve(given('DATA_DIR') ?? '.data'),
    dev: args.includes('--dev'),
    demo: database === null,
    database,
    meilisearch: readMeilisearch(given),
    appSecret: given('APP_SECRET'),
    sealKeyFile: given('SEAL_KEY_FILE') && resolve(given('SEAL_KEY_FILE')!),
    mail: readMail(given),
  }
  if (options.appSecret !== null && options.appSecret.length < 32) {
    throw new StartRefusal(
      'APP_SECRET 太短，请至少用 32 个随机字符。',
      'APP_SECRET is too short: use at least 32 random characters.',
    )
  }
  if (options.demo && !isLoopback(options.host) && given('DEMO_OPEN') !== '1') {
    throw new StartRefusal(
      `演示模式下任何人都能以演示身份登录，因此不在 ${options.host} 上对外开放；确实需要时请设置 DEMO_OPEN=1，正式使用请设置 DATABASE_URL。`,
      `In demo mode anyone can sign in as a demo person, so ${options.host} is not opened to others: set DEMO_OPEN=1 if you mean it, or DATABASE_URL for real use.`,
    )
  }
  return options
}

/** True for addresses that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
}

function readPort(text: string | null): number {
  const port = Number(text ?? '3000')
  if (/^\d+$/.test(text ?? '3000') && port <= 65535) return port
  throw new StartRefusal(
    `PORT 的值 ${text} 不是端口号，请用 1 到 65535 之间的整数。`,
    `PORT is ${text}, which is no port: use a whole number from 1 to 65535.`,
  )
}

/** With a database of your own nothing is made up: every secret is named by you. */
function readDatabase(given: (name: string) => string | null): StartOptions['database'] {
  const url = given('DATABASE_URL')
  const ownerUrl = given('DATABASE_OWNER_URL')
  if (!url) {
    if (!ownerUrl) return null
    throw new StartRefusal(
      '设置了 DATABASE_OWNER_URL 却没有设置 DATABASE_URL，请两个都设置，或都不设置（使用内嵌数据库）。',
      'DATABASE_OWNER_URL is set and DATABASE_URL is not: set both, or neither for the embedded database.',
    )
  }
  const missing = ['DATABASE_OWNER_URL', 'APP_SECRET', 'SEAL_KEY_FILE'].filter((name) => !given(name))
  if (missing.length > 0 || !ownerUrl) {
    throw new StartRefusal(
      `使用 DATABASE_URL 时还必须设置 ${missing.join('、')}。`,
      `With DATABASE_URL you must also set ${missing.join(', ')} (DATABASE_OWNER_URL: the owner's role, for migrations; APP_SECRET: 32 random characters or more; SEAL_KEY_FILE: an age identity file, read by the worker alone).`,
    )
  }
  for (const [name, value] of Object.entries({ DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl })) {
    if (!/^postgres(ql)?:\/\//.test(value) || !URL.canParse(value)) {
      throw new StartRefusal(
        `${name} 不是 PostgreSQL 地址，应形如 postgres://用户:密码@主机:5432/数据库。`,
        `${name} is no PostgreSQL address: it looks like postgres://user:password@host:5432/database.`,
      )
    }
  }
  return { url, ownerUrl }
}

function readMeilisearch(given: (name: string) => string | null): StartOptions['meilisearch'] {
  const url = given('MEILI_URL')
  if (!url) return null
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    throw new StartRefusal(
      'MEILI_URL 不是网址，应形如 http://主机:7700。',
      'MEILI_URL is no address: it looks like http://host:7700.',
    )
  }
  return { url, key: given('MEILI_KEY') ?? '' }
}

/** Mail needs a sender; the address of the server may hold a password and is not repeated. */
function readMail(given: (name: string) => string | null): StartOptions['mail'] {
  const smtpUrl = given('SMTP_URL')
  const from = given('MAIL_FROM')
  if (!smtpUrl) return null
  if (!/^smtps?:\/\//.test(smtpUrl) || !URL.canParse(smtpUrl)) {
    throw new StartRefusal(
      'SMTP_URL 不是邮件服务器地址，应形如 smtp://用户:密码@主机:587 或 smtps://用户:密码@主机:465。',
      'SMTP_URL is no mail server: it looks like smtp://user:password@host:587 or smtps://user:password@host:465.',
    )
  }
  if (!from || !/^([^<>@\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(from)) {
    throw new StartRefusal(
      '使用 SMTP_URL 时还必须设置发件人 MAIL_FROM，形如 揭榜 <no-reply@jiebang.example>。',
      'With SMTP_URL you must also set MAIL_FROM, the sender: for instance Jiebang <no-reply@jiebang.example>.',
    )
  }
  return { smtpUrl, from }
}
