import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { achievement, membership, notification } from '#db/schema'
import { seedEmail } from '#test/cast'
import { closeAndOpen, closeAtDeadline, openChallenge, opener, submitAs } from '#test/integration/bid/world'
import { castKernel, dayMs, submitted } from '#test/integration/challenge/given'
import * as contracts from '#test/integration/contract/factory'
import { accepted, card, invite, judged, judging } from '#test/integration/evaluation/world'
import { madeBy } from '#test/integration/organization/drafts'
import { createAchievement } from '~/domain/achievement/commands/create.server'
import { publishAchievement } from '~/domain/achievement/commands/publish.server'
import { confirmAward } from '~/domain/award/commands/confirm-award.server'
import { intendAward } from '~/domain/award/commands/intend-award.server'
import { saveDraft } from '~/domain/bid/commands/save-draft.server'
import { publish } from '~/domain/challenge/commands/publish.server'
import { returnToPoser } from '~/domain/challenge/commands/return.server'
import { withdraw } from '~/domain/challenge/commands/withdraw.server'
import { amendContract } from '~/domain/contract/commands/amend.server'
import { cancelContract } from '~/domain/contract/commands/cancel.server'
import { refuseContract } from '~/domain/contract/commands/refuse.server'
import { returnContract } from '~/domain/contract/commands/return.server'
import { signContract } from '~/domain/contract/commands/sign.server'
import { updateContract } from '~/domain/contract/commands/update.server'
import { decline } from '~/domain/evaluation/commands/decline.server'
import { submitScorecard } from '~/domain/evaluation/commands/submit-scorecard.server'
import type { DemoKey } from '~/domain/identity/demo-parts'
import { businessNow } from '~/domain/kernel/clock'
import { addMember } from '~/domain/organization/commands/add-member.server'
import { returnOrganization } from '~/domain/organization/commands/return.server'
import { submitOrganization } from '~/domain/organization/commands/submit.server'
import { verifyOrganization } from '~/domain/organization/commands/verify.server'
import { fireDue } from '~/jobs/fire-due'
import { openBidsOf } from '~/jobs/open-bids'
import { forget, told, toldRows } from './told'

const kernel = castKernel()
const by = async (key: DemoKey) => ({ actor: await kernel.as(key) })
const reason = '一个说得清楚的理由'

beforeEach(() => forget(kernel))

describe('a challenge', () => {
  it('that is submitted is told to reviewers, without its title, and what they decide to its poser', async () => {
    const id = await submitted(kernel, { title: '还没有公开的题目' })
    expect(await told(kernel)).toEqual(['reviewer: challenge_to_review'])
    expect(JSON.stringify(await toldRows(kernel))).not.toContain('还没有公开的题目')
    await forget(kernel)
    await kernel.commands.run(returnToPoser, { id, reason }, await by('reviewer'))
    expect(await told(kernel)).toEqual(['poser: challenge_returned'])
    expect(JSON.stringify(await toldRows(kernel))).not.toContain(reason)

    const other = await submitted(kernel)
    await forget(kernel)
    const { number } = await kernel.commands.run(publish, { id: other }, await by('reviewer'))
    expect(await toldRows(kernel)).toEqual([
      expect.objectContaining({ who: 'poser', kind: 'challenge_published', path: `/challenges/${number}` }),
    ])
  })

  it('goes to a reviewer only where the reviewer has no part in it', async () => {
    const { organization } = await kernel.as('poser')
    const { personId } = await kernel.as('reviewer')
    await kernel.db.insert(membership).values({ personId, organizationId: organization!.id, role: 'viewer' })
    await submitted(kernel)
    expect(await told(kernel)).toEqual([])
    await kernel.db.delete(membership).where(eq(membership.personId, personId))
  })

  it('closes and is opened: its poser is told both, each solver of its own bid', async () => {
    const { id } = await openChallenge(kernel)
    await submitAs(kernel, 'solver', id)
    await forget(kernel)
    await closeAtDeadline(kernel, id)
    expect(await told(kernel)).toEqual(['poser: challenge_closed'])
    await openBidsOf(opener(kernel), { challenge_id: id })
    expect(await told(kernel)).toEqual([
      'poser: challenge_bids_opened',
      'poser: challenge_closed',
      'solver: bid_opened',
    ])
  })

  it('that ends for want of bids is told to its poser', async () => {
    const { id } = await openChallenge(kernel)
    await forget(kernel)
    await closeAndOpen(kernel, id)
    expect(await told(kernel)).toEqual(['poser: challenge_closed', 'poser: challenge_failed'])
  })

  it('that is withdrawn is told to those who work on a bid, and to nobody else', async () => {
    const { id } = await openChallenge(kernel)
    await submitAs(kernel, 'solver', id)
    const draft = { challenge_id: id, content: { plan: '还没有写完' } }
    await kernel.commands.run(saveDraft, draft, await by('rival'))
    await forget(kernel)
    await kernel.commands.run(withdraw, { id, reason }, await by('poser'))
    expect(await told(kernel)).toEqual(['rival: bid_challenge_withdrawn', 'solver: bid_challenge_withdrawn'])
  })
})

