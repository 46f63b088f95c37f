import type { Database } from '#db/client'
import type { SearchEngine } from '#search/engine'
import type { CommandRunner } from '~/domain/command/run.server'
import type { Mailer } from '~/services/mail/mailer.server'
import type { Log } from '~/services/logging/log.server'
import type { JobSearch } from './search-of-worker'

/** What jobs work with. The keyholder's identity is read from its file when bids are opened, and by nothing else. */
export interface WorkerContext {
  db: Database
  commands: CommandRunner
  /** The engine beside the database that has to be told of documents; null where the engine follows the table by itself. */
  engine: SearchEngine | null
  search: JobSearch
  sealKeyFile: string
  /** Null where no mail server is set: mail stays in its table. */
  mailer: Mailer | null
  log: Log
}
