import { connect } from '#db/client'
import { EmbeddedEngine } from '#search/embedded'
import { MeilisearchEngine } from '#search/meilisearch'
import { makeKeys } from '~/domain/command/keys.server'
import { makeCommandRunner } from '~/domain/command/run.server'
import { databaseDocumentStore } from '~/domain/matching/document-store.server'
import { keptNames } from '~/domain/matching/names.server'
import { keptSynonyms } from '~/domain/matching/synonyms.server'
import { clockCommands, reactions } from '~/domain/reactions'
import { makeSessions } from '~/services/auth/sessions.server'
import { makeLog } from '~/services/logging/log.server'
import type { Services } from './context'
import type { Environment } from './environment'

export interface OpenServices {
  services: Services
  close(): Promise<void>
}

/**
 * What every request of a web process works with. Called through the built pages (entry.server hands it out), so that errors,
 * sealed fields and commands are known by one copy of the domain and not by two.
 */
export async function openServices(environment: Environment): Promise<OpenServices> {
  const demo = environment.DEMO_MODE === '1'
  const keys = makeKeys(environment.APP_SECRET, environment.SEAL_RECIPIENT, demo)
  const connection = connect(environment.DATABASE_URL, { max: 20, name: 'jiebang web' })
  const { db } = connection
  const log = makeLog('web')
  const store = databaseDocumentStore(db)
  const engine = environment.MEILI_URL
    ? new MeilisearchEngine({ url: environment.MEILI_URL, key: environment.MEILI_KEY ?? '', prefix: 'jiebang', store })
    : new EmbeddedEngine({
        store,
        onFollowError: (error) => log.error({ err: error }, 'search could not follow its table'),
      })
  if (engine instanceof EmbeddedEngine) await engine.refresh()
  return {
    services: {
      db,
      keys,
      commands: makeCommandRunner({ db, keys, reactions, clockCommands }),
      sessions: makeSessions(db, environment.PUBLIC_URL?.startsWith('https:') ?? false),
      search: { engine, store, synonyms: keptSynonyms(db), names: keptNames(db) },
      log,
      demo,
      publicUrl: environment.PUBLIC_URL ?? null,
    },
    async close() {
      await engine.close()
      await connection.close()
    },
  }
}
