import { randomBytes } from 'node:crypto'
import { accessSync, constants, mkdirSync, realpathSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import postgres from 'postgres'
import { findBinaries } from './server/binaries'
import { clusterExists, createCluster, locateCluster, startServer, stopServer } from './server/cluster'
import { refuseForeignFolder } from './server/privileges'
import { DatabaseRefusal, damaged, diskFull, explainFileError } from './server/refusal'
import { keepSecrets, readSecrets } from './server/secret-file'

export { DatabaseRefusal } from './server/refusal'

/** A running PostgreSQL of our own. Each address names the database `jiebang`; the superuser's names `postgres`. */
export interface EmbeddedPostgres {
  /** Role `jiebang_owner`, who owns the database: migrations. */
  ownerUrl: string
  /** Role `jiebang_app`, which is no superuser and owns nothing: the two processes. */
  appUrl: string
  superuserUrl: string
  stop(): Promise<void>
}

const password = () => randomBytes(24).toString('base64url')

/**
 * Brings up PostgreSQL from npm on the files below `dataDir`, on a free port of the loopback address; takes over a server that a
 * killed starter left running. Roles, database and extensions are seen to each time.
 * @param options.settings server settings by name, for this start only; tests turn `fsync` off.
 * @throws DatabaseRefusal with one sentence for the person at the console.
 */
export async function startPostgres(options: {
  dataDir: string
  log: (line: string) => void
  settings?: Record<string, string>
}): Promise<EmbeddedPostgres> {
  const dataDir = prepareDataFolder(resolve(options.dataDir))
  const settings = options.settings ?? {}
  const cluster = locateCluster(dataDir, await findBinaries())
  const exists = clusterExists(cluster)
  if (exists && !readSecrets(dataDir).databaseSuperuser) {
    throw new DatabaseRefusal(
      `${dataDir} 里有数据库，却没有 secrets.json 里的密码，请从备份恢复该文件，或移走整个数据目录。`,
      `There is a database in ${dataDir} but not its passwords in secrets.json: restore that file from a backup, or move the whole data folder away.`,
    )
  }
  const secrets = keepSecrets(dataDir, { databaseSuperuser: password, databaseOwner: password, databaseApp: password })
  if (!exists) {
    options.log('首次启动，正在建立数据库文件 · first start, creating the database files')
    await createCluster(cluster, secrets.databaseSuperuser, settings.fsync !== 'off')
  }
  const port = await startServer(cluster, settings)
  const url = (role: string, secret: string, database: string) =>
    `postgres://${role}:${secret}@127.0.0.1:${port}/${database}`
  const superuserUrl = url('postgres', secrets.databaseSuperuser, 'postgres')
  try {
    await prepareDatabase(superuserUrl, secrets)
  } catch (error) {
    await stopServer(cluster)
    throw explainServerError(error, dataDir)
  }
  return {
    ownerUrl: url('jiebang_owner', secrets.databaseOwner, 'jiebang'),
    appUrl: url('jiebang_app', secrets.databaseApp, 'jiebang'),
    superuserUrl,
    stop: () => stopServer(cluster),
  }
}

/** Stops the server that a killed starter left on a data folder, if one runs. */
export async function stopPostgresIn(dataDir: string): Promise<void> {
  const cluster = locateCluster(prepareDataFolder(resolve(dataDir)), await findBinaries())
  if (clusterExists(cluster)) await stopServer(cluster)
}

/** Makes the data folder if need be. Returns its real path, by which a running server is known again. */
export function prepareDataFolder(dataDir: string): string {
  try {
    refuseForeignFolder(dataDir)
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
    if (!statSync(dataDir).isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' })
    return realpathSync(dataDir)
  } catch (error) {
    throw explainFileError(error, dataDir)
  }
}

/** Two roles, one database with its extensions; each only where it is missing. */
async function prepareDatabase(superuserUrl: string, secrets: { databaseOwner: string; databaseApp: string }) {
  const server = postgres(superuserUrl, { max: 1, onnotice: () => {}, connect_timeout: 30 })
  try {
    const roles = { jiebang_owner: secrets.databaseOwner, jiebang_app: secrets.databaseApp }
    for (const [role, secret] of Object.entries(roles)) {
      const [found] = await server`select 1 from pg_roles where rolname = ${role}`
      if (!found)
        await server.unsafe(`create role ${role} login nosuperuser nocreatedb nocreaterole password '${secret}'`)
    }
    const [found] = await server`select 1 from pg_database where datname = 'jiebang'`
    if (!found) {
      // New databases are copies of template1, so the database is either absent or has its extensions.
      await addExtensions(superuserUrl, 'template1')
      await server`create database jiebang owner jiebang_owner`
    }
  } finally {
    await server.end({ timeout: 5 })
  }
}

async function addExtensions(superuserUrl: string, database: string): Promise<void> {
  const sql = postgres(superuserUrl, { database, max: 1, onnotice: () => {} })
  try {
    await sql`create extension if not exists pg_trgm`
    await sql`create extension if not exists btree_gist`
  } finally {
    await sql.end({ timeout: 5 })
  }
}

function explainServerError(error: unknown, dataDir: string): unknown {
  if (!(error instanceof postgres.PostgresError)) return error
  if (error.code === '53100') return diskFull(dataDir)
  if (error.code === '28P01') {
    return new DatabaseRefusal(
      `${dataDir}/secrets.json 里的密码与数据库不符，请恢复与数据库同时备份的那个文件。`,
      `The passwords in ${dataDir}/secrets.json are not those of the database: restore the file that was backed up together with it.`,
    )
  }
  return damaged(dataDir, error.message)
}

/** Throws the database away and makes an empty one of the same name: what an interrupted first filling left is not worth keeping. */
export async function recreateDatabase(superuserUrl: string): Promise<void> {
  const server = postgres(superuserUrl, { max: 1, onnotice: () => {} })
  try {
    await server`drop database if exists jiebang with (force)`
    await server`create database jiebang owner jiebang_owner`
  } finally {
    await server.end({ timeout: 5 })
  }
}
