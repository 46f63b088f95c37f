import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { keepSecrets, writePrivately } from '#db/server/secret-file'
import type { StartOptions } from './options'
import { StartRefusal } from './refusal'

/** Secrets of the running product. `sealKeyFile` is a path for the worker alone; `sealRecipient` is its public half. */
export interface Keys {
  appSecret: string
  sealKeyFile: string
  sealRecipient: string
}

/** Reads the keys that the environment names; in the embedded default makes and keeps those that it does not. */
export async function prepareKeys(options: StartOptions): Promise<Keys> {
  const appSecret =
    options.appSecret ?? keepSecrets(options.dataDir, { app: () => randomBytes(32).toString('base64url') }).app
  const sealKeyFile = options.sealKeyFile ?? (await ownKeyFile(options.dataDir))
  return { appSecret, sealKeyFile, sealRecipient: await recipientOf(sealKeyFile) }
}

async function ownKeyFile(dataDir: string): Promise<string> {
  const path = join(dataDir, 'keyholder.key')
  if (!existsSync(path)) writePrivately(dataDir, path, `${await generateX25519Identity()}\n`)
  return path
}

/** An age identity file: one key, blank lines and lines of comment besides. */
async function recipientOf(path: string): Promise<string> {
  try {
    const lines = readFileSync(path, 'utf8')
      .split('\n')
      .map((line) => line.trim())
    return await identityToRecipient(lines.find((line) => line.startsWith('AGE-SECRET-KEY-')) ?? '')
  } catch {
    throw new StartRefusal(
      `${path} 不是可读的 age 私钥文件，请检查 SEAL_KEY_FILE，或从备份恢复该文件。`,
      `${path} is no readable age identity file: check SEAL_KEY_FILE, or restore the file from a backup.`,
    )
  }
}
