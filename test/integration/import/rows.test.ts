import { asc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { achievement, achievementMetric, capability, challenge, challengeCriterion, challengeTarget } from '#db/schema'
import { castKernel } from '#test/integration/challenge/given'
import { achievementRow, challengeRow, importFile, lines, outcomes, reasons, warningsOf } from './world'

const kernel = castKernel()

const metricsOf = async (id: string) =>
  (
    await kernel.db
      .select()
      .from(achievementMetric)
      .where(eq(achievementMetric.achievementId, id))
      .orderBy(asc(achievementMetric.position))
  ).map(({ name, value, valueTo, unit }) => [name, value, valueTo, unit])

const achievementOf = async (externalId: string) =>
  (await kernel.db.select().from(achievement).where(eq(achievement.externalId, externalId)))[0]!

/** GB18030, with a character beyond GBK and a quoted comma. */
const gb18030 = Buffer.from(
  'seC6xSyx6sziLNWq0qosudi8/LTKLNDUxNyyzsr9DQpHLTEsxM24387CzNW0ydbhs9As08PT2rjfy9nW99bhtcS1qruvuejM1bTJ1uGz0KOs0tHQocX6ytTWxqGjLMzVtMnW4bPQo7u438vZ1vfW4SzXqsvZIDEzIM3y16rDv7fWo7vOwsn9IDEyIEsNCkctMizpRpU0sjW6z73wt9vEqSzU9rLE1sbU7NPDtcS4387Cus+98LfbxKmjrLqsz6HNwdSqy9ihoywiuN/OwrrPvfAst9vEqSIsDQo=',
  'base64',
)

describe('rows of achievements', () => {
  it('are written from JSON Lines as drafts of the owner', async () => {
    const phrase = '基于氮化硅陶瓷滚动体与氮化铝混合保持架的超高速电主轴用角接触球轴承及其润滑方法'
    expect(phrase.length).toBeGreaterThan(38)
    const results = await importFile(
      kernel,
      'achievements',
      lines(
        achievementRow('A-1', {
          keywords: [phrase.repeat(2)],
          metrics: [
            { name: '转速', value: [80000, 130000], unit: 'r/min', condition: null },
            { name: '温升', value: '12', unit: 'K' },
          ],
          transfer_modes: ['普通许可', 'assignment'],
          price_max_fen: 5000000,
          trl_evidence: null,
        }),
        '',
        achievementRow('A-2', {
          field: '',
          trl: '',
          keywords: ['', '轴承', null],
          abstract: null,
          text: '没有摘要，只有正文的一条成果。',
          price_max: '50万',
        }),
      ),
    )
    expect(reasons(results)).toEqual([])
    expect(results.map(({ line, externalId, outcome }) => [line, externalId, outcome])).toEqual([
      [1, 'A-1', 'written'],
      [3, 'A-2', 'written'],
    ])
    const first = await achievementOf('A-1')
    expect(first).toMatchObject({
      state: 'draft',
      organizationId: (await kernel.as('solver')).organization!.id,
      field: 'advanced_manufacturing',
      keywords: [phrase.repeat(2)],
      transferModes: ['non_exclusive_licence', 'assignment'],
      priceMaxFen: 5_000_000n,
      trlEvidence: '',
    })
    expect(await metricsOf(first.id)).toEqual([
      ['转速', 80000, 130000, 'r/min'],
      ['温升', 12, null, 'K'],
    ])
    expect(await achievementOf('A-2')).toMatchObject({
      abstract: '没有摘要，只有正文的一条成果。',
      field: null,
      trl: null,
      tags: [],
      keywords: ['轴承'],
      priceMaxFen: 50_000_000n,
    })
  })

  it('are read from a CSV file in UTF-8 with its mark, cells over several lines and JSON cells too', async () => {
    const csv =
      '\ufeff编号,标题,摘要,技术领域,关键词,成熟度,metrics\r\n' +
      'C-1,固态电解质薄膜,"硫化物固态电解质薄膜，\n已在软包电芯上验证。",新能源与高效节能,"固态电池、电解质",5,"[{""name"":""厚度"",""value"":20,""unit"":""μm""}]"\r\n' +
      'C-2,"标题里有""引号""的成果",摘要也足够长，可以登记。,,,,\r\n'
    const results = await importFile(kernel, 'achievements', csv, { csv: true })
    expect(reasons(results)).toEqual([])
    expect(results.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'written'],
      [4, 'written'],
    ])
    const first = await achievementOf('C-1')
    expect(first).toMatchObject({
      abstract: '硫化物固态电解质薄膜，\n已在软包电芯上验证。',
      field: 'new_energy',
      keywords: ['固态电池', '电解质'],
      trl: 5,
    })
    expect(await metricsOf(first.id)).toEqual([['厚度', 20, null, 'μm']])
    expect((await achievementOf('C-2')).title).toBe('标题里有"引号"的成果')
  })

  it('are read from a CSV file in GB18030, figures written as people write them', async () => {
    const results = await importFile(kernel, 'achievements', gb18030, { csv: true })
    expect(reasons(results)).toEqual([])
    const first = await achievementOf('G-1')
    expect(first).toMatchObject({ title: '耐高温陶瓷轴承', keywords: ['陶瓷轴承', '高速主轴'] })
    expect(await metricsOf(first.id)).toEqual([
      ['转速', 130000, null, '转每分'],
      ['温升', 12, null, 'K'],
    ])
    expect(await achievementOf('G-2')).toMatchObject({ title: '镕𠮷合金粉末', keywords: ['高温合金', '粉末'] })
  })

  it('keep what is not understood as a tag, or leave it out, and say so', async () => {
    const results = await importFile(
      kernel,
      'achievements',
      lines(
        achievementRow('W-1', {
          field: '陶瓷工程',
          tags: ['轴承'],
          colour: 'red',
          metrics: [{ name: '硬度', value: 5, unit: 'foo' }],
        }),
      ),
    )
    expect(outcomes(results)).toEqual(['written'])
    expect(warningsOf(results)).toEqual([
      '不认识的列“colour”，已忽略',
      '“陶瓷工程”不在技术领域表内，已改记为标签',
      '不认识单位“foo”，这个数值无法与指标核对',
    ])
    expect(await achievementOf('W-1')).toMatchObject({ field: null, tags: ['轴承', '陶瓷工程'] })
  })
})

