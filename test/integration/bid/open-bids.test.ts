import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { bid, bidCommitment, bidContent, bidEnvelope, challenge, event } from '#db/schema'
import { failToAward } from '~/domain/award/commands/fail-to-award.server'
import { openBids } from '~/domain/bid/commands/open-bids.server'
import { openBidsOf } from '~/jobs/open-bids'
import { workerActor } from '~/domain/kernel/actor'
import { newKeyPair } from '~/services/sealing/age.server'
import {
  bidOf,
  castKernel,
  challengeRow,
  closeAndOpen,
  closeAtDeadline,
  content,
  openChallenge,
  opener,
  refusal,
  submitAs,
} from './world'

const kernel = castKernel()

const eventTypes = async (id: string) =>
  (await kernel.db.select({ type: event.type }).from(event).where(eq(event.subjectId, id)).orderBy(event.id)).map(
    ({ type }) => type,
  )

async function flipBit(bidId: string) {
  const [row] = await kernel.db.select().from(bidEnvelope).where(eq(bidEnvelope.bidId, bidId))
  row!.ciphertext[row!.ciphertext.length - 100]! ^= 4
  await kernel.db.update(bidEnvelope).set({ ciphertext: row!.ciphertext }).where(eq(bidEnvelope.bidId, bidId))
}

describe('opening', () => {
  it('keeps what was committed to, and judging begins', async () => {
    const { id } = await openChallenge(kernel)
    await submitAs(kernel, 'solver', id, { price_fen: '1' })
    await submitAs(kernel, 'solver', id)
    await submitAs(kernel, 'rival', id, { plan: '另一条技术路线，氧化物电解质。' })
    await closeAndOpen(kernel, id)
    expect(await challengeRow(kernel, id)).toMatchObject({ state: 'judging', openedAt: expect.any(Date) })
    const own = await bidOf(kernel, 'solver', id)
    expect(own.state).toBe('opened')
    const [kept] = await kernel.db.select().from(bidContent).where(eq(bidContent.bidId, own.id))
    expect(kept).toMatchObject({ version: 2, plan: content().plan, priceFen: 860000000n, deliveryDate: '2027-11-30' })
    const values = await kernel.db
      .select()
      .from(bidCommitment)
      .where(eq(bidCommitment.bidId, own.id))
      .orderBy(bidCommitment.position)
    expect(values).toMatchObject([
      { position: 0, value: 415, valueTo: null },
      { position: 1, value: -30, valueTo: 65, note: '按国标测试' },
    ])
  })

  it('may run again and changes nothing', async () => {
    const { id } = await openChallenge(kernel)
    await submitAs(kernel, 'solver', id)
    await closeAndOpen(kernel, id)
    const before = [await challengeRow(kernel, id), await kernel.db.select().from(bidContent), await eventTypes(id)]
    await Promise.all([
      openBidsOf(opener(kernel), { challenge_id: id }),
      openBidsOf(opener(kernel), { challenge_id: id }),
    ])
    expect([await challengeRow(kernel, id), await kernel.db.select().from(bidContent), await eventTypes(id)]).toEqual(
      before,
    )
  })

  it('by two workers at once happens once', async () => {
    const { id } = await openChallenge(kernel)
    await submitAs(kernel, 'solver', id)
    await closeAtDeadline(kernel, id)
    await Promise.all([1, 2, 3].map(() => openBidsOf(opener(kernel), { challenge_id: id })))
    expect((await eventTypes(id)).filter((type) => type === 'challenge.bids_opened')).toHaveLength(1)
  })

  it('is finished by the next run when the worker dies in the middle', async () => {
    const { id } = await openChallenge(kernel)
    await submitAs(kernel, 'solver', id)
    await closeAtDeadline(kernel, id)
    const dying = {
      ...opener(kernel),
      commands: { ...kernel.commands, run: () => Promise.reject(new Error('killed')) },
    }
    await expect(openBidsOf(dying, { challenge_id: id })).rejects.toThrow('killed')
    expect((await bidOf(kernel, 'solver', id)).state).toBe('sealed')
    await openBidsOf(opener(kernel), { challenge_id: id })
    expect((await bidOf(kernel, 'solver', id)).state).toBe('opened')
  })

  it('does nothing before the deadline, not even with the key', async () => {
    const { id } = await openChallenge(kernel)
    await submitAs(kernel, 'solver', id)
    await openBidsOf(opener(kernel), { challenge_id: id })
    expect((await bidOf(kernel, 'solver', id)).state).toBe('sealed')
    expect(await refusal(kernel.commands.run(openBids, { id, opened: [] }, { actor: workerActor }))).toMatchObject({
      code: 'stale',
    })
  })

  it('is for the worker alone', async () => {
    const { id } = await openChallenge(kernel)
    await submitAs(kernel, 'solver', id)
    await closeAtDeadline(kernel, id)
    for (const key of ['poser', 'reviewer', 'system_administrator', 'judge', 'solver'] as const) {
      const run = kernel.commands.run(openBids, { id, opened: [] }, { actor: await kernel.as(key) })
      expect(await refusal(run)).toMatchObject({ code: 'not_found' })
    }
  })

  it('with another keyholder waits: no bid is called unreadable', async () => {
    const { id } = await openChallenge(kernel)
    await submitAs(kernel, 'solver', id)
    await closeAtDeadline(kernel, id)
    const wrong = opener(kernel)
    writeFileSync(wrong.sealKeyFile, (await newKeyPair()).identity)
    await expect(openBidsOf(wrong, { challenge_id: id })).rejects.toThrow()
    expect((await bidOf(kernel, 'solver', id)).state).toBe('sealed')
    await openBidsOf(opener(kernel), { challenge_id: id })
    expect((await bidOf(kernel, 'solver', id)).state).toBe('opened')
  })

  it('shows a bid whose ciphertext lost a bit as failed, and opens the others', async () => {
    const { id } = await openChallenge(kernel)
    await submitAs(kernel, 'solver', id)
    await submitAs(kernel, 'rival', id)
    await flipBit((await bidOf(kernel, 'solver', id)).id)
    await closeAndOpen(kernel, id)
    expect((await bidOf(kernel, 'solver', id)).state).toBe('opening_failed')
    expect((await bidOf(kernel, 'rival', id)).state).toBe('opened')
    expect((await challengeRow(kernel, id)).state).toBe('judging')
  })

  it('refuses a ciphertext that was put in another bid of the same challenge', async () => {
    const { id } = await openChallenge(kernel)
    await submitAs(kernel, 'solver', id)
    await submitAs(kernel, 'rival', id)
    const [one, other] = [await bidOf(kernel, 'solver', id), await bidOf(kernel, 'rival', id)]
    const [from] = await kernel.db.select().from(bidEnvelope).where(eq(bidEnvelope.bidId, other.id))
    await kernel.db.update(bidEnvelope).set({ ciphertext: from!.ciphertext }).where(eq(bidEnvelope.bidId, one.id))
    await closeAndOpen(kernel, id)
    expect((await bidOf(kernel, 'solver', id)).state).toBe('opening_failed')
  })

  it('holds to the closing list when commitment and ciphertext were both exchanged after closing', async () => {
    const { id } = await openChallenge(kernel)
    await submitAs(kernel, 'solver', id)
    await submitAs(kernel, 'rival', id)
    const own = await bidOf(kernel, 'solver', id)
    await closeAtDeadline(kernel, id)
    const elsewhere = await openChallenge(kernel)
    await submitAs(kernel, 'solver', elsewhere.id, { price_fen: '1' })
    const [forged] = await kernel.db
      .select()
      .from(bidEnvelope)
      .where(eq(bidEnvelope.bidId, (await bidOf(kernel, 'solver', elsewhere.id)).id))
    await kernel.db
      .update(bidEnvelope)
      .set({ ciphertext: forged!.ciphertext, commitment: forged!.commitment })
      .where(eq(bidEnvelope.bidId, own.id))
    await openBidsOf(opener(kernel), { challenge_id: id })
    expect((await bidOf(kernel, 'solver', id)).state).toBe('opening_failed')
  })

  it('does not believe the worker: the command recomputes every commitment', async () => {
    const { id } = await openChallenge(kernel)
    await submitAs(kernel, 'solver', id)
    await submitAs(kernel, 'rival', id)
    const own = await bidOf(kernel, 'solver', id)
    await closeAtDeadline(kernel, id)
    const forged = { bid_id: own.id, salt: randomBytes(32).toString('base64url'), json: '{}' }
    expect(
      await refusal(kernel.commands.run(openBids, { id, opened: [forged] }, { actor: workerActor })),
    ).toMatchObject({
      key: 'bid.refusal.too_few_bids',
    })
    expect((await bidOf(kernel, 'solver', id)).state).toBe('sealed')
  })
})

