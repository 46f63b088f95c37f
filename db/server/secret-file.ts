import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { ownLike } from './privileges'
import { DatabaseRefusal, explainFileError } from './refusal'

const fileOf = (dataDir: string) => join(dataDir, 'secrets.json')

/** The secrets of a data folder by name; empty when there are none yet. */
export function readSecrets(dataDir: string): Record<string, string> {
  const path = fileOf(dataDir)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw explainFileError(error, path)
  }
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed === 'object' && parsed !== null && Object.values(parsed).every((v) => typeof v === 'string')) {
      return parsed as Record<string, string>
    }
  } catch {
    // falls through to the sentence
  }
  throw new DatabaseRefusal(
    `密码文件 ${path} 已损坏，请恢复与数据库同时备份的那个文件。`,
    `The file of passwords ${path} is damaged: restore the one that was backed up together with the database.`,
  )
}

/** Keeps what `make` gives for every name that has no secret yet; returns all of them. The file is 0600 and replaced whole. */
export function keepSecrets<Name extends string>(
  dataDir: string,
  make: Record<Name, () => string>,
): Record<Name, string> {
  const kept = readSecrets(dataDir)
  const missing = (Object.keys(make) as Name[]).filter((name) => kept[name] === undefined)
  for (const name of missing) kept[name] = make[name]()
  if (missing.length > 0) writePrivately(dataDir, fileOf(dataDir), `${JSON.stringify(kept, null, 2)}\n`)
  return kept as Record<Name, string>
}

/** Writes a file that only its owner may read, in one step: a reader sees the old one or the new one, also after a power cut. */
export function writePrivately(dataDir: string, path: string, text: string): void {
  const draft = `${path}.new`
  try {
    const file = openSync(draft, 'w', 0o600)
    try {
      writeSync(file, text)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    ownLike(dataDir, draft)
    renameSync(draft, path)
  } catch (error) {
    throw explainFileError(error, path)
  }
}