describe('judging and award', () => {
  it('judges are invited, the poser learns who is missing and, once, when there are enough scorecards', async () => {
    const challenge = await judging(kernel)
    await forget(kernel)
    const { id } = await invite(kernel, challenge.id, 'judge')
    expect(await toldRows(kernel)).toEqual([
      expect.objectContaining({ who: 'judge', kind: 'judge_invited', path: `/workspace/judging/${id}` }),
    ])
    await forget(kernel)
    await kernel.commands.run(decline, { id, reason }, await by('judge'))
    expect(await told(kernel)).toEqual(['poser: judge_declined'])

    for (const key of ['judge', 'judge_two', 'judge_three'] as const) {
      const evaluation = await accepted(kernel, challenge.id, key)
      await forget(kernel)
      const scores = await card(kernel, evaluation, {})
      await kernel.commands.run(submitScorecard, { id: evaluation, scores }, await by(key))
      expect(await told(kernel)).toEqual(key === 'judge_three' ? ['poser: scorecards_complete'] : [])
    }
  })

  it('each bidder is told of its own result, and nobody of their own act', async () => {
    const challenge = await judging(kernel)
    const bids = await judged(kernel, challenge.id, 90, 70)
    await forget(kernel)
    await kernel.commands.run(intendAward, { id: challenge.id, bids: [bids.solver], reason: '' }, await by('poser'))
    expect(await told(kernel)).toEqual(['rival: bid_result_published', 'solver: bid_award_intended'])
    const ends = new Date((await businessNow(kernel.db)).getTime() + 30 * dayMs)
    await kernel.setClock(ends)
    await forget(kernel)
    await kernel.commands.run(confirmAward, { id: challenge.id }, await by('poser'))
    expect(await told(kernel)).toEqual(['solver: bid_award_confirmed'])
  })

  it('a colleague who may act is told of what another did', async () => {
    const { organization } = await kernel.as('poser')
    const { personId } = await kernel.as('stranger')
    await kernel.db.insert(membership).values({ personId, organizationId: organization!.id, role: 'editor' })
    const challenge = await judging(kernel)
    const bids = await judged(kernel, challenge.id, 90, 70)
    await forget(kernel)
    await kernel.commands.run(intendAward, { id: challenge.id, bids: [bids.solver], reason: '' }, await by('poser'))
    expect(await told(kernel)).toContain('stranger: award_intended')
    await kernel.db.delete(membership).where(eq(membership.personId, personId))
  })
})

