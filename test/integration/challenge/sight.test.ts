import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { bid, bidEnvelope, organization } from '#db/schema'
import { challengeListDefinition } from '~/domain/challenge/list'
import { challengeById, challengeByNumber, challengeList, searchDocumentOf } from '~/domain/challenge/queries.server'
import { type Actor, visitor } from '~/domain/kernel/actor'
import { businessNow } from '~/domain/kernel/clock'
import { readListParams } from '~/lists/url'
import type { CastKey } from '#test/cast'
import { castKernel, draft, published, rowOf, submitted } from './given'

const kernel = castKernel()
const somebody: CastKey[] = ['poser', 'poser_viewer', 'solver', 'rival', 'judge', 'reviewer', 'registrar', 'stranger']

async function sealBids(challengeId: string, count: number): Promise<void> {
  const solvers = await kernel.db.select({ id: organization.id }).from(organization).limit(count)
  const { personId } = await kernel.as('solver')
  for (const solver of solvers) {
    const [row] = await kernel.db
      .insert(bid)
      .values({
        code: randomBytes(6).toString('hex'),
        challengeId,
        organizationId: solver.id,
        state: 'sealed',
        version: 1,
        createdBy: personId,
      })
      .returning({ id: bid.id })
    await kernel.db.insert(bidEnvelope).values({
      bidId: row!.id,
      version: 1,
      suite: 'seal-1',
      challengeRevision: 1,
      ciphertext: randomBytes(64),
      commitment: randomBytes(32).toString('hex'),
      submittedAt: new Date(),
      systemAt: new Date(),
      signature: 'x',
      submittedBy: personId,
    })
  }
}

describe('before the deadline', () => {
  it('a challenge looks the same to everybody with no bids and with five', async () => {
    const { id, number } = await published(kernel)
    const now = await businessNow(kernel.db)
    const actors: Actor[] = [visitor]
    for (const key of somebody) actors.push(await kernel.as(key))
    const seen = async () =>
      JSON.stringify(
        await Promise.all(
          actors.map(async (actor) => [
            await challengeByNumber(kernel.db, actor, number, now),
            await challengeList(kernel.db, {
              params: readListParams(challengeListDefinition, new URLSearchParams()),
              at: now,
            }),
            await searchDocumentOf(kernel.db, id),
          ]),
        ),
      )
    const before = await seen()
    await sealBids(id, 5)
    expect(await kernel.db.$count(bid, eq(bid.challengeId, id))).toBe(5)
    expect(await seen()).toBe(before)
  })
})

describe('who sees what', () => {
  const sees = async (key: CastKey, read: (actor: Actor, now: Date) => Promise<unknown>) => {
    try {
      await read(await kernel.as(key), await businessNow(kernel.db))
      return true
    } catch (error) {
      expect(error).toMatchObject({ code: 'not_found', key: 'errors.not_found' })
      return false
    }
  }
  const seers = async (id: string) => {
    const found: CastKey[] = []
    for (const key of somebody) {
      if (await sees(key, (actor, now) => challengeById(kernel.db, actor, id, now))) found.push(key)
    }
    return found
  }

  it('a draft is its organisation’s, a submission the reviewers’ too', async () => {
    expect(await seers(await draft(kernel))).toEqual(['poser', 'poser_viewer'])
    expect(await seers(await submitted(kernel))).toEqual(['poser', 'poser_viewer', 'reviewer'])
  })

  it('what does not exist and what is hidden are refused alike', async () => {
    expect(await seers('00000000-0000-4000-8000-000000000000')).toEqual([])
    expect(await seers('not-an-id')).toEqual([])
    expect(await sees('poser', (actor, now) => challengeByNumber(kernel.db, actor, 'BD-1999-000001', now))).toBe(false)
  })

  it('search knows open challenges only, not one second after the deadline', async () => {
    const { id } = await published(kernel)
    expect(await searchDocumentOf(kernel.db, id)).toMatchObject({
      kind: 'challenge',
      targets: [{ name: '能量密度' }, { valueTo: 60 }],
    })
    expect(await searchDocumentOf(kernel.db, await draft(kernel))).toBeNull()
    await kernel.setClock((await rowOf(kernel, id)).bidDeadline!)
    expect(await searchDocumentOf(kernel.db, id)).toBeNull()
  })
})
