import { describe, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { submitBid } from '~/domain/bid/commands/submit.server'
import { close } from '~/domain/challenge/commands/close.server'
import { biddingOpen, closingDigest } from '~/domain/bid/rules'
import { clockActor } from '~/domain/kernel/actor'
import { businessNow } from '~/domain/kernel/clock'
import { DomainError } from '~/domain/kernel/errors'
import {
  bidOf,
  castKernel,
  challengeRow,
  closeAtDeadline,
  closingListOf,
  content,
  envelopesOf,
  manySolvers,
  openChallenge,
  refusal,
  submitAs,
} from './world'

const kernel = castKernel()

describe('the deadline', () => {
  it('lets a bid in one millisecond before, and none at it or after', () => {
    const bidDeadline = new Date('2026-12-24T09:00:00.000Z')
    const at = (ms: number) =>
      biddingOpen({ challenge: { state: 'open', bidDeadline } }, new Date(bidDeadline.getTime() + ms))
    expect(at(-1)).toMatchObject({ yes: true })
    expect(at(0)).toMatchObject({ yes: false, reason: 'bid.refusal.deadline_passed' })
    expect(at(1)).toMatchObject({ yes: false, reason: 'bid.refusal.deadline_passed' })
  })

  it('holds by the clock although nobody has closed the challenge yet', async () => {
    const { id, deadline } = await openChallenge(kernel)
    await kernel.setClock(new Date(deadline.getTime() - 60_000))
    await submitAs(kernel, 'solver', id)
    await kernel.setClock(deadline)
    expect(await refusal(submitAs(kernel, 'rival', id))).toMatchObject({
      code: 'stale',
      key: 'bid.refusal.deadline_passed',
    })
    expect((await challengeRow(kernel, id)).state).toBe('open')
  })

  it('refuses a bid that waited for its lock until after it', async () => {
    const { id, deadline } = await openChallenge(kernel)
    await kernel.setClock(new Date(deadline.getTime() - 700))
    let waiting: Promise<unknown> = Promise.resolve()
    await kernel.db.transaction(async (tx) => {
      await tx.execute(sql`select 1 from challenge where id = ${id} for update`)
      waiting = refusal(submitAs(kernel, 'solver', id))
      await new Promise((resolve) => setTimeout(resolve, 900))
    })
    expect(await waiting).toMatchObject({ key: 'bid.refusal.deadline_passed' })
  })

  it('splits 40 racing submissions so that every receipt is before it and in the closing list', async () => {
    const { id, deadline } = await openChallenge(kernel)
    const solvers = await manySolvers(kernel, 40)
    await kernel.setClock(new Date(deadline.getTime() - 1_500))
    const racing = solvers.map(async (actor, index) => {
      await new Promise((resolve) => setTimeout(resolve, index * 75))
      try {
        return await kernel.commands.run(submitBid, { challenge_id: id, content: content() }, { actor })
      } catch (error) {
        if (error instanceof DomainError && error.code === 'stale') return null
        throw error
      }
    })
    const closing = (async () => {
      await new Promise((resolve) => setTimeout(resolve, 1_400))
      for (;;) {
        try {
          return await kernel.commands.run(close, { id }, { actor: clockActor })
        } catch (error) {
          if (!(error instanceof DomainError && error.code === 'stale')) throw error
          await new Promise((resolve) => setTimeout(resolve, 15))
        }
      }
    })()
    const receipts = (await Promise.all(racing)).flatMap((receipt) => (receipt ? [receipt.proof] : []))
    await closing
    const list = (await closingListOf(kernel, id))!
    expect(receipts.length).toBeGreaterThan(0)
    expect(receipts.length).toBeLessThan(40)
    expect(receipts.filter((proof) => Date.parse(proof.submitted_at) >= deadline.getTime())).toEqual([])
    const listed = new Set(list.entries.map((entry) => `${entry.code} ${entry.version} ${entry.commitment}`))
    expect(receipts.filter((proof) => !listed.has(`${proof.bid} ${proof.version} ${proof.commitment}`))).toEqual([])
    expect(list.entries.length).toBe(receipts.length)
  })
})

describe('the closing list', () => {
  it('holds what was live, in the order of the commitments, and cannot be changed by the app', async () => {
    const { id, deadline } = await openChallenge(kernel)
    await submitAs(kernel, 'solver', id)
    const kept = await submitAs(kernel, 'solver', id, { price_fen: '1' })
    const other = await submitAs(kernel, 'rival', id)
    await closeAtDeadline(kernel, id)
    const list = (await closingListOf(kernel, id))!
    expect(list.closedAt).toEqual(deadline)
    expect(list.entries.map((entry) => entry.commitment)).toEqual(
      [kept.proof.commitment, other.proof.commitment].sort(),
    )
    expect(list.digest).toBe(closingDigest(list.entries))
    const change = kernel.db.execute(sql`update closing_list set digest = 'x' where challenge_id = ${id}`)
    await expect(change).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  it('is there, empty, for a challenge without bids', async () => {
    const { id } = await openChallenge(kernel)
    await closeAtDeadline(kernel, id)
    expect((await closingListOf(kernel, id))!.entries).toEqual([])
  })

  it('is written in the transaction that closes, with the job that opens after it', async () => {
    const { id } = await openChallenge(kernel)
    await closeAtDeadline(kernel, id)
    const jobs = await kernel.db.execute(
      sql`select task_identifier from graphile_worker.jobs where queue_name = ${`open_bids:${id}`}`,
    )
    expect(jobs.map((job) => job.task_identifier)).toEqual(['open_bids'])
  })
})

describe('one solver', () => {
  it('submits ten times at once: ten versions in a row, one live', async () => {
    await kernel.setClock(await businessNow(kernel.db))
    const { id } = await openChallenge(kernel)
    const receipts = await Promise.all(Array.from({ length: 10 }, () => submitAs(kernel, 'solver', id)))
    expect(receipts.map(({ proof }) => proof.version).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    const envelopes = await envelopesOf(kernel, (await bidOf(kernel, 'solver', id)).id)
    expect(envelopes.filter(({ state }) => state === 'live').map(({ version }) => version)).toEqual([10])
  })

  it('naming the version that it replaces, wins once per version', async () => {
    const { id } = await openChallenge(kernel)
    const actor = await kernel.as('solver')
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        kernel.commands.run(submitBid, { challenge_id: id, content: content(), replaces: 0 }, { actor }),
      ),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await bidOf(kernel, 'solver', id)).version).toBe(1)
  })

  it('retries with one key, ten at once and then again: one effect, equal answers', async () => {
    const { id } = await openChallenge(kernel)
    const actor = await kernel.as('solver')
    const once = () =>
      kernel.commands.run(submitBid, { challenge_id: id, content: content() }, { actor, key: 'one-key' })
    const answers = [...(await Promise.all(Array.from({ length: 10 }, once))), await once()]
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await envelopesOf(kernel, (await bidOf(kernel, 'solver', id)).id)).toHaveLength(1)
    const changed = { challenge_id: id, content: content({ price_fen: '5' }) }
    expect(await refusal(kernel.commands.run(submitBid, changed, { actor, key: 'one-key' }))).toMatchObject({
      key: 'errors.key_reused',
    })
  })
})
