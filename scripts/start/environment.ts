import type { Keys } from './keys'
import type { StartOptions } from './options'

/** Variables that hold what a process must not see unless it needs it. */
const SECRET = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'MEILI_URL',
  'MEILI_KEY',
  'APP_SECRET',
  'SEAL_KEY_FILE',
  'SEAL_RECIPIENT',
  'SMTP_URL',
  'MAIL_FROM',
]

export interface Parts {
  options: StartOptions
  databaseUrl: string
  meilisearch: { url: string; key: string } | null
  keys: Keys
}

/** What both processes read. The owner's address stays with the supervisor, the keyholder's file and the mail server with the worker. */
export function webEnvironment(parts: Parts): NodeJS.ProcessEnv {
  const { options, keys } = parts
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !SECRET.includes(name)))
  return {
    ...inherited,
    NODE_ENV: options.dev ? 'development' : 'production',
    ...(options.dev ? { DEV: '1' } : {}),
    PORT: String(options.port),
    HOST: options.host,
    DATA_DIR: options.dataDir,
    DATABASE_URL: parts.databaseUrl,
    ...(parts.meilisearch ? { MEILI_URL: parts.meilisearch.url, MEILI_KEY: parts.meilisearch.key } : {}),
    DEMO_MODE: options.demo ? '1' : '0',
    APP_SECRET: keys.appSecret,
    SEAL_RECIPIENT: keys.sealRecipient,
  }
}

/** The worker, and the process that writes the demo data, open what is sealed; the worker sends mail. */
export function workerEnvironment(parts: Parts): NodeJS.ProcessEnv {
  const { mail } = parts.options
  return {
    ...webEnvironment(parts),
    SEAL_KEY_FILE: parts.keys.sealKeyFile,
    ...(mail ? { SMTP_URL: mail.smtpUrl, MAIL_FROM: mail.from } : {}),
  }
}
