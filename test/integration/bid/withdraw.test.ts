import { describe, expect, it } from 'vitest'
import { withdrawBid } from '~/domain/bid/commands/withdraw.server'
import {
  bidOf,
  castKernel,
  closeAtDeadline,
  closingListOf,
  envelopesOf,
  openChallenge,
  refusal,
  submitAs,
} from './world'

const kernel = castKernel()
const withdraw = async (key: Parameters<typeof kernel.as>[0], id: string) =>
  kernel.commands.run(withdrawBid, { challenge_id: id }, { actor: await kernel.as(key) })

describe('bid.withdraw', () => {
  it('takes the bid out of the closing list, without its key', async () => {
    const { id } = await openChallenge(kernel)
    await submitAs(kernel, 'solver', id)
    await submitAs(kernel, 'rival', id)
    await withdraw('solver', id)
    const bid = await bidOf(kernel, 'solver', id)
    expect(bid.state).toBe('withdrawn')
    expect((await envelopesOf(kernel, bid.id)).map(({ state }) => state)).toEqual(['withdrawn'])
    await closeAtDeadline(kernel, id)
    expect((await closingListOf(kernel, id))!.entries.map(({ bid_id }) => bid_id)).toEqual([
      (await bidOf(kernel, 'rival', id)).id,
    ])
  })

  it('leaves the way open for a new version', async () => {
    const { id } = await openChallenge(kernel)
    await submitAs(kernel, 'solver', id)
    await withdraw('solver', id)
    const { proof } = await submitAs(kernel, 'solver', id)
    expect(proof.version).toBe(2)
    expect(await bidOf(kernel, 'solver', id)).toMatchObject({ state: 'sealed', version: 2 })
  })

  it("is for a bid of one's own that is sealed, before the deadline", async () => {
    const { id } = await openChallenge(kernel)
    await submitAs(kernel, 'solver', id)
    expect(await refusal(withdraw('rival', id))).toMatchObject({ code: 'not_found' })
    expect(await refusal(withdraw('poser', id))).toMatchObject({ code: 'not_found' })
    await withdraw('solver', id)
    expect(await refusal(withdraw('solver', id))).toMatchObject({ code: 'stale', key: 'errors.state' })
    await submitAs(kernel, 'solver', id)
    await closeAtDeadline(kernel, id)
    expect(await refusal(withdraw('solver', id))).toMatchObject({ code: 'stale', key: 'bid.refusal.deadline_passed' })
  })
})
