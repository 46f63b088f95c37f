import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { idempotency } from '#db/schema'
import { invalid, stale } from '../kernel/errors'
import { canonicalJson, plainJson } from '../kernel/json'

/** One retry token of one caller for one command. The token itself is not stored. */
export interface RetryKey {
  hash: Buffer
  secret: Buffer
}

/** @param caller whose token it is: two people may send the same token without meeting. */
export function retryKey(token: string, caller: string, command: string): RetryKey {
  const material = `${caller}\n${command}\n${token}`
  return {
    hash: createHash('sha256').update(material).digest(),
    secret: Buffer.from(hkdfSync('sha256', material, 'jiebang', 'retry-answer', 32)),
  }
}

/**
 * Claims a retry key. The first caller goes on (`null`); a second one waits for the first to commit and gets its answer.
 * @throws invalid when the same key comes with another input.
 */
export async function claim(
  tx: Tx,
  key: RetryKey,
  command: string,
  input: unknown,
): Promise<{ answer: unknown } | null> {
  const inputDigest = createHash('sha256').update(key.secret).update(canonicalJson(input)).digest()
  const claimed = await tx
    .insert(idempotency)
    .values({ keyHash: key.hash, command, inputDigest })
    .onConflictDoNothing()
    .returning({ command: idempotency.command })
  if (claimed.length > 0) return null
  const [earlier] = await tx.select().from(idempotency).where(eq(idempotency.keyHash, key.hash))
  if (!earlier?.answer) throw stale('errors.retry_unfinished')
  if (!earlier.inputDigest.equals(inputDigest)) throw invalid([], 'errors.key_reused')
  return { answer: decrypt(key.secret, earlier.answer) }
}

/** Keeps the answer for retries, encrypted under the key's own secret. */
export async function keepAnswer(tx: Tx, key: RetryKey, answer: unknown): Promise<void> {
  await tx
    .update(idempotency)
    .set({ answer: encrypt(key.secret, answer) })
    .where(eq(idempotency.keyHash, key.hash))
}

function encrypt(secret: Buffer, value: unknown): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', secret, nonce)
  const body = Buffer.concat([cipher.update(JSON.stringify(plainJson(value))), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

function decrypt(secret: Buffer, stored: Buffer): unknown {
  const decipher = createDecipheriv('aes-256-gcm', secret, stored.subarray(0, 12))
  decipher.setAuthTag(stored.subarray(12, 28))
  return JSON.parse(Buffer.concat([decipher.update(stored.subarray(28)), decipher.final()]).toString())
}
