import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { judge, membership, organization, staffRole } from '#db/schema'
import { accept } from '~/domain/evaluation/commands/accept.server'
import { decline } from '~/domain/evaluation/commands/decline.server'
import { inviteJudge } from '~/domain/evaluation/commands/invite-judge.server'
import { judgesPage } from '~/domain/evaluation/queries.server'
import { openChallenge } from '#test/integration/bid/world'
import { accepted, castKernel, invite, judgeRow, judging, refusal } from './world'

const kernel = castKernel()

async function joined(key: 'judge_three', owner: 'poser' | 'rival' | 'relative', work: () => Promise<void>) {
  const [who, where] = [await kernel.as(key), await kernel.as(owner)]
  await kernel.db
    .insert(membership)
    .values({ personId: who.personId, organizationId: where.organization!.id, role: 'viewer' })
  await work()
  await kernel.db.delete(membership).where(eq(membership.personId, who.personId))
}

describe('evaluation.invite_judge', () => {
  it('is done by the poser or a reviewer, of people with the role', async () => {
    const { id, number } = await judging(kernel)
    await invite(kernel, id, 'judge')
    await invite(kernel, id, 'judge_two', 'reviewer')
    expect(await judgeRow(kernel, id, 'judge')).toMatchObject({ state: 'invited' })
    expect(await refusal(invite(kernel, id, 'partner'))).toMatchObject({ key: 'evaluation.refusal.not_a_judge' })
    expect(await refusal(invite(kernel, id, 'judge_three', 'poser_viewer'))).toMatchObject({
      key: 'errors.refusal.viewer',
    })
    expect(await refusal(invite(kernel, id, 'judge_three', 'solver'))).toMatchObject({
      key: 'evaluation.refusal.not_inviting',
    })
    const view = await judgesPage(kernel.db, await kernel.as('poser'), number)
    expect(view.judges.map(({ state }) => state)).toEqual(['invited', 'invited'])
    expect(view.candidates.map(({ name }) => name)).toEqual(['梁启明'])
    await expect(judgesPage(kernel.db, await kernel.as('solver'), number)).rejects.toMatchObject({ code: 'not_found' })
  })

  it.each([
    ['poser', 'evaluation.refusal.member_of_poser'],
    ['rival', 'evaluation.refusal.member_of_bidder'],
    ['relative', 'evaluation.refusal.related_party'],
  ] as const)('is refused, with the reason, for somebody of the %s', async (owner, key) => {
    const { id, number } = await judging(kernel)
    await joined('judge_three', owner, async () => {
      const { organization: where } = await kernel.as(owner)
      expect(await refusal(invite(kernel, id, 'judge_three'))).toMatchObject({
        code: 'not_allowed',
        key,
        params: { organization: owner === 'relative' ? (await kernel.as('poser')).organization!.name : where!.name },
      })
      const { candidates } = await judgesPage(kernel.db, await kernel.as('poser'), number)
      expect(candidates.find(({ name }) => name === '梁启明')?.refusal?.reason).toBe(key)
    })
  })

  it('sees who controls a bidder', async () => {
    const { id } = await judging(kernel)
    const [rival, stranger] = [await kernel.as('rival'), await kernel.as('materials')]
    const who = await kernel.as('judge_three')
    const before = stranger.organization!.controller
    await kernel.db
      .update(organization)
      .set({ controller: rival.organization!.code })
      .where(eq(organization.id, stranger.organization!.id))
    await kernel.db
      .insert(membership)
      .values({ personId: who.personId, organizationId: stranger.organization!.id, role: 'viewer' })
    expect(await refusal(invite(kernel, id, 'judge_three'))).toMatchObject({ key: 'evaluation.refusal.related_party' })
    await kernel.db.delete(membership).where(eq(membership.personId, who.personId))
    await kernel.db
      .update(organization)
      .set({ controller: before })
      .where(eq(organization.id, stranger.organization!.id))
  })

  it('happens once per person, also when ten try at once, and again after a refusal of that person', async () => {
    const { id } = await judging(kernel)
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => invite(kernel, id, 'judge')))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { id: first } = await judgeRow(kernel, id, 'judge')
    await kernel.commands.run(decline, { id: first, reason: '出差' }, { actor: await kernel.as('judge') })
    await invite(kernel, id, 'judge')
    expect(await kernel.db.select().from(judge).where(eq(judge.challengeId, id))).toHaveLength(2)
  })

  it('waits until the bids are opened', async () => {
    const { id, number } = await openChallenge(kernel)
    expect(await refusal(invite(kernel, id, 'judge'))).toMatchObject({ code: 'stale' })
    expect((await judgesPage(kernel.db, await kernel.as('poser'), number)).candidates).toEqual([])
  })
})

describe('evaluation.accept and evaluation.decline', () => {
  it('need the declaration, and the person who was asked', async () => {
    const { id } = await judging(kernel)
    const { id: own } = await invite(kernel, id, 'judge')
    const by = async (key: 'judge' | 'judge_two' | 'poser') => ({ actor: await kernel.as(key) })
    expect(
      await refusal(kernel.commands.runUnknown(accept, { id: own, no_conflict: false }, await by('judge'))),
    ).toMatchObject({ paths: ['no_conflict'] })
    expect(
      await refusal(kernel.commands.run(accept, { id: own, no_conflict: true }, await by('judge_two'))),
    ).toMatchObject({ code: 'not_found' })
    expect(
      await refusal(kernel.commands.run(decline, { id: own, reason: '替他拒绝' }, await by('poser'))),
    ).toMatchObject({ code: 'not_found' })
    await kernel.commands.run(accept, { id: own, no_conflict: true }, await by('judge'))
    expect(await judgeRow(kernel, id, 'judge')).toMatchObject({ state: 'accepted', declaredAt: expect.any(Date) })
    expect(await refusal(kernel.commands.run(accept, { id: own, no_conflict: true }, await by('judge')))).toMatchObject(
      { code: 'stale' },
    )
  })

  it('ask the data again: somebody may have joined a bidder since', async () => {
    const { id } = await judging(kernel)
    const { id: own } = await invite(kernel, id, 'judge_three')
    await joined('judge_three', 'rival', async () => {
      const run = kernel.commands.run(accept, { id: own, no_conflict: true }, { actor: await kernel.as('judge_three') })
      expect(await refusal(run)).toMatchObject({ key: 'evaluation.refusal.member_of_bidder' })
    })
  })

  it('a judge may stop before submitting', async () => {
    const { id } = await judging(kernel)
    const own = await accepted(kernel, id, 'judge')
    await kernel.commands.run(
      decline,
      { id: own, reason: '发现与一家投标方有合作' },
      { actor: await kernel.as('judge') },
    )
    expect(await judgeRow(kernel, id, 'judge')).toMatchObject({
      state: 'declined',
      declineReason: '发现与一家投标方有合作',
    })
  })

  it('a person who lost the role since then cannot be invited', async () => {
    const { id } = await judging(kernel)
    const { personId } = await kernel.as('judge_three')
    await kernel.db.delete(staffRole).where(eq(staffRole.personId, personId))
    const input = { challenge_id: id, person_id: personId }
    expect(await refusal(kernel.commands.run(inviteJudge, input, { actor: await kernel.as('poser') }))).toMatchObject({
      key: 'evaluation.refusal.not_a_judge',
    })
    await kernel.db.insert(staffRole).values({ personId, role: 'judge' })
  })
})
