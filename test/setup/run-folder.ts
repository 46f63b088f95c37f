import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { commandLineOf } from '#db/server/processes'

const testData = resolve('.test-data')

/**
 * A data folder for this run alone, named `<purpose>-<process id>`: two runs in one checkout do not meet. Folders of runs that
 * were killed are passed to `discard` (which stops what still runs there) and deleted.
 */
export async function runFolder(purpose: string, discard: (folder: string) => Promise<void>): Promise<string> {
  mkdirSync(testData, { recursive: true })
  for (const name of readdirSync(testData)) {
    const [, ownPurpose, pid] = /^([a-z]+)-(\d+)$/.exec(name) ?? []
    if (ownPurpose !== purpose || commandLineOf(Number(pid))) continue
    await discard(join(testData, name)).catch(() => {})
    rmSync(join(testData, name), { recursive: true, force: true })
  }
  const folder = join(testData, `${purpose}-${process.pid}`)
  if (existsSync(folder)) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { mode: 0o700 })
  return folder
}
