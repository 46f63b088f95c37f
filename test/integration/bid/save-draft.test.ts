import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { bidDraft } from '#db/schema'
import { saveDraft } from '~/domain/bid/commands/save-draft.server'
import { readDraft } from '~/domain/bid/schema'
import { visitor } from '~/domain/kernel/actor'
import { decryptDraft } from '~/services/sealing/draft.server'
import { bidOf, castKernel, closeAtDeadline, openChallenge, refusal, submitAs } from './world'

const kernel = castKernel()
const save = async (key: Parameters<typeof kernel.as>[0], id: string, plan: string) =>
  kernel.commands.run(saveDraft, { challenge_id: id, content: { plan } }, { actor: await kernel.as(key) })

describe('bid.save_draft', () => {
  it('keeps the latest draft, encrypted', async () => {
    const { id } = await openChallenge(kernel)
    await save('solver', id, '第一稿')
    await save('solver', id, '第二稿')
    const bid = await bidOf(kernel, 'solver', id)
    const [row] = await kernel.db.select().from(bidDraft).where(eq(bidDraft.bidId, bid.id))
    expect(row!.ciphertext.includes('第二稿')).toBe(false)
    expect(readDraft(decryptDraft(kernel.keys.derive('bid-draft'), bid.id, row!.ciphertext))).toMatchObject({
      plan: '第二稿',
    })
    expect(bid).toMatchObject({ state: 'draft', version: 0 })
  })

  it('beside a sealed bid leaves that as it is', async () => {
    const { id } = await openChallenge(kernel)
    await submitAs(kernel, 'solver', id)
    await save('solver', id, '改动稿')
    expect(await bidOf(kernel, 'solver', id)).toMatchObject({ state: 'sealed', version: 1 })
  })

  it('is for those who could bid, verified or not, while bidding is open', async () => {
    const { id } = await openChallenge(kernel)
    await save('newcomer', id, '还没核验也可以起草')
    expect(await refusal(save('poser', id, 'x'))).toMatchObject({ key: 'challenge.refusal.own_challenge' })
    expect(await refusal(save('relative', id, 'x'))).toMatchObject({ key: 'bid.refusal.related_party' })
    expect(await refusal(save('stranger', id, 'x'))).toMatchObject({ key: 'errors.refusal.no_organization' })
    const input = { challenge_id: id, content: {} }
    expect(await refusal(kernel.commands.run(saveDraft, input, { actor: visitor }))).toMatchObject({
      code: 'not_signed_in',
    })
    await closeAtDeadline(kernel, id)
    expect(await refusal(save('solver', id, 'x'))).toMatchObject({ code: 'stale' })
  })
})
