import { beforeAll, describe, expect, it } from 'vitest'
import { encryptTo, newKeyPair } from './age.server'
import {
  type BidStatement,
  type EnvelopePlace,
  type SealedBid,
  checkOpened,
  commitmentOf,
  openEnvelope,
  paddingStep,
  seal,
  statementJson,
} from './envelope.server'

const statement = (plan: string, more: Partial<BidStatement> = {}): BidStatement => ({
  suite: 'seal-1',
  challenge_id: '11111111-1111-4111-8111-111111111111',
  challenge_revision: 2,
  organization_id: '22222222-2222-4222-8222-222222222222',
  version: 3,
  content: { plan, price_fen: '123450' },
  ...more,
})

const placeOf = (said: BidStatement, sealed: SealedBid): EnvelopePlace => ({
  challenge_id: said.challenge_id,
  challenge_revision: said.challenge_revision,
  organization_id: said.organization_id,
  version: said.version,
  commitment: sealed.commitment,
})

describe('a sealed bid', () => {
  let challenge: { identity: string; recipient: string }
  const said = statement('固态电解质薄膜的连续制备方案')
  let sealed: SealedBid
  beforeAll(async () => {
    challenge = await newKeyPair()
    sealed = await seal(said, challenge.recipient)
  })

  it('is opened by the challenge and by the receipt key, and by no other', async () => {
    for (const identity of [challenge.identity, sealed.receiptIdentity]) {
      expect(await openEnvelope(identity, sealed.ciphertext, placeOf(said, sealed))).toMatchObject({
        ok: true,
        statement: said,
      })
    }
    const stranger = (await newKeyPair()).identity
    expect(await openEnvelope(stranger, sealed.ciphertext, placeOf(said, sealed))).toEqual({
      ok: false,
      fault: 'unreadable',
    })
  })

  it('commits to its text with a salt of its own', async () => {
    expect(commitmentOf(sealed.salt, statementJson(said))).toBe(sealed.commitment)
    expect((await seal(said, challenge.recipient)).commitment).not.toBe(sealed.commitment)
    expect(checkOpened(sealed.salt, statementJson(statement('另一份')), placeOf(said, sealed))).toEqual({
      ok: false,
      fault: 'altered',
    })
  })

  it('keeps the commitment of the published definition', () => {
    const json = statementJson(statement('甲', { version: 1 }))
    expect(json.startsWith('{"challenge_id":')).toBe(true)
    // printf 'jiebang-bid-1\n' | cat - <(head -c 32 /dev/zero) <(printf '{"a":1}') | sha256sum
    expect(commitmentOf(Buffer.alloc(32).toString('base64url'), '{"a":1}')).toBe(
      'aa110c15972c6f2924746df22079bffbb38496d22648577ad6842389a634459b',
    )
  })

  it('shows every flipped bit', async () => {
    const place = placeOf(said, sealed)
    const header = sealed.ciphertext.indexOf('\n---') + 60
    const spots = [
      ...Array.from({ length: 120 }, (_, index) => Math.floor((index * header) / 120)),
      ...Array.from({ length: 80 }, (_, index) =>
        Math.floor(header + (index * (sealed.ciphertext.length - header)) / 80),
      ),
    ]
    for (const [index, spot] of spots.entries()) {
      const damaged = Buffer.from(sealed.ciphertext)
      damaged[spot]! ^= 1 << (index % 8)
      expect(await openEnvelope(challenge.identity, damaged, place), `byte ${spot}`).toMatchObject({ ok: false })
    }
  })

  it.each(['challenge_id', 'organization_id', 'version', 'challenge_revision'] as const)(
    'is refused where it stands for another %s',
    async (field) => {
      const elsewhere = { ...placeOf(said, sealed), [field]: field.endsWith('_id') ? said.organization_id + '0' : 9 }
      expect(await openEnvelope(challenge.identity, sealed.ciphertext, elsewhere)).toEqual({
        ok: false,
        fault: 'misplaced',
      })
    },
  )

  it('is refused when it holds something else than was committed to', async () => {
    const text = JSON.stringify({ salt: sealed.salt, json: statementJson(statement('偷换的方案')) })
    const forged = await encryptTo([challenge.recipient], Buffer.from(text))
    expect(await openEnvelope(challenge.identity, forged, placeOf(said, sealed))).toEqual({
      ok: false,
      fault: 'altered',
    })
    const garbage = await encryptTo([challenge.recipient], Buffer.from('null'))
    expect(await openEnvelope(challenge.identity, garbage, placeOf(said, sealed))).toEqual({
      ok: false,
      fault: 'unreadable',
    })
  })

  it('stores 1 KB and 60 KB alike, and grows in equal steps', async () => {
    const size = async (bytes: number) =>
      (await seal(statement('x'.repeat(bytes)), challenge.recipient)).ciphertext.length
    const [small, large, two, three] = [await size(1_000), await size(60_000), await size(70_000), await size(140_000)]
    expect(small).toBe(large)
    const chunkTag = 16
    expect(two - small).toBe(paddingStep + chunkTag)
    expect(three - two).toBe(paddingStep + chunkTag)
  })
})
