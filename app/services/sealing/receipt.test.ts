import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { makeKeys } from '~/domain/command/keys.server'
import { decryptDraft, encryptDraft } from './draft.server'
import { readPastedReceipt, signProof, signatureFits } from './receipt.server'

const keys = () => makeKeys(randomBytes(32).toString('base64url'), 'age1nobody', true)
const facts = {
  bid: 'JB-7K2M-9QXA',
  version: 2,
  challenge: 'BD-2026-000123',
  challenge_revision: 1,
  submitted_at: '2026-11-24T09:00:00.123Z',
  system_at: '2026-11-24T09:00:00.123Z',
  commitment: 'ab'.repeat(32),
}

describe('the proof of a receipt', () => {
  it('is verified from itself alone, as text too', () => {
    const proof = signProof(keys(), facts)
    expect(signatureFits(proof)).toBe(true)
    const pasted = readPastedReceipt(`\n${JSON.stringify(proof, null, 2)}\n`)
    expect(pasted).toEqual({ kind: 'proof', proof })
  })

  it('is refused when any field was changed', () => {
    const proof = signProof(keys(), facts)
    for (const [name, value] of Object.entries(proof)) {
      const changed = { ...proof, [name]: typeof value === 'number' ? value + 1 : `${value}A` }
      expect(signatureFits(changed as typeof proof), name).toBe(false)
    }
    expect(signatureFits({ ...proof, signature: signProof(keys(), facts).signature })).toBe(false)
    expect(signatureFits({ ...proof, public_key: keys().publicKey })).toBe(false)
  })

  it('is told from the secret part, which is not read at all', () => {
    const secret = { suite: 'seal-1', salt: 'x', receipt_key: 'AGE-SECRET-KEY-1ABC', statement: {} }
    expect(readPastedReceipt(JSON.stringify(secret))).toEqual({ kind: 'secret' })
    expect(readPastedReceipt('AGE-SECRET-KEY-1QQQ')).toEqual({ kind: 'secret' })
    expect(readPastedReceipt(JSON.stringify({ ...signProof(keys(), facts), salt: 'x' }))).toEqual({ kind: 'secret' })
    for (const text of ['', '[]', '{}', 'hello', '9'.repeat(5_000)])
      expect(readPastedReceipt(text)).toEqual({ kind: 'unreadable' })
  })
})

describe('a draft at rest', () => {
  it('is read with its own bid alone', () => {
    const key = randomBytes(32)
    const stored = encryptDraft(key, 'bid-1', { plan: '草稿正文' })
    expect(decryptDraft(key, 'bid-1', stored)).toEqual({ plan: '草稿正文' })
    expect(decryptDraft(key, 'bid-2', stored)).toBeNull()
    expect(decryptDraft(randomBytes(32), 'bid-1', stored)).toBeNull()
    stored[stored.length - 1]! ^= 1
    expect(decryptDraft(key, 'bid-1', stored)).toBeNull()
    expect(stored.includes('草稿正文')).toBe(false)
  })
})
