import { describe, expect, it } from 'vitest'
import { createAchievementForm, readMetricLine } from './form'

const typed = { title: '氮化硅陶瓷轴承', abstract: '用于高速电主轴的氮化硅陶瓷轴承。' }
const problems = (more: Record<string, unknown>) =>
  (createAchievementForm.safeParse({ ...typed, ...more }).error?.issues ?? []).map(({ path, message }) => [
    path.join('.'),
    message,
  ])

describe('the form of an achievement', () => {
  it('takes keywords of up to 120 characters, and tags of up to 40', () => {
    expect(problems({ keywords: `轴承、${'x'.repeat(120)}`, tags: 'x'.repeat(40) })).toEqual([])
    expect(problems({ keywords: `轴承、${'x'.repeat(121)}`, tags: 'x'.repeat(41) })).toEqual([
      ['tags.0', 'errors.field.too_long?maximum=40'],
      ['keywords.1', 'errors.field.too_long?maximum=120'],
    ])
  })

  it('refuses prices the wrong way round before the database does', () => {
    expect(problems({ price_min_fen: '5万', price_max_fen: '6万' })).toEqual([])
    expect(problems({ price_min_fen: '9万', price_max_fen: '6万' })).toEqual([
      ['price_max_fen', 'errors.field.range_order'],
    ])
  })

  it('never takes yuan that are too many for that many fen', () => {
    expect(problems({ price_max_fen: '20000000000000' })).toEqual([['price_max_fen', 'errors.field.amount_too_large']])
  })

  it.each([
    ['能量密度 410 Wh/kg', { name: '能量密度', value: 410, value_to: null, unit: 'Wh/kg' }],
    ['工作温度 -30~65 ℃', { name: '工作温度', value: -30, value_to: 65, unit: '℃' }],
    ['很轻', null],
  ])('reads a figure: %s', (line, metric) => {
    expect(readMetricLine(line)).toEqual(metric)
  })
})
