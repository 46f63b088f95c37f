import { Decrypter, Encrypter, armor, generateX25519Identity, identityToRecipient } from 'age-encryption'

/** A fresh age X25519 key pair: identity (secret) and recipient (public). */
export async function newKeyPair(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

/** Encrypts to every recipient; any one identity opens it. */
export async function encryptTo(recipients: readonly string[], plain: Uint8Array): Promise<Buffer> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return Buffer.from(await encrypter.encrypt(plain))
}

/** Decrypts; throws when the identity does not fit or the ciphertext was changed. */
export async function decryptWith(identity: string, ciphertext: Uint8Array): Promise<Buffer> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return Buffer.from(await decrypter.decrypt(ciphertext))
}

/** A short secret as armoured text, for a text column or a file. */
export const encryptText = async (recipient: string, text: string): Promise<string> =>
  armor.encode(await encryptTo([recipient], Buffer.from(text)))

export const decryptText = async (identity: string, armoured: string): Promise<string> =>
  (await decryptWith(identity, armor.decode(armoured))).toString()
