import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { type FeedbackKind, type RefusalReason, event, matchFeedback } from '#db/schema'
import { bidOf, castKernel, closeAndOpen, openChallenge, submitAs } from '#test/integration/bid/world'
import { judged } from '#test/integration/evaluation/world'
import { confirmAward } from '~/domain/award/commands/confirm-award.server'
import { intendAward } from '~/domain/award/commands/intend-award.server'
import type { DemoKey } from '~/domain/identity/demo-parts'
import { markNotFit } from '~/domain/matching/commands/mark-not-fit.server'
import { recordOpened } from '~/domain/matching/commands/record-opened.server'
import { recordShown } from '~/domain/matching/commands/record-shown.server'
import { undoNotFit } from '~/domain/matching/commands/undo-not-fit.server'
import { feedbackRows } from '~/domain/matching/feedback-rows.server'
import { notFitOf, notNotedYet } from '~/domain/matching/feedback.server'
import { matchingFunnel } from '~/domain/matching/funnel.server'
import { responseTo } from '~/domain/matching/response.server'
import { challengeRow } from '../bid/world'
import { listedBy, shownListing } from './given'

const kernel = castKernel()
const by = async (key: DemoKey) => ({ actor: await kernel.as(key) })
let listing: { id: string; number: string }
beforeAll(async () => {
  listing = await listedBy(kernel, 'solver')
})

const rowsOf = (challengeId: string, kind: FeedbackKind) =>
  kernel.db
    .select()
    .from(matchFeedback)
    .where(and(eq(matchFeedback.challengeId, challengeId), eq(matchFeedback.kind, kind)))

const show = async (challengeId: string, id = listing.id, rank = 1) =>
  kernel.commands.run(recordShown, { challenge_id: challengeId, listings: [shownListing(id, rank)] }, await by('poser'))

describe('what was shown', () => {
  it('is one row per challenge and listing, with the rank that holds now', async () => {
    const challenge = await openChallenge(kernel)
    await show(challenge.id, listing.id, 3)
    await show(challenge.id, listing.id, 1)
    const rows = await rowsOf(challenge.id, 'shown')
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ rank: 1, listingId: listing.id, features: { must_unknown: 0.5, same_field: true } })
  })

  it('is written again only where something changed', async () => {
    const challenge = await openChallenge(kernel)
    expect(await notNotedYet(kernel.db, challenge.id, [shownListing(listing.id, 2)])).toHaveLength(1)
    await show(challenge.id, listing.id, 2)
    expect(await notNotedYet(kernel.db, challenge.id, [shownListing(listing.id, 2)])).toEqual([])
    expect(await notNotedYet(kernel.db, challenge.id, [shownListing(listing.id, 1)])).toHaveLength(1)
  })

  it('counts as opened once', async () => {
    const challenge = await openChallenge(kernel)
    const input = { challenge_id: challenge.id, listing_kind: 'achievement' as const, listing_id: listing.id }
    await kernel.commands.run(recordOpened, input, await by('poser'))
    await kernel.commands.run(recordOpened, input, await by('poser_viewer'))
    expect(await rowsOf(challenge.id, 'opened')).toMatchObject([
      { personId: (await kernel.as('poser')).personId, organizationId: (await kernel.as('poser')).organization!.id },
    ])
  })
})

