import { spawnSync } from 'node:child_process'
import { chownSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseRefusal } from './refusal'

const NOBODY = 65534

/**
 * The words to put before a server's command line so that it does not run as root: PostgreSQL refuses to, and nothing else should.
 * Each way is tried with the program itself; the first that can run it and write to `folder` is taken.
 * @param folder an existing folder that the server owns; the last way hands it to the user nobody.
 * @param program answers `--version`.
 * @returns null where the process is root and no way works.
 */
export function privilegePrefix(folder: string, program: string): string[] | null {
  if (process.getuid?.() !== 0) return []
  const works = (prefix: string[]) =>
    spawnSync(
      prefix[0]!,
      [...prefix.slice(1), 'sh', '-c', '"$0" --version >/dev/null && test -w "$1"', program, folder],
      {
        cwd: '/',
        stdio: 'ignore',
        timeout: 20_000,
      },
    ).status === 0

  const owner = statSync(folder)
  if (owner.uid !== 0) {
    const asOwner = ['setpriv', `--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups', '--']
    if (works(asOwner)) return asOwner
  } else {
    // Root's own files seen through a user namespace: no account is needed, and root's closed home stays reachable.
    const asNobodyInside = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--']
    if (works(asNobodyInside)) return asNobodyInside
  }

  // Where namespaces are forbidden: the user nobody, who may read through closed folders. Without the securebits setuid drops that right.
  const asNobody = [
    'setpriv',
    '--securebits=+no_setuid_fixup',
    `--reuid=${NOBODY}`,
    `--regid=${NOBODY}`,
    '--clear-groups',
    '--inh-caps=-all,+dac_read_search',
    '--ambient-caps=-all,+dac_read_search',
    '--',
  ]
  if (owner.uid === 0 || owner.uid === NOBODY) {
    giveTo(folder, NOBODY)
    if (works(asNobody)) return asNobody
    giveTo(folder, owner.uid)
  }
  return null
}

function giveTo(path: string, id: number): void {
  chownSync(path, id, id)
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, entry.name)
    if (entry.isDirectory()) giveTo(inside, id)
    else if (entry.isFile()) chownSync(inside, id, id)
  }
}

/** Gives a file that root wrote into somebody's data folder to that somebody, who may start next time. */
export function ownLike(folder: string, path: string): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = statSync(folder)
  if (uid !== 0) chownSync(path, uid, gid)
}

/** Refuses a folder that belongs to another user, which happens when root started first. */
export function refuseForeignFolder(folder: string): void {
  const me = process.getuid?.()
  const owner = statSync(folder, { throwIfNoEntry: false })?.uid
  if (me === undefined || me === 0 || owner === undefined || owner === me) return
  throw new DatabaseRefusal(
    `数据目录 ${folder} 属于另一个用户（uid ${owner}），请用该用户启动，或用 DATA_DIR 指定另一个数据目录。`,
    `The data folder ${folder} belongs to another user (uid ${owner}): start as that user, or name another data folder with DATA_DIR.`,
  )
}
