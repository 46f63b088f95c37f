import { describe, expect, it } from 'vitest'
import { castKernel } from '#test/integration/challenge/given'
import { achievementRow, challengeRow, counts, importFile, lines, outcomes, reasons, sentences } from './world'

const kernel = castKernel()

type Reason = readonly [column: string | null, reason: string]

/** A line between two good ones, and why it is refused. */
const badLines: [what: string, line: unknown, ...Reason[]][] = [
  ['JSON that breaks off', '{"id":"X","title":"半行', [null, '这一行不是完整的 JSON']],
  ['a list', '["X","标题"]', [null, '这一行应为一个 JSON 对象，如 {"title": …}']],
  ['null', 'null', [null, '这一行应为一个 JSON 对象，如 {"title": …}']],
  ['no id', achievementRow(null), ['id', '请填写']],
  ['an empty id', achievementRow(' '), ['id', '请填写']],
  ['an id of 101 characters', achievementRow('x'.repeat(101)), ['id', '不能超过 100 个字（项）']],
  ['an id with a NUL', achievementRow('X\0'), ['id', '含有无法保存的字符，请删去后再提交']],
  ['no title', achievementRow('X', { title: undefined }), ['title', '请填写']],
  ['a title that is null', achievementRow('X', { title: null }), ['title', '请填写']],
  ['a title of blanks', achievementRow('X', { title: ' \t' }), ['title', '请填写']],
  ['a number for a title', achievementRow('X', { title: 5 }), ['title', '格式不对，这里应为文字']],
  ['text for tags of objects', achievementRow('X', { tags: [{}] }), ['tags.0', '格式不对，这里应为文字']],
  ['an object for metrics', achievementRow('X', { metrics: {} }), ['metrics', '格式不对，这里应为列表']],
  ['maturity in words', achievementRow('X', { trl: '小试' }), ['trl', '格式不对，这里应为数']],
  ['maturity 12', achievementRow('X', { trl: 12 }), ['trl', '不能大于 9']],
  ['a NUL in a text', achievementRow('X', { abstract: '足够长的摘要，含有\0字符。' }), ['abstract', '含有无法保存的字符，请删去后再提交']], // prettier-ignore
  ['half a character', '{"id":"X","title":"成果\\ud83d","abstract":"足够长的一段摘要文字。"}', ['title', '含有无法保存的字符，请删去后再提交']], // prettier-ignore
  ['1 MB of text', achievementRow('X', { abstract: '长'.repeat(350_000) }), ['abstract', '不能超过 8000 个字（项）']],
  ['a line of more than 2 MB', achievementRow('X', { abstract: 'x'.repeat(2_200_000) }), [null, '这一行超过 2 MB']],
  ['a keyword of 121 characters', achievementRow('X', { keywords: ['好', 'x'.repeat(121)] }), ['keywords.1', '不能超过 120 个字（项）']], // prettier-ignore
  ['a tag of 41 characters', achievementRow('X', { tags: ['x'.repeat(41)] }), ['tags.0', '不能超过 40 个字（项）']],
  ['a negative amount', achievementRow('X', { price_max_fen: '-5' }), ['price_max_fen', '金额应为不带小数的分（如 123450 表示 1,234.50 元），或在表单里按元填写']], // prettier-ignore
  ['a negative amount in yuan', achievementRow('X', { price_max: -5 }), ['price_max', '金额应为不带小数的分（如 123450 表示 1,234.50 元），或在表单里按元填写']], // prettier-ignore
  ['an amount of 30 digits', achievementRow('X', { price_max: '9'.repeat(30) }), ['price_max', '金额过大，请核对单位']],
  ['yuan that would fit as fen', achievementRow('X', { price_max: '20000000000000' }), ['price_max', '金额过大，请核对单位']], // prettier-ignore
  ['prices the wrong way round', achievementRow('X', { price_min: 9, price_max: 5 }), ['price_max', '后一个值不能小于前一个值']], // prettier-ignore
  ['a figure in words', achievementRow('X', { metrics: [{ name: '转速', value: '很高', unit: 'r/min' }] }), ['metrics.0.value', '格式不对，这里应为数']], // prettier-ignore
  ['a figure that is null', achievementRow('X', { metrics: [{ name: '转速', value: null }] }), ['metrics.0.value', '请填写']], // prettier-ignore
  ['a figure beyond all numbers', '{"id":"X","title":"超大数值","abstract":"足够长的一段摘要文字。","metrics":[{"name":"转速","value":1e400}]}', ['metrics.0.value', '格式不对，这里应为数']], // prettier-ignore
  ['metrics as text that holds none', achievementRow('X', { metrics: '转速 13 万转每分；很轻' }), ['metrics', '第 2 行读不懂，请写成“名称 数值 单位”']], // prettier-ignore
  ['a unit of 41 characters', achievementRow('X', { metrics: [{ name: '转速', value: 1, unit: 'x'.repeat(41) }] }), ['metrics.0.unit', '不能超过 40 个字（项）']], // prettier-ignore
  [
    'two things wrong',
    achievementRow('X', { title: '短', trl: 0 }),
    ['title', '至少 2 个字（项）'],
    ['trl', '不能小于 1'],
  ],
]