describe('rows of capabilities', () => {
  it('are written from JSON Lines and CSV', async () => {
    const jsonl = await importFile(
      kernel,
      'capabilities',
      lines({ id: 'K-1', title: '轴承寿命试验台', abstract: '可做十五万转每分的轴承寿命试验。', service_kind: 'testing', price: '1200', price_unit: 'hour', lead_time_days: 7, marks: ['CNAS'] }), // prettier-ignore
    )
    const csv = await importFile(
      kernel,
      'capabilities',
      'id,标题,摘要,lead_time_days,marks\nK-2,盐雾试验箱,中性盐雾与循环腐蚀试验服务。,3,CMA；CNAS\n',
      { csv: true },
    )
    expect(reasons([...jsonl, ...csv])).toEqual([])
    const rows = await kernel.db.select().from(capability).orderBy(asc(capability.externalId))
    expect(rows).toMatchObject([
      { externalId: 'K-1', priceFen: 120_000n, priceUnit: 'hour', leadTimeDays: 7, marks: ['CNAS'] },
      { externalId: 'K-2', leadTimeDays: 3, marks: ['CMA', 'CNAS'] },
    ])
  })
})

describe('rows of challenges', () => {
  it('get deadline, criteria and budget from the settings where they do not say', async () => {
    expect(reasons(await importFile(kernel, 'challenges', lines(challengeRow('B-1'))))).toEqual([])
    const [row] = await kernel.db.select().from(challenge).where(eq(challenge.externalId, 'B-1'))
    expect(row).toMatchObject({ state: 'draft', budgetMaxFen: 100_000_000n, bidDeadline: expect.any(Date) })
    const criteria = await kernel.db
      .select()
      .from(challengeCriterion)
      .where(eq(challengeCriterion.challengeId, row!.id))
    expect(criteria.map((each) => each.weight).sort()).toEqual([10, 20, 20, 50])
  })

  it('are read from CSV with their targets as text, an amount with its unit and a day', async () => {
    const csv =
      '编号,题目,需求,技术指标,预算,截止时间,budget_negotiable\n' +
      'B-2,主轴轴承寿命不足,现有轴承运行不到五百小时，求替代方案。,转速 >= 12 万转每分；温升 ≤ 15 K,300万元,2031/3/5,是\n'
    expect(reasons(await importFile(kernel, 'challenges', csv, { csv: true }))).toEqual([])
    const [row] = await kernel.db.select().from(challenge).where(eq(challenge.externalId, 'B-2'))
    expect(row).toMatchObject({
      budgetMaxFen: 300_000_000n,
      budgetNegotiable: true,
      bidDeadline: new Date('2031-03-05T23:59:59+08:00'),
    })
    const targets = await kernel.db.select().from(challengeTarget).where(eq(challengeTarget.challengeId, row!.id)).orderBy(asc(challengeTarget.position)) // prettier-ignore
    expect(targets).toMatchObject([
      { name: '转速', comparator: '>=', value: 120000, unit: '转每分' },
      { name: '温升', comparator: '<=', value: 15, unit: 'K' },
    ])
  })
})
