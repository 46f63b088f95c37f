import { createHash, randomBytes } from 'node:crypto'
import canonicalize from 'canonicalize'
import { decryptWith, encryptTo, newKeyPair } from './age.server'

/** The sealing suite that new bids use. Source: TRUST 2, `seal-1`. */
export const sealingSuite = 'seal-1'

const commitmentPrefix = 'jiebang-bid-1\n'
const saltBytes = 32
/** Sealed texts are padded to multiples of this, so that a ciphertext's size says little about its content. */
export const paddingStep = 64 * 1024

/** What a bid says and what it is about; exactly this is committed to. `content` is plain JSON: money as decimal strings. */
export interface BidStatement {
  suite: string
  challenge_id: string
  challenge_revision: number
  organization_id: string
  version: number
  content: unknown
}

export interface SealedBid {
  /** age file for two recipients: the challenge's key and the receipt key. */
  ciphertext: Buffer
  /** C, hex. */
  commitment: string
  /** base64url of 32 bytes. */
  salt: string
  /** The receipt key: an age identity that opens the ciphertext. Not kept by the server. */
  receiptIdentity: string
}

/** Where an envelope was found: what its statement must agree with. */
export type EnvelopePlace = Omit<BidStatement, 'content' | 'suite'> & { commitment: string }

/**
 * Why an envelope does not count: it cannot be decrypted or read, what it holds is not what was committed to, or it was written
 * for another bid, version or challenge.
 */
export type OpeningFault = 'unreadable' | 'altered' | 'misplaced'

export type OpenedEnvelope =
  { ok: true; salt: string; json: string; statement: BidStatement } | { ok: false; fault: OpeningFault }

/** C = SHA-256("jiebang-bid-1\n" ‖ salt ‖ RFC 8785 JSON), hex. */
export function commitmentOf(salt: string, json: string): string {
  const bytes = Buffer.from(salt, 'base64url')
  return createHash('sha256').update(commitmentPrefix).update(bytes).update(json).digest('hex')
}

/** RFC 8785 JSON of a statement: the text that is committed to. */
export const statementJson = (statement: BidStatement): string => canonicalize(statement) ?? ''

/** Seals a statement to the challenge's recipient and to a fresh receipt key. */
export async function seal(statement: BidStatement, challengeRecipient: string): Promise<SealedBid> {
  const json = statementJson(statement)
  const salt = randomBytes(saltBytes).toString('base64url')
  const receipt = await newKeyPair()
  return {
    ciphertext: await encryptTo([challengeRecipient, receipt.recipient], padded({ salt, json })),
    commitment: commitmentOf(salt, json),
    salt,
    receiptIdentity: receipt.identity,
  }
}

/** JSON followed by spaces up to the next step: any age tool and any JSON reader recover it. */
function padded(plain: { salt: string; json: string }): Buffer {
  const text = Buffer.from(JSON.stringify(plain))
  const size = Math.max(1, Math.ceil(text.length / paddingStep)) * paddingStep
  return Buffer.concat([text, Buffer.alloc(size - text.length, ' ')])
}

/** Opens an envelope with the challenge's identity or the receipt key, and checks it against where it was found. */
export async function openEnvelope(
  identity: string,
  ciphertext: Uint8Array,
  place: EnvelopePlace,
): Promise<OpenedEnvelope> {
  let salt: unknown
  let json: unknown
  try {
    const plain = JSON.parse((await decryptWith(identity, ciphertext)).toString()) as Record<string, unknown>
    ;({ salt, json } = plain)
  } catch {
    return { ok: false, fault: 'unreadable' }
  }
  if (typeof salt !== 'string' || typeof json !== 'string') return { ok: false, fault: 'unreadable' }
  return checkOpened(salt, json, place)
}

/** Holds an opened text against its commitment and its place: also what the receipt's salt and content can prove. */
export function checkOpened(salt: string, json: string, place: EnvelopePlace): OpenedEnvelope {
  if (commitmentOf(salt, json) !== place.commitment) return { ok: false, fault: 'altered' }
  let statement: BidStatement
  try {
    statement = JSON.parse(json) as BidStatement
  } catch {
    return { ok: false, fault: 'altered' }
  }
  const here =
    statement.suite === sealingSuite &&
    statement.challenge_id === place.challenge_id &&
    statement.challenge_revision === place.challenge_revision &&
    statement.organization_id === place.organization_id &&
    statement.version === place.version
  return here ? { ok: true, salt, json, statement } : { ok: false, fault: 'misplaced' }
}
