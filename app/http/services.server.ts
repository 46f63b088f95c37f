import type { Connection } from '#db/client'
import type { Search } from '~/services/search/search.server'
import { makeKeys } from '~/domain/command/keys.server'
import { makeCommandRunner } from '~/domain/command/run.server'
import { clockCommands, reactions } from '~/domain/reactions'
import { makeSessions } from '~/services/auth/sessions.server'
import { makeLog } from '~/services/logging/log.server'
import type { Services } from './context'
import type { Environment } from './environment'

/** What every request of a web process works with. */
export function makeServices(environment: Environment, connection: Connection, search: Search): Services {
  const demo = environment.DEMO_MODE === '1'
  const keys = makeKeys(environment.APP_SECRET, environment.SEAL_RECIPIENT, demo)
  const { db } = connection
  return {
    db,
    keys,
    commands: makeCommandRunner({ db, keys, reactions, clockCommands }),
    sessions: makeSessions(db, environment.PUBLIC_URL?.startsWith('https:') ?? false),
    search,
    log: makeLog('web'),
    demo,
    publicUrl: environment.PUBLIC_URL ?? null,
  }
}