describe('a contract', () => {
  it('is told to the other party at each step, by its number alone', async () => {
    const { id, number } = await contracts.draft(kernel, { title: '不该出现在邮件里的标题' })
    expect(await told(kernel)).toEqual(['poser: contract_awaits_signature'])
    await forget(kernel)
    await kernel.commands.run(signContract, { id, version: 1 }, await by('solver'))
    const changed = { id, ...contracts.terms({ title: '改过的标题' }) }
    await kernel.commands.run(updateContract, changed, await by('solver'))
    expect(await told(kernel)).toEqual(['poser: contract_changed'])
    await forget(kernel)
    await kernel.commands.run(signContract, { id, version: 2 }, await by('solver'))
    await kernel.commands.run(signContract, { id, version: 2 }, await by('poser'))
    const rows = await toldRows(kernel)
    expect(rows).toEqual([
      expect.objectContaining({ who: 'solver', kind: 'contract_signed', path: `/workspace/contracts/${number}` }),
    ])
    expect(JSON.stringify(rows)).not.toContain('标题')
  })

  it('goes to a registrar and comes back with the decision', async () => {
    const submittedOne = await contracts.submitted(kernel)
    expect(await told(kernel)).toContain('registrar: contract_to_accept')
    expect(await told(kernel)).toContain('poser: contract_submitted')
    await forget(kernel)
    await kernel.commands.run(returnContract, { id: submittedOne.id, reason }, await by('registrar'))
    expect(await told(kernel)).toEqual(['poser: contract_returned', 'solver: contract_returned'])

    const refused = await contracts.underReview(kernel)
    await forget(kernel)
    await kernel.commands.run(refuseContract, { id: refused.id, ground: 'unclear', reason }, await by('registrar'))
    expect(await told(kernel)).toEqual(['poser: contract_refused', 'solver: contract_refused'])

    const { id } = await contracts.registered(kernel)
    const kinds = (await told(kernel)).filter((each) => each.endsWith('registered'))
    expect(kinds).toEqual(['poser: contract_registered', 'solver: contract_registered'])
    await forget(kernel)
    const amounts = { contract_value_fen: '100000000', technology_amount_fen: '90000000' }
    const amended = { id, kind: 'development', sub_kind: 'commissioned', ...amounts, reason } as const
    await kernel.commands.run(amendContract, amended, await by('registrar'))
    await kernel.commands.run(cancelContract, { id, reason }, await by('registrar'))
    expect(await told(kernel)).toEqual([
      'poser: contract_amended',
      'poser: contract_cancelled',
      'solver: contract_amended',
      'solver: contract_cancelled',
    ])
  })
})

describe('an organisation', () => {
  it('is told how its verification went', async () => {
    const newcomer = await kernel.as('newcomer')
    const id = await madeBy(kernel, newcomer, 'submitted', { name: '尚未公开的单位' })
    expect(await told(kernel)).toEqual(['reviewer: organization_to_review'])
    expect(JSON.stringify(await toldRows(kernel))).not.toContain('尚未公开的单位')
    await forget(kernel)
    await kernel.commands.run(returnOrganization, { id, reason }, await by('reviewer'))
    expect(await told(kernel)).toEqual(['newcomer: organization_returned'])
    await kernel.commands.run(submitOrganization, { id }, { actor: newcomer })
    await forget(kernel)
    await kernel.commands.run(verifyOrganization, { id }, await by('reviewer'))
    expect(await told(kernel)).toEqual(['newcomer: organization_verified'])
  })

  it('tells a person once that they were added, whatever their role', async () => {
    const { organization } = await kernel.as('poser')
    const { personId } = await kernel.as('investor')
    const input = { id: organization!.id, email: seedEmail('investor'), role: 'viewer' as const }
    await kernel.commands.run(addMember, input, await by('poser'))
    await kernel.commands.run(addMember, input, await by('poser'))
    expect(await told(kernel)).toEqual(['investor: member_added'])
    await kernel.db.delete(membership).where(eq(membership.personId, personId))
  })
})

describe('a listing', () => {
  it('that has expired is told to who listed it', async () => {
    const input = { title: '一项到期的成果', abstract: '说明它能做什么、做到了哪一步、还缺什么。' }
    const { id } = await kernel.commands.run(createAchievement, input, await by('solver'))
    await kernel.commands.run(publishAchievement, { id }, await by('solver'))
    const now = await businessNow(kernel.db)
    const past = new Date(now.getTime() - 1000)
    await kernel.db.update(achievement).set({ validUntil: past, nextEventAt: past }).where(eq(achievement.id, id))
    await fireDue(opener(kernel))
    expect((await told(kernel)).filter((each) => each.startsWith('solver'))).toEqual(['solver: listing_expired'])
    const [row] = await kernel.db.select().from(notification).where(eq(notification.kind, 'listing_expired'))
    expect(row).toMatchObject({ path: `/workspace/achievements/${id}`, mail: 'digest' })
  })
})