describe('too few bids', () => {
  it('end the challenge unopened', async () => {
    const { id } = await openChallenge(kernel)
    await kernel.db.update(challenge).set({ minimumBids: 2 }).where(eq(challenge.id, id))
    await submitAs(kernel, 'solver', id)
    await closeAndOpen(kernel, id)
    expect(await challengeRow(kernel, id)).toMatchObject({
      state: 'failed_to_award',
      endedReason: 'award.ended.too_few_bids',
      openedAt: null,
    })
    expect((await bidOf(kernel, 'solver', id)).state).toBe('sealed')
    expect(
      await kernel.db
        .select()
        .from(bidContent)
        .where(eq(bidContent.bidId, (await bidOf(kernel, 'solver', id)).id)),
    ).toEqual([])
  })

  it('end a challenge without any', async () => {
    const { id } = await openChallenge(kernel)
    await closeAndOpen(kernel, id)
    expect((await challengeRow(kernel, id)).state).toBe('failed_to_award')
    await openBidsOf(opener(kernel), { challenge_id: id })
  })

  it('tell the solver of the one that could not be opened, and survive a worker that dies between', async () => {
    const { id } = await openChallenge(kernel)
    await kernel.db.update(challenge).set({ minimumBids: 2 }).where(eq(challenge.id, id))
    await submitAs(kernel, 'solver', id)
    await submitAs(kernel, 'rival', id)
    await flipBit((await bidOf(kernel, 'rival', id)).id)
    await closeAtDeadline(kernel, id)
    const worker = opener(kernel)
    const run = ((command, input, by) =>
      command === (failToAward as unknown)
        ? Promise.reject(new Error('killed'))
        : kernel.commands.run(command, input, by)) as typeof kernel.commands.run
    await expect(
      openBidsOf({ ...worker, commands: { ...kernel.commands, run } }, { challenge_id: id }),
    ).rejects.toThrow('killed')
    await openBidsOf(worker, { challenge_id: id })
    expect((await bidOf(kernel, 'rival', id)).state).toBe('opening_failed')
    expect((await challengeRow(kernel, id)).state).toBe('failed_to_award')
    const states = await kernel.db.select({ state: bid.state }).from(bid).where(eq(bid.challengeId, id))
    expect(states.map(({ state }) => state).sort()).toEqual(['opening_failed', 'sealed'])
  })
})
