import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { bid, bidCommitment, bidContent, closingList } from '#db/schema'
import { checkOpened } from '~/services/sealing/envelope.server'
import { challengeLifecycle } from '../../challenge/lifecycle.server'
import { noteMoments } from '../../challenge/moments.server'
import { lifecycleCommand } from '../../command/command'
import { onlyWorker } from '../../kernel/actor'
import { stale, unavailable } from '../../kernel/errors'
import { placesOfClosingList } from '../closing.server'
import { type BidContent, bidContentShape, openBidsInput } from '../schema'

/**
 * The worker hands over what it decrypted; each text is held against the closing list again, and counts only when its commitment
 * is the listed one. The others show as "opening failed". Refusals: not closed (state), too_few_bids.
 */
export const openBids = lifecycleCommand('challenge.open_bids', {
  event: 'challenge.bids_opened',
  by: 'worker',
  input: openBidsInput,
  of: challengeLifecycle,
  id: (input) => input.id,
  transition: 'open_bids',
  allow: onlyWorker,
  async write({ tx, subject: challenge, input, now }) {
    const [list] = await tx.select().from(closingList).where(eq(closingList.challengeId, challenge.id))
    if (!list) throw unavailable()
    const places = await placesOfClosingList(tx, challenge.id, list.entries)
    const texts = new Map(input.opened.map((each) => [each.bid_id, each]))
    const readable = new Map<string, { version: number; content: BidContent }>()
    for (const { bidId, place } of places) {
      const text = texts.get(bidId)
      const checked = text && checkOpened(text.salt, text.json, place)
      const content = checked?.ok ? bidContentShape.safeParse(checked.statement.content) : null
      if (content?.success) readable.set(bidId, { version: place.version, content: content.data })
    }
    if (readable.size < challenge.minimumBids) throw stale('bid.refusal.too_few_bids')
    for (const { bidId } of places) {
      const opened = readable.get(bidId)
      if (opened) await keepContent(tx, bidId, opened, now)
      await tx
        .update(bid)
        .set({ state: opened ? 'opened' : 'opening_failed' })
        .where(eq(bid.id, bidId))
    }
    await noteMoments(tx, challenge.id, { openedAt: now })
    return { answer: { opened: readable.size, failed: places.length - readable.size } }
  },
})

async function keepContent(
  tx: Tx,
  bidId: string,
  { version, content }: { version: number; content: BidContent },
  openedAt: Date,
): Promise<void> {
  await tx.insert(bidContent).values({
    bidId,
    version,
    plan: content.plan,
    team: content.team,
    priceFen: content.price_fen,
    deliveryDate: content.delivery_date,
    openedAt,
  })
  if (content.commitments.length === 0) return
  await tx.insert(bidCommitment).values(
    content.commitments.map((said) => ({
      bidId,
      position: said.position,
      value: said.value,
      valueTo: said.value_to,
      note: said.note,
    })),
  )
}
