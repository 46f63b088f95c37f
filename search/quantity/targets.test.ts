import { describe, expect, it } from 'vitest'
import { parseTargetLine, parseTargets } from './index'

describe('parseTargetLine', () => {
  it.each([
    ['能量密度 >= 400 Wh/kg', { name: '能量密度', comparator: '>=', value: 400, unit: 'Wh/kg', must: true }],
    ['工作温度 -20~60 ℃', { name: '工作温度', comparator: 'between', value: -20, valueTo: 60, unit: '℃', must: true }],
    ['孔距 介于 3 至 5 mm', { name: '孔距', comparator: 'between', value: 3, valueTo: 5, unit: 'mm', must: true }],
    ['成组压力 不大于 2 MPa（期望）', { name: '成组压力', comparator: '<=', value: 2, unit: 'MPa', must: false }],
    ['漏检率 0.1%以内', { name: '漏检率', comparator: '<=', value: 0.1, unit: '%', must: true }],
    [
      '−55~125 ℃温循次数 ≥ 1000 次',
      { name: '-55~125 ℃温循次数', comparator: '>=', value: 1000, unit: '次', must: true },
    ],
    ['去污因子 ≥ 1万', { name: '去污因子', comparator: '>=', value: 10000, unit: '1', must: true }],
    ['定位精度优于0.02mm', { name: '定位精度', comparator: '<=', value: 0.02, unit: 'mm', must: true }],
    ['识别精度 优于 98 %', { name: '识别精度', comparator: '>=', value: 98, unit: '%', must: true }],
    ['单只重量 1.2 kg', { name: '单只重量', comparator: '<=', value: 1.2, unit: 'kg', must: true }],
    ['极对数 = 4 对', { name: '极对数', comparator: '=', value: 4, unit: '对', must: true }],
  ])('%s', (line, target) => {
    expect(parseTargetLine(line)).toEqual(target)
  })

  it.each([
    ['  ', 'empty'],
    ['越快越好', 'no_number'],
    ['400 Wh/kg', 'no_name'],
    ['能量密度 >= 400 foo/kg', 'unknown_unit'],
    ['长度 5 mm', 'no_comparator'],
    ['工作温度 -20~', 'half_range'],
  ])('%s: %s', (line, error) => {
    expect(parseTargetLine(line)).toEqual({ error })
  })
})

describe('parseTargets', () => {
  const short = (text: string) =>
    parseTargets(text).map(({ name, comparator, value, valueTo, unit, must }) =>
      [name, comparator, comparator === 'between' ? `${value}~${valueTo}` : value, unit, must ? 'must' : 'wish'].join(
        ' ',
      ),
    )

  it('reads the requirements of a paragraph, wishes apart, and not how things are today', () => {
    const text =
      '现在回差三十多角秒,良率只有91%。希望:回差20 角秒以内,额定寿命10000 h以上;能在−20~60 ℃工作,单台成本最好不超过900 元,50 µm的划痕要能看到。'
    expect(short(text)).toEqual([
      '回差 <= 20 角秒 must',
      '额定寿命 >= 10000 h must',
      '工作温度范围 between -20~60 ℃ must',
      '单台成本 <= 900 元 wish',
      '最小可检划痕尺寸 <= 50 μm must',
    ])
  })

  it('reads two targets out of 循环 800 次以上容量保持 80%', () => {
    expect(short('循环 800 次以上容量保持 80%')).toEqual(['循环次数 >= 800 次 must', '容量保持 >= 80 % must'])
  })

  it('reads a wished change, and English', () => {
    expect(short('换型次数下降20 %更好')).toEqual(['换型次数降幅 >= 20 % wish'])
    expect(short('Noise must stay below 55 dB; ideally the weight is at most 3 kg.')).toEqual([
      'Noise <= 55 dB must',
      'weight <= 3 kg wish',
    ])
  })

  it('finds nothing in prose without requirements', () => {
    expect(parseTargets('我们有三条线,每天做两百件,客户都很满意。')).toEqual([])
  })
})
