import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { bidDraft, event } from '#db/schema'
import { saveDraft } from '~/domain/bid/commands/save-draft.server'
import { submitBid } from '~/domain/bid/commands/submit.server'
import { visitor } from '~/domain/kernel/actor'
import { commitmentOf, openEnvelope, statementJson } from '~/services/sealing/envelope.server'
import { signatureFits } from '~/services/sealing/receipt.server'
import { bidOf, castKernel, content, envelopesOf, openChallenge, refusal, submitAs } from './world'

const kernel = castKernel()

describe('bid.submit', () => {
  it('seals the bid, destroys the draft and answers a receipt that proves and opens it', async () => {
    const { id, number } = await openChallenge(kernel)
    const solver = await kernel.as('solver')
    await kernel.commands.run(saveDraft, { challenge_id: id, content: { plan: '草稿' } }, { actor: solver })
    const { proof, secret } = await submitAs(kernel, 'solver', id)
    const bid = await bidOf(kernel, 'solver', id)
    expect(bid).toMatchObject({ state: 'sealed', version: 1 })
    expect(await kernel.db.select().from(bidDraft).where(eq(bidDraft.bidId, bid.id))).toEqual([])

    const [envelope] = await envelopesOf(kernel, bid.id)
    expect(signatureFits(proof)).toBe(true)
    expect(proof).toMatchObject({
      bid: bid.code,
      version: 1,
      challenge: number,
      challenge_revision: 1,
      submitted_at: envelope!.submittedAt.toISOString(),
      system_at: envelope!.systemAt.toISOString(),
      commitment: envelope!.commitment,
      public_key: kernel.keys.publicKey,
    })
    expect(JSON.stringify(proof)).not.toContain('硫化物')
    expect(commitmentOf(secret.salt, statementJson(secret.statement as never))).toBe(proof.commitment)
    const place = {
      challenge_id: id,
      challenge_revision: 1,
      organization_id: solver.organization!.id,
      version: 1,
      commitment: proof.commitment,
    }
    expect(await openEnvelope(secret.receipt_key, envelope!.ciphertext, place)).toMatchObject({
      ok: true,
      statement: { content: { price_fen: '860000000', plan: content().plan } },
    })
  })

  it('replaces the earlier version, which stays as it was', async () => {
    const { id } = await openChallenge(kernel)
    const first = await submitAs(kernel, 'solver', id)
    const second = await submitAs(kernel, 'solver', id, { price_fen: '700000000' })
    const bid = await bidOf(kernel, 'solver', id)
    expect([first.proof.bid, second.proof.bid]).toEqual([bid.code, bid.code])
    expect((await envelopesOf(kernel, bid.id)).map(({ version, state }) => [version, state])).toEqual([
      [1, 'superseded'],
      [2, 'live'],
    ])
    expect(second.proof.commitment).not.toBe(first.proof.commitment)
  })

  it('refuses who names another version than the present one', async () => {
    const { id } = await openChallenge(kernel)
    const actor = await kernel.as('solver')
    const input = { challenge_id: id, content: content() }
    await kernel.commands.run(submitBid, { ...input, replaces: 0 }, { actor })
    expect(await refusal(kernel.commands.run(submitBid, { ...input, replaces: 0 }, { actor }))).toMatchObject({
      code: 'stale',
      key: 'bid.refusal.newer_version',
      params: { version: 1 },
    })
    await kernel.commands.run(submitBid, { ...input, replaces: 1 }, { actor })
  })

  it('is for verified organisations that have nothing to do with the poser', async () => {
    const { id } = await openChallenge(kernel)
    expect(await refusal(submitAs(kernel, 'poser', id))).toMatchObject({ key: 'challenge.refusal.own_challenge' })
    expect(await refusal(submitAs(kernel, 'relative', id))).toMatchObject({ key: 'bid.refusal.related_party' })
    expect(await refusal(submitAs(kernel, 'newcomer', id))).toMatchObject({ key: 'errors.refusal.not_verified' })
    expect(await refusal(submitAs(kernel, 'stranger', id))).toMatchObject({ key: 'errors.refusal.no_organization' })
    const input = { challenge_id: id, content: content() }
    expect(await refusal(kernel.commands.run(submitBid, input, { actor: visitor }))).toMatchObject({
      code: 'not_signed_in',
    })
  })

  it.each([
    ['a missing target', [{ position: 0, value: 1 }], ['content.commitments']],
    [
      'a target twice',
      [
        { position: 0, value: 1 },
        { position: 0, value: 2 },
        { position: 1, value: null },
      ],
      ['content.commitments.1.position'],
    ],
    [
      'an unknown target',
      [
        { position: 0, value: 1 },
        { position: 1, value: null },
        { position: 7, value: 2 },
      ],
      ['content.commitments.2.position'],
    ],
    [
      'half a range',
      [
        { position: 0, value: 1 },
        { position: 1, value: 5 },
      ],
      ['content.commitments.1.value_to'],
    ],
    [
      'a range upside down',
      [
        { position: 0, value: 1 },
        { position: 1, value: 5, value_to: 4 },
      ],
      ['content.commitments.1.value_to'],
    ],
    [
      'a range where one value is asked',
      [
        { position: 0, value: 1, value_to: 2 },
        { position: 1, value: null },
      ],
      ['content.commitments.0.value_to'],
    ],
  ])('refuses %s', async (_what, commitments, paths) => {
    const { id } = await openChallenge(kernel)
    expect(await refusal(submitAs(kernel, 'solver', id, { commitments }))).toMatchObject({ code: 'invalid', paths })
  })

  it('takes "no commitment" only when it is said', async () => {
    const { id } = await openChallenge(kernel)
    const silent = content({ commitments: [{ position: 0 } as never, { position: 1, value: null }] })
    const run = kernel.commands.runUnknown(
      submitBid,
      { challenge_id: id, content: silent },
      { actor: await kernel.as('solver') },
    )
    expect(await refusal(run)).toMatchObject({ code: 'invalid', paths: ['content.commitments.0.value'] })
    await submitAs(kernel, 'solver', id, {
      commitments: [
        { position: 0, value: null },
        { position: 1, value: null },
      ],
    })
  })

  it('refuses a plan over 20,000 characters and a price of nothing', async () => {
    const { id } = await openChallenge(kernel)
    expect(await refusal(submitAs(kernel, 'solver', id, { plan: '长'.repeat(20_001), price_fen: '0' }))).toMatchObject({
      paths: ['content.plan', 'content.price_fen'],
    })
    await submitAs(kernel, 'solver', id, { plan: '长'.repeat(20_000) })
  })

  it('leaves nothing of its content in events', async () => {
    const { id } = await openChallenge(kernel)
    await submitAs(kernel, 'solver', id)
    const bid = await bidOf(kernel, 'solver', id)
    const events = await kernel.db.select().from(event).where(eq(event.subjectId, bid.id))
    expect(events.map(({ type }) => type)).toEqual(['bid.submitted'])
    expect(events[0]!.input).toEqual({ challenge_id: id, content: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) })
    expect(events[0]!.after).toMatchObject({ state: 'sealed', version: 1 })
  })
})
