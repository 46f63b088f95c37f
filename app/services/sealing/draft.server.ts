import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const nonceBytes = 12
const tagBytes = 16

/** The key of one bid's draft, under the app's key for drafts. */
const keyOf = (draftsKey: Buffer, bidId: string): Buffer =>
  Buffer.from(hkdfSync('sha256', draftsKey, bidId, 'draft-aes-256-gcm', 32))

/** AES-256-GCM, bound to its bid: nonce ‖ tag ‖ ciphertext. A draft is protected at rest, not sealed: the web process can read it. */
export function encryptDraft(draftsKey: Buffer, bidId: string, draft: unknown): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keyOf(draftsKey, bidId), nonce).setAAD(Buffer.from(bidId))
  const body = Buffer.concat([cipher.update(JSON.stringify(draft)), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** The draft, or null when the ciphertext is of another bid, was changed, or was made under a former app secret. */
export function decryptDraft(draftsKey: Buffer, bidId: string, stored: Buffer): unknown {
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(draftsKey, bidId), stored.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    }).setAAD(Buffer.from(bidId))
    decipher.setAuthTag(stored.subarray(nonceBytes, nonceBytes + tagBytes))
    const body = Buffer.concat([decipher.update(stored.subarray(nonceBytes + tagBytes)), decipher.final()])
    return JSON.parse(body.toString()) as unknown
  } catch {
    return null
  }
}
