import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { award, bid, bidCommitment, bidContent, challenge, challengeTarget } from '#db/schema'
import type { AwardState } from '#db/schema'
import { seedPeople } from '#test/cast'
import { type TestKernel, testKernel } from '#test/integration/kernel'
import { draftFromAward } from '~/domain/contract/commands/draft-from-award.server'
import { signContract } from '~/domain/contract/commands/sign.server'
import { updateContract } from '~/domain/contract/commands/update.server'
import { readContract } from '~/domain/contract/lifecycle.server'
import { parties, terms } from './factory'

const kernel = testKernel((made) => seedPeople(made).then(() => {}))
const by = async (key: Parameters<typeof kernel.as>[0]) => ({ actor: await kernel.as(key) })

/** An award of the poser's challenge to the solver, as judging leaves it. */
async function awarded({ db, as }: TestKernel, state: AwardState = 'confirmed'): Promise<string> {
  const poser = await as('poser')
  const solver = await as('solver')
  const at = new Date()
  const [made] = await db
    .insert(challenge)
    .values({
      state: 'awarded',
      number: `BD-2026-${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}`,
      publishedAt: at,
      organizationId: poser.organization!.id,
      createdBy: poser.personId,
      title: '功率模块结温在线监测',
      requirement: '在不拆封装的条件下监测结温。',
      deliverables: '样机两台、源代码',
      field: 'electronics_information',
      cooperationMode: 'joint',
      paymentPlan: [
        { label: '签约', percent: 30 },
        { label: '验收', percent: 70 },
      ],
    })
    .returning({ id: challenge.id })
  const challengeId = made!.id
  await db.insert(challengeTarget).values([
    { challengeId, position: 0, name: '测温误差', comparator: '<=', value: 2, unit: '℃' },
    { challengeId, position: 1, name: '响应时间', comparator: '<=', value: 5, unit: 'ms' },
  ])
  const [bidden] = await db
    .insert(bid)
    .values({
      code: crypto.randomUUID(),
      challengeId,
      organizationId: solver.organization!.id,
      state: 'opened',
      createdBy: solver.personId,
    })
    .returning({ id: bid.id })
  await db.insert(bidContent).values({
    bidId: bidden!.id,
    version: 1,
    plan: '…',
    team: '…',
    priceFen: 123_456_789n,
    deliveryDate: '2027-09-30',
    openedAt: at,
  })
  await db.insert(bidCommitment).values({ bidId: bidden!.id, position: 0, value: 1.5 })
  const [won] = await db
    .insert(award)
    .values({
      challengeId,
      bidId: bidden!.id,
      state,
      rank: 1,
      scoreHundredths: 8800,
      priceFen: 123_456_789n,
      intendedAt: at,
      publicityEndsAt: at,
    })
    .returning({ id: award.id })
  return won!.id
}

describe('a contract from an award', () => {
  it('is between solver and poser, at the price of the bid, with the targets as terms of acceptance', async () => {
    const id = await awarded(kernel)
    const made = await kernel.commands.run(draftFromAward, { award: id }, await by('poser'))
    const drafted = await readContract(kernel.db, { id: made.id })
    expect(drafted).toMatchObject({
      state: 'draft',
      origin: 'challenge',
      kind: 'development',
      subKind: 'joint',
      field: 'electronics_information',
      contractValueFen: 123_456_789n,
      termTo: '2027-09-30',
      paymentTerms: '签约：30%，370,370.37 元\n验收：70%，864,197.52 元',
    })
    expect(drafted!.parties.map((party) => [party.side, party.name, party.region])).toEqual([
      ['seller', '北辰储能研究院', '330106'],
      ['buyer', '杭州江芯微电子有限公司', '330108'],
    ])
    expect(drafted!.acceptance).toMatchObject([
      { name: '测温误差', comparator: '<=', value: 2, committed: 1.5 },
      { name: '响应时间', value: 5, committed: null },
    ])
  })

  it('is drafted once, also by both sides at the same time', async () => {
    const id = await awarded(kernel)
    const outcomes = await Promise.allSettled([
      kernel.commands.run(draftFromAward, { award: id }, await by('poser')),
      kernel.commands.run(draftFromAward, { award: id }, await by('solver')),
    ])
    expect(outcomes.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    expect(outcomes.find((each) => each.status === 'rejected')).toMatchObject({
      reason: { key: 'contract.refusal.already_drafted' },
    })
  })

  it('waits for the award to be confirmed', async () => {
    const id = await awarded(kernel, 'intended')
    await expect(kernel.commands.run(draftFromAward, { award: id }, await by('poser'))).rejects.toMatchObject({
      key: 'contract.refusal.award_not_confirmed',
    })
  })

  it('is for writers of the two; to others the award does not exist', async () => {
    const id = await awarded(kernel)
    await expect(kernel.commands.run(draftFromAward, { award: id }, await by('poser_viewer'))).rejects.toMatchObject({
      key: 'errors.refusal.viewer',
    })
    for (const key of ['rival', 'registrar', 'stranger'] as const) {
      await expect(kernel.commands.run(draftFromAward, { award: id }, await by(key))).rejects.toMatchObject({
        code: 'not_found',
      })
    }
  })

  it('keeps both of them as parties, whoever edits it', async () => {
    const made = await kernel.commands.run(draftFromAward, { award: await awarded(kernel) }, await by('solver'))
    await expect(
      kernel.commands.run(
        updateContract,
        { id: made.id, ...terms({ parties: parties(['solver'], ['rival']) }) },
        await by('solver'),
      ),
    ).rejects.toMatchObject({ issues: [{ message: 'contract.issue.party_missing' }] })
  })

  it('marks its award as contracted once both have signed, and stays so when a new version is signed', async () => {
    const id = await awarded(kernel)
    const made = await kernel.commands.run(draftFromAward, { award: id }, await by('poser'))
    const stateOf = async () => {
      const [won] = await kernel.db.select({ state: award.state }).from(award).where(eq(award.id, id))
      return won!.state
    }
    const signBoth = async (version: number) => {
      for (const key of ['solver', 'poser'] as const)
        await kernel.commands.run(signContract, { id: made.id, version }, await by(key))
    }
    expect(await stateOf()).toBe('confirmed')
    await signBoth(1)
    expect(await stateOf()).toBe('contracted')
    await kernel.commands.run(updateContract, { id: made.id, ...terms() }, await by('poser'))
    await signBoth(2)
    expect(await readContract(kernel.db, { id: made.id })).toMatchObject({ state: 'signed', version: 2 })
  })
})
