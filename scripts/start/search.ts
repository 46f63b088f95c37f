import { privilegePrefix } from '#db/server/privileges'
import { SearchServerRefusal, startLocalMeilisearch } from '#search/local-server'
import type { StartOptions } from './options'

export interface SearchPart {
  /** Null: the in-process engine. */
  meilisearch: { url: string; key: string } | null
  /** For people. */
  engine: string
  stop(): Promise<void>
}

/** The search engine that this start uses. A server that does not come up costs speed, not the product; a changed file stops the start. */
export async function startSearch(options: StartOptions, log: (line: string) => void): Promise<SearchPart> {
  const nothing = async () => {}
  if (options.meilisearch) {
    return { meilisearch: options.meilisearch, engine: `Meilisearch, ${options.meilisearch.url}`, stop: nothing }
  }
  try {
    const local = await startLocalMeilisearch({ dataDir: options.dataDir, log, launcher: privilegePrefix })
    if (local) {
      const engine = `Meilisearch ${local.version}（npm 包，SHA-256 已核对 · from npm, SHA-256 checked）`
      return { meilisearch: local, engine, stop: () => local.stop() }
    }
    log('没有适合本机的 Meilisearch，改用内置引擎 · no Meilisearch for this machine, using the in-process engine')
  } catch (error) {
    if (!(error instanceof SearchServerRefusal) || error.reason === 'changed') throw error
    log(`${error.message.replace('\n', ' · ')}`)
    log('改用内置引擎 · using the in-process engine instead')
  }
  return { meilisearch: null, engine: '内置引擎 · in-process engine', stop: nothing }
}
