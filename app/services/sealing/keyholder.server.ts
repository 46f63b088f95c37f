import { readFile } from 'node:fs/promises'
import { decryptText } from './age.server'

/** Reads the keyholder's age identity from its file. Only the worker, and only while it opens bids. */
export async function readKeyholder(path: string): Promise<string> {
  const lines = (await readFile(path, 'utf8')).split('\n').map((line) => line.trim())
  const identity = lines.find((line) => line.startsWith('AGE-SECRET-KEY-'))
  if (!identity) throw new Error('the keyholder file holds no age identity')
  return identity
}

/** The private half of a challenge's key pair, unwrapped with the keyholder's identity. */
export const unwrapIdentity = decryptText
