import type { Database } from '#db/client'
import type { Search } from '~/services/search/search.server'
import type { CommandRunner } from '~/domain/command/run.server'
import type { Keys } from '~/domain/command/keys.server'
import type { Log } from '~/services/logging/log.server'
import type { Sessions } from '~/services/auth/sessions.server'

/** What every copy of the web process holds; made once at its start. */
export interface Services {
  db: Database
  keys: Keys
  commands: CommandRunner
  sessions: Sessions
  search: Search
  log: Log
  demo: boolean
  /** https://… in production; null on loopback. */
  publicUrl: string | null
}

/** What the handler before Remix knows of one request. */
export interface RequestFacts {
  requestId: string
  nonce: string
  /** Client address for rate limits; X-Forwarded-For counts only from a trusted proxy. */
  address: string
  /** The browser said that the request comes from our own pages; without it the form token decides. */
  sameOrigin: boolean
}

declare module '@remix-run/node' {
  interface AppLoadContext {
    services: Services
    facts: RequestFacts
  }
}
