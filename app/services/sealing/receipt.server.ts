import { createPublicKey, verify } from 'node:crypto'
import canonicalize from 'canonicalize'
import { z } from 'zod'

/** What a solver may show to anybody: that a bid with this commitment arrived at this time. It says nothing of the content. */
export interface ReceiptProof {
  suite: 'jiebang-receipt-1'
  bid: string
  version: number
  challenge: string
  challenge_revision: number
  /** Business time, which decided, and system time; ISO. */
  submitted_at: string
  system_at: string
  commitment: string
  /** Ed25519, SPKI DER in base64. */
  public_key: string
  /** Ed25519 over the RFC 8785 JSON of all other fields, base64. */
  signature: string
}

/** What a solver keeps: it opens its own bid, and proves its content should the server's copy be lost. */
export interface ReceiptSecret {
  suite: string
  bid: string
  version: number
  /** base64url. */
  salt: string
  /** age identity. */
  receipt_key: string
  /** The statement that was committed to; its RFC 8785 JSON and the salt give C. */
  statement: unknown
}

export interface Receipt {
  proof: ReceiptProof
  secret: ReceiptSecret
}

interface Signer {
  sign(text: string): string
  publicKey: string
}

export function signProof(
  signer: Signer,
  facts: Omit<ReceiptProof, 'suite' | 'public_key' | 'signature'>,
): ReceiptProof {
  const unsigned = { suite: 'jiebang-receipt-1' as const, ...facts, public_key: signer.publicKey }
  return { ...unsigned, signature: signer.sign(canonicalize(unsigned) ?? '') }
}

const proofShape = z.strictObject({
  suite: z.literal('jiebang-receipt-1'),
  bid: z.string().max(60),
  version: z.number().int().positive(),
  challenge: z.string().max(60),
  challenge_revision: z.number().int().positive(),
  submitted_at: z.iso.datetime(),
  system_at: z.iso.datetime(),
  commitment: z.string().regex(/^[0-9a-f]{64}$/),
  public_key: z.string().max(200),
  signature: z.string().max(200),
})

/** Whether the signature is of the key that the proof names. Needs neither database nor network. */
export function signatureFits(proof: ReceiptProof): boolean {
  const { signature, ...signed } = proof
  const bytes = Buffer.from(signature, 'base64')
  if (bytes.toString('base64') !== signature) return false
  try {
    const key = createPublicKey({ key: Buffer.from(proof.public_key, 'base64'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' && verify(null, Buffer.from(canonicalize(signed) ?? ''), key, bytes)
  } catch {
    return false
  }
}

/** What somebody pasted: a proof, the secret part (which must not be shown to anybody), or neither. */
export type PastedReceipt = { kind: 'proof'; proof: ReceiptProof } | { kind: 'secret' } | { kind: 'unreadable' }

/** Longest text that can be a proof. */
const longestProof = 4_000

export function readPastedReceipt(text: string): PastedReceipt {
  if (/AGE-SECRET-KEY-1|"(salt|receipt_key|statement)"\s*:/i.test(text)) return { kind: 'secret' }
  if (text.length > longestProof) return { kind: 'unreadable' }
  try {
    const read = proofShape.safeParse(JSON.parse(text))
    return read.success ? { kind: 'proof', proof: read.data } : { kind: 'unreadable' }
  } catch {
    return { kind: 'unreadable' }
  }
}
