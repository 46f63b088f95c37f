import { and, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { type FeedbackKind, event, matchFeedback } from '#db/schema'
import type { EmbeddedEngine } from '#search/embedded'
import { testWeb } from '#test/access/web'
import { castKernel, openChallenge } from '#test/integration/bid/world'
import { indexDocument } from '~/jobs/index-document'
import { listedBy } from './given'

const kernel = castKernel()
const web = testWeb(kernel)

const count = (challengeId: string, kind: FeedbackKind) =>
  kernel.db.$count(matchFeedback, and(eq(matchFeedback.challengeId, challengeId), eq(matchFeedback.kind, kind)))

/** The page does not wait for what it notes. */
const comesTo = (read: () => Promise<number>, wanted: number) => expect.poll(read, { timeout: 5_000 }).toBe(wanted)

it('notes what the poser was shown and opened, once, and nothing of who else looks', async () => {
  const challenge = await openChallenge(kernel)
  const { id, number } = await listedBy(kernel, 'solver', '全固态软包电芯，45 ℃ 存放不鼓包')
  await indexDocument(kernel.db, { kind: 'achievement', id })
  await (web.search.engine as EmbeddedEngine).refresh()
  const path = `/challenges/${challenge.number}/matches`
  const get = async (url: string, who: 'poser' | 'poser_viewer' | 'reviewer', more: Record<string, string> = {}) =>
    web.ask(url, { headers: { ...(await web.as(who)), ...more } })

  expect((await get(path, 'reviewer')).body).toContain(number)
  expect((await get(path, 'poser_viewer', { 'sec-purpose': 'prefetch' })).body).toContain(number)
  expect((await get(path, 'poser')).body).toContain(number)
  await comesTo(() => count(challenge.id, 'shown'), 1)
  const [shown] = await kernel.db.select().from(matchFeedback).where(eq(matchFeedback.challengeId, challenge.id))
  expect(shown).toMatchObject({ listingId: id, rank: 1, personId: (await kernel.as('poser')).personId })
  expect(shown!.features!.score_without_figures).toBeGreaterThanOrEqual(shown!.features!.score)

  await get(path, 'poser_viewer')
  expect((await get(`${path}/${number}`, 'poser')).headers.location).toBe(`/achievements/${number}`)
  await comesTo(() => count(challenge.id, 'opened'), 1)
  // Of all that was looked at, one sight and one opening were news.
  expect(await kernel.db.$count(event, eq(event.type, 'matching.shown'))).toBe(1)

  await web.post(`${path}/${number}/not-fit`, 'poser', { reason: 'price', note: '' })
  const after = (await get(path, 'poser')).body
  expect(after).toContain('id="not-fit"')
  expect(after).not.toContain(`href="${path}/${number}"`)
  expect(web.errors).toEqual([])
})
