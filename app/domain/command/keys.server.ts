import { createHmac, createPrivateKey, createPublicKey, hkdfSync, sign, type KeyObject } from 'node:crypto'

/** The secrets that a command may need; made once per process from APP_SECRET. The keyholder's identity is not among them. */
export interface Keys {
  /** Symmetric key of 32 bytes for one purpose. */
  derive(purpose: string): Buffer
  /** HMAC-SHA256 under a purpose, base64url. */
  mac(purpose: string, text: string): string
  /** Ed25519 signature, base64. */
  sign(text: string): string
  /** Ed25519 public key, SPKI DER in base64. */
  publicKey: string
  /** age recipient of the keyholder; its identity is read by the worker alone. */
  sealRecipient: string
  /** Whether demo commands may run. */
  demo: boolean
}

const ed25519Pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex')

/** @param appSecret at least 32 random characters. */
export function makeKeys(appSecret: string, sealRecipient: string, demo: boolean): Keys {
  if (appSecret.length < 32) throw new Error('APP_SECRET must hold at least 32 characters')
  const root = Buffer.from(appSecret)
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', root, 'jiebang', purpose, 32))
  const signing: KeyObject = createPrivateKey({
    key: Buffer.concat([ed25519Pkcs8Prefix, derive('signing')]),
    format: 'der',
    type: 'pkcs8',
  })
  return {
    derive,
    mac: (purpose, text) => createHmac('sha256', derive(purpose)).update(text).digest('base64url'),
    sign: (text) => sign(null, Buffer.from(text), signing).toString('base64'),
    publicKey: createPublicKey(signing).export({ format: 'der', type: 'spki' }).toString('base64'),
    sealRecipient,
    demo,
  }
}