describe('a match that does not fit', () => {
  const mark = async (challenge: string, reason: RefusalReason, note = '') =>
    kernel.commands.run(markNotFit, { challenge, listing: listing.number, reason, note }, await by('poser'))

  it('is kept with its reason and note, and can be taken back once', async () => {
    const challenge = await openChallenge(kernel)
    await show(challenge.id)
    await mark(challenge.number, 'terms')
    await mark(challenge.number, 'price', '高出预算一倍')
    expect(await notFitOf(kernel.db, challenge.id)).toEqual([
      expect.objectContaining({ number: listing.number, reason: 'price', note: '高出预算一倍' }),
    ])
    const pair = { challenge: challenge.number, listing: listing.number }
    await kernel.commands.run(undoNotFit, pair, await by('poser'))
    expect(await notFitOf(kernel.db, challenge.id)).toEqual([])
    await expect(kernel.commands.run(undoNotFit, pair, await by('poser'))).rejects.toMatchObject({ code: 'not_found' })
  })

  it('leaves no note in the events, only that there was one', async () => {
    const challenge = await openChallenge(kernel)
    await show(challenge.id)
    await mark(challenge.number, 'other', '只有我们自己知道的事')
    const events = await kernel.db.select().from(event).where(eq(event.type, 'matching.found_not_fit'))
    expect(events.length).toBeGreaterThan(0)
    expect(JSON.stringify(events)).not.toContain('只有我们自己知道的事')
  })

  it('is refused for what was never shown, for viewers and for others', async () => {
    const challenge = await openChallenge(kernel)
    const refused = async (key: DemoKey) =>
      kernel.commands
        .run(markNotFit, { challenge: challenge.number, listing: listing.number, reason: 'price' }, await by(key))
        .then(
          () => 'done',
          (error: { key: string }) => error.key,
        )
    expect(await refused('poser')).toBe('matching.refusal.not_shown')
    await show(challenge.id)
    expect(await refused('poser_viewer')).toBe('errors.refusal.viewer')
    expect(await refused('solver')).toBe('challenge.refusal.not_poser')
    expect(await refused('poser')).toBe('done')
  })

  it('comes to the lister as a figure per poser, and not before three of them', async () => {
    const own = await listedBy(kernel, 'solver', '一项被多家看过的成果')
    for (let times = 0; times < 3; times += 1) {
      const challenge = await openChallenge(kernel)
      await show(challenge.id, own.id)
      await kernel.commands.run(
        markNotFit,
        { challenge: challenge.number, listing: own.number, reason: 'price' },
        await by('poser'),
      )
    }
    // Three challenges, but one poser: a number would say what this one thinks.
    expect(await responseTo(kernel.db, own.id)).toEqual({
      shown: 'few',
      opened: 0,
      not_fit: 'few',
      reasons: [],
      others: false,
    })
  })
})

describe('bids and awards of a solver whose listing was shown', () => {
  it('are unknown while bids are sealed, and noted when they are opened', async () => {
    const challenge = await openChallenge(kernel)
    await show(challenge.id)
    await show(challenge.id, (await listedBy(kernel, 'rival', '没有揭榜的一项')).id, 2)
    await submitAs(kernel, 'solver', challenge.id)
    await kernel.setClock(new Date((await challengeRow(kernel, challenge.id)).bidDeadline!.getTime() - 1000))
    expect(await rowsOf(challenge.id, 'bid')).toEqual([])
    await closeAndOpen(kernel, challenge.id)
    expect(await rowsOf(challenge.id, 'bid')).toMatchObject([
      { listingId: listing.id, rank: 1, personId: null, organizationId: (await kernel.as('solver')).organization!.id },
    ])
    expect((await bidOf(kernel, 'solver', challenge.id)).state).toBe('opened')
  })

  it('become awarded when the award is confirmed, and go into funnel and file', async () => {
    const before = await matchingFunnel(kernel.db)
    const { id: shownId } = await listedBy(kernel, 'solver', '揭了榜的一项')
    const challenge = await openChallenge(kernel)
    await show(challenge.id, shownId)
    await submitAs(kernel, 'solver', challenge.id)
    await submitAs(kernel, 'rival', challenge.id, { price_fen: '795000000' })
    await closeAndOpen(kernel, challenge.id)
    const bids = await judged(kernel, challenge.id, 90, 70)
    await kernel.commands.run(intendAward, { id: challenge.id, bids: [bids.solver], reason: '' }, await by('poser'))
    expect(await rowsOf(challenge.id, 'awarded')).toEqual([])
    await kernel.setClock((await challengeRow(kernel, challenge.id)).publicityEndsAt!)
    await kernel.commands.run(confirmAward, { id: challenge.id }, await by('poser'))
    expect(await rowsOf(challenge.id, 'awarded')).toMatchObject([{ listingId: shownId }])
    const { whole } = await matchingFunnel(kernel.db)
    expect(whole.awarded).toBe(before.whole.awarded + 1)
    expect(whole.posted).toBeGreaterThan(before.whole.posted)
    const line = (await feedbackRows(kernel.db)).find((row) => row.challenge === challenge.number)
    expect(line).toMatchObject({ grade: 3, rank: 1, features: { score_without_figures: 20 } })
  })
})
