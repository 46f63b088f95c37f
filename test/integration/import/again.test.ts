import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { achievement, challenge, event } from '#db/schema'
import { castKernel } from '#test/integration/challenge/given'
import { updateAchievement } from '~/domain/achievement/commands/update.server'
import { withdrawAchievement } from '~/domain/achievement/commands/withdraw.server'
import { achievementRow, challengeRow, counts, importFile, lines, outcomes, reasons } from './world'

const kernel = castKernel()

const achievementOf = async (externalId: string) =>
  (await kernel.db.select().from(achievement).where(eq(achievement.externalId, externalId)))[0]!
const challengeOf = async (externalId: string) =>
  (await kernel.db.select().from(challenge).where(eq(challenge.externalId, externalId)))[0]!

describe('the same file again', () => {
  it.each(['achievements', 'capabilities', 'challenges'] as const)('changes nothing: %s', async (kind) => {
    const row =
      kind === 'challenges'
        ? challengeRow('S-1')
        : kind === 'achievements'
          ? achievementRow('S-1', { metrics: [{ name: '重量', value: [1e-7, 1.5], unit: 'kg' }], price_max: '1.5万' })
          : { id: 'S-1', title: '轴承试验台', abstract: '可做十五万转每分的轴承寿命试验。', price: '99.90' }
    const file = lines(row)
    for (const publish of [false, true]) {
      const first = await importFile(kernel, kind, file, { publish })
      expect(outcomes(first)).toEqual([publish ? 'updated' : 'written'])
      const before = await counts(kernel)
      expect(outcomes(await importFile(kernel, kind, file, { publish }))).toEqual(['unchanged'])
      expect(await counts(kernel)).toEqual(before)
    }
  })

  it('does not undo what people changed in the product meanwhile', async () => {
    const file = lines(achievementRow('S-2'))
    await importFile(kernel, 'achievements', file)
    const { id } = await achievementOf('S-2')
    const said = { id, title: '由本人改过的标题', abstract: '本人在页面上改过的摘要，足够长。' }
    await kernel.commands.run(updateAchievement, said, { actor: await kernel.as('solver'), requestId: 'web' })
    expect(outcomes(await importFile(kernel, 'achievements', file))).toEqual(['unchanged'])
    expect((await achievementOf('S-2')).title).toBe('由本人改过的标题')
  })
})