describe('a line of JSON Lines that cannot be written', () => {
  it.each(badLines)('says why, and the lines around it are written: %s', async (what, line, ...expected) => {
    const before = await counts(kernel)
    const results = await importFile(
      kernel,
      'achievements',
      lines(achievementRow(`${what} 前`.slice(-90)), line, achievementRow(`${what} 后`.slice(-90))),
      { publish: true },
    )
    expect(outcomes(results)).toEqual(['written', 'refused', 'written'])
    expect(reasons(results)).toEqual(expected.map(([column, reason]) => [2, column, reason]))
    for (const { message } of results[1]!.problems)
      for (const said of sentences(message)) {
        expect(said).not.toMatch(/\{\{|^errors\./)
        expect(said.length).toBeGreaterThan(2)
      }
    const after = await counts(kernel)
    expect(after.achievements).toBe(before.achievements! + 2)
    expect(after.metrics).toBe(before.metrics! + 2)
    expect(after.numbers).toBe(before.numbers! + 2)
  })

  it('is told from the others by its line also where it is no UTF-8', async () => {
    const content = Buffer.concat([
      Buffer.from(lines(achievementRow('U-1'))),
      Buffer.from('7b226964223a22b3c9b9fb227d0a', 'hex'),
      Buffer.from(lines(achievementRow('U-2'))),
    ])
    const results = await importFile(kernel, 'achievements', content)
    expect(outcomes(results)).toEqual(['written', 'refused', 'written'])
    expect(reasons(results)).toEqual([[2, null, '这一行的文字无法读取，请把文件另存为 UTF-8 编码']])
  })
})

const header = '编号,标题,摘要,成熟度\n'
const good = (id: string) => `${id},氮化硅陶瓷轴承,用于高速电主轴的氮化硅陶瓷轴承。,6\n`

describe('a row of CSV that cannot be written', () => {
  it.each<[what: string, row: string, ...Reason[]]>([
    ['half a row', 'X,只有标题\n', [null, '这一行有 2 格，表头有 4 格']],
    ['a cell too many', 'X,标题是好的,摘要也是足够长的文字。,6,7\n', [null, '这一行有 5 格，表头有 4 格']],
    ['a quote without partner', 'X,"标题没有右引号,摘要也是足够长的文字。,6\n', [null, '这一行的引号没有配对']],
    ['a quote inside a cell', 'X,5" 硅片,摘要也是足够长的文字。,6\n', [null, '这一行的引号没有配对']],
    ['two quotes inside a cell', 'X,所谓"新"材料,摘要也是足够长的文字。,6\n', [null, '这一行的引号没有配对']],
    ['a wrong cell', 'X,标题是好的,摘要也是足够长的文字。,高\n', ['成熟度', '格式不对，这里应为数']],
    ['no id', ',标题是好的,摘要也是足够长的文字。,6\n', ['id', '请填写']],
  ])('says why, and the rows around it are written: %s', async (what, row, ...expected) => {
    const results = await importFile(kernel, 'achievements', header + good(`${what}1`) + row + good(`${what}2`), {
      csv: true,
    })
    expect(outcomes(results)).toEqual(['written', 'refused', 'written'])
    expect(reasons(results)).toEqual(expected.map(([column, reason]) => [3, column, reason]))
    expect(results.map((result) => result.externalId).filter((id) => id?.startsWith(what))).toHaveLength(2)
  })

  it('leaves the other rows also where several quotes stand open', async () => {
    const broken = 'X,"一,二,6\n'
    const rows = good('Q-1') + broken + good('Q-2') + broken + good('Q-3') + broken + good('Q-4')
    const results = await importFile(kernel, 'achievements', header + rows, { csv: true })
    expect(results.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'written'],
      [3, 'refused'],
      [4, 'written'],
      [5, 'refused'],
      [6, 'written'],
      [7, 'refused'],
      [8, 'written'],
    ])
  })
})