describe('a row that says something else', () => {
  it('updates a listing, and then is the same; going back is a change too', async () => {
    const old = lines(achievementRow('U-1'))
    const changed = lines(achievementRow('U-1', { title: '第二代氮化硅陶瓷轴承', metrics: null }))
    await importFile(kernel, 'achievements', old, { publish: true })
    const before = await achievementOf('U-1')
    const updated = await importFile(kernel, 'achievements', changed)
    expect(updated).toMatchObject([{ outcome: 'updated', externalId: 'U-1' }])
    expect(await achievementOf('U-1')).toMatchObject({
      id: before.id,
      number: before.number,
      state: 'listed',
      title: '第二代氮化硅陶瓷轴承',
    })
    const [last] = (await kernel.db.select().from(event).where(eq(event.subjectId, before.id))).slice(-1)
    expect(last).toMatchObject({ type: 'achievement.updated', requestId: 'import' })
    expect(outcomes(await importFile(kernel, 'achievements', changed))).toEqual(['unchanged'])
    expect(outcomes(await importFile(kernel, 'achievements', old))).toEqual(['updated'])
    expect((await achievementOf('U-1')).title).toBe(before.title)
  })

  it('updates a draft challenge, whose deadline, criteria and budget stay where the row leaves them out', async () => {
    await importFile(kernel, 'challenges', lines(challengeRow('U-2')))
    const before = await challengeOf('U-2')
    const changed = lines(challengeRow('U-2', { title: '高速电主轴轴承寿命仍然不足' }))
    expect(outcomes(await importFile(kernel, 'challenges', changed))).toEqual(['updated'])
    expect(await challengeOf('U-2')).toMatchObject({
      title: '高速电主轴轴承寿命仍然不足',
      bidDeadline: before.bidDeadline,
      budgetMaxFen: before.budgetMaxFen,
    })
    expect(outcomes(await importFile(kernel, 'challenges', changed))).toEqual(['unchanged'])
    const richer = lines(challengeRow('U-2', { budget_max: '500万' }))
    expect(outcomes(await importFile(kernel, 'challenges', richer))).toEqual(['updated'])
    expect((await challengeOf('U-2')).budgetMaxFen).toBe(500_000_000n)
  })

  it('is refused with the reason where the state does not allow it', async () => {
    await importFile(kernel, 'challenges', lines(challengeRow('U-3')), { publish: true })
    const changed = lines(challengeRow('U-3', { title: '已经发布的榜题换一个标题' }), challengeRow('U-4'))
    const results = await importFile(kernel, 'challenges', changed, { publish: true })
    expect(outcomes(results)).toEqual(['refused', 'written'])
    expect(reasons(results)).toEqual([[1, null, '内容与已有的不同，但它现在的状态是“揭榜中”，不能再通过导入修改']])
    expect((await challengeOf('U-3')).title).toBe(challengeRow('U-3').title)
  })

  it('is refused where an earlier line of the file has the same id', async () => {
    const row = achievementRow('U-5')
    const results = await importFile(kernel, 'achievements', lines(row, row, { ...row, title: '同一编号，另一标题' }))
    expect(outcomes(results)).toEqual(['written', 'unchanged', 'refused'])
    expect(reasons(results)).toEqual([[3, 'id', '这个编号在第 1 行已经出现，两行内容不同']])
    expect((await achievementOf('U-5')).title).toBe(row.title)
  })
})

describe('a dry run', () => {
  it('says what would happen and writes nothing', async () => {
    await importFile(kernel, 'achievements', lines(achievementRow('D-1')))
    const before = await counts(kernel)
    const row = achievementRow('D-2')
    const file = lines(achievementRow('D-1', { title: '换了标题的成果' }), row, row, { ...row, trl: 99 })
    const results = await importFile(kernel, 'achievements', file, { dryRun: true, publish: true })
    expect(outcomes(results)).toEqual(['updated', 'written', 'unchanged', 'refused'])
    expect(await counts(kernel)).toEqual(before)
    expect((await achievementOf('D-1')).title).toBe(achievementRow('D-1').title)
  })
})

describe('publication', () => {
  it('lists achievements as their owner, and opens challenges by a reviewer', async () => {
    await importFile(kernel, 'achievements', lines(achievementRow('P-1')), { publish: true })
    expect(await achievementOf('P-1')).toMatchObject({ state: 'listed', number: expect.stringMatching(/^CG-/) })
    await importFile(kernel, 'challenges', lines(challengeRow('P-2')), { publish: true })
    const opened = await challengeOf('P-2')
    expect(opened).toMatchObject({ state: 'open', number: expect.stringMatching(/^BD-/) })
    const events = await kernel.db.select().from(event).where(eq(event.subjectId, opened.id))
    expect(events.map(({ type, personId }) => [type, personId])).toEqual([
      ['challenge.draft_created', (await kernel.as('poser')).personId],
      ['challenge.submitted', (await kernel.as('poser')).personId],
      ['challenge.published', (await kernel.as('reviewer')).personId],
    ])
  })

  it('does not list again what was withdrawn', async () => {
    const file = lines(achievementRow('P-3'))
    await importFile(kernel, 'achievements', file, { publish: true })
    const { id } = await achievementOf('P-3')
    await kernel.commands.run(withdrawAchievement, { id }, { actor: await kernel.as('solver') })
    expect(outcomes(await importFile(kernel, 'achievements', file, { publish: true }))).toEqual(['unchanged'])
    expect((await achievementOf('P-3')).state).toBe('withdrawn')
  })
})