describe('a file that cannot be read', () => {
  it.each<[what: string, content: string | Buffer, csv: boolean, reason: string]>([
    ['no line', '', false, '文件里没有数据行'],
    ['blank lines', '\n \n', false, '文件里没有数据行'],
    ['no row', '', true, '文件里没有数据行'],
    ['a header alone', header, true, '文件里没有数据行'],
    ['one column twice', '编号,标题,标题,摘要\n1,二,三,四\n', true, '表头里有两列都叫“标题”，整个文件没有导入'],
    [
      'UTF-16',
      Buffer.from('\ufeff编号,标题\n1,二\n', 'utf16le'),
      true,
      '这一行的文字无法读取，请把文件另存为 UTF-8 编码',
    ],
  ])('says so: %s', async (_what, content, csv, reason) => {
    const before = await counts(kernel)
    const results = await importFile(kernel, 'achievements', content, { csv })
    expect(reasons(results)).toEqual([[1, null, reason]])
    expect(await counts(kernel)).toEqual(before)
  })
})

describe('a challenge that cannot be published', () => {
  it.each<[what: string, about: Record<string, unknown>, ...Reason]>([
    ['its deadline is past', { 截止时间: '2020-01-01' }, '截止时间', '揭榜截止时间已经过去'],
    ['it has no targets', { targets: null }, 'targets', '至少要有一条技术指标'],
    ['a target is unreadable', { targets: '转速 >= 12 万转每分；越快越好' }, 'targets', '第 2 条指标读不懂，请写成“名称 >= 数值 单位”'], // prettier-ignore
    ['a day that does not exist', { bid_deadline: '2031-02-31T12:00' }, 'bid_deadline', '时间应写成 2026-11-24T17:00'],
    ['its weights are not 100', { criteria: [{ name: '价格', weight: 50 }] }, 'criteria', '权重合计必须正好是 100'],
  ])('leaves no draft: %s', async (what, about, column, reason) => {
    const before = await counts(kernel)
    const results = await importFile(
      kernel,
      'challenges',
      lines(challengeRow(what, about), challengeRow(`${what} 好`)),
      {
        publish: true,
      },
    )
    expect(outcomes(results)).toEqual(['refused', 'written'])
    expect(reasons(results)).toEqual([[1, column, expect.stringContaining(reason)]])
    const after = await counts(kernel)
    expect(after).toMatchObject({ challenges: before.challenges! + 1, targets: before.targets! + 1 })
    expect(after.numbers).toBe(before.numbers! + 1)
  })
})
