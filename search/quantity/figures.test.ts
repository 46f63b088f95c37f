import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFigures } from './index'
import { hanValue } from './numerals'

const read = (text: string) => parseFigures(text).map((figure) => ({ ...figure, of: figure.name }))
const one = (text: string) => {
  const figures = read(text)
  expect(figures, text).toHaveLength(1)
  return figures[0]!
}

describe('parseFigures', () => {
  it.each([
    ['外圈温度为−40~85 ℃', [-40, 85], '℃'],
    ['存放温度-55~125℃', [-55, 125], '℃'],
    ['补能窗口10%—80%', [10, 80], '%'],
    ['探测深度5至10 mm', [5, 10], 'mm'],
    ['弯折2~3万次', [20000, 30000], '次'],
    ['插拔0.12万次', 1200, '次'],
    ['氢中氧百万分之五', 0.0005, '%'],
    ['产品中水千万分之一', 0.00001, '%'],
    ['衰减万分之三', 0.03, '%'],
    ['漏率1×10⁻⁶ Pa·m³/s', 1e-6, 'Pa·m³/s'],
    ['漏率1e-6 Pa·m³/s', 1e-6, 'Pa·m³/s'],
    ['直径公差±0.02 mm', 0.02, 'mm'],
    ['浓度达21万 mg/L', 210000, 'mg/L'],
    ['库存1,000 件', 1000, '件'],
    ['覆盖率九成五', 95, '%'],
    ['减容比五百倍', 500, '倍'],
    ['膜寿命三年半载', 3, '年'],
    ['去污因子3.2万', 32000, ''],
    ['制热COP 2.45', 2.45, ''],
    ['噪声65dB(A)', 65, 'dB(A)'],
    ['转速13 万转每分', 130000, '转每分'],
    ['转速13 万转/分', 130000, '转/分'],
    ['转速十三万转每分', 130000, '转每分'],
    ['转速8~12万转每分', [80000, 120000], '转每分'],
    ['节拍1.2万次/分', 12000, '次/分'],
    ['节拍1.2万次每分', 12000, '次每分'],
    ['流量20升每分', 20, '升每分'],
    ['重试3次每分区', 3, '次'],
  ])('%s', (text, value, unit) => {
    expect(one(text)).toMatchObject({ value, unit })
  })

  it.each([
    ['漏检率不高于0.1%', '<='],
    ['漏检率0.1%以内', '<='],
    ['寿命10000 h以上', '>='],
    ['流量20 m³/h起', '>='],
    ['压力控制在2 MPa', '<='],
    ['温升小于15 K', '<'],
    ['重复性优于0.02 mm', 'better'],
    ['质量 ≤ 1.2 kg', '<='],
    ['cycle life of at least 800 cycles', '>='],
    ['线速度80 m/min', null],
  ])('%s: %s', (text, comparator) => {
    expect(one(text).comparator).toBe(comparator)
  })

  it('takes the new value of 由 A 提高到 B, and marks a change as one', () => {
    expect(one('良率由86%提高到95.5%')).toMatchObject({ value: 95.5, of: expect.stringContaining('良率') })
    expect(one('能耗从120 kWh/t降到90 kWh/t').value).toBe(90)
    expect(one('产能提升30%').change).toBe('up')
    expect(one('质量较旧件下降22%').change).toBe('down')
  })

  it('gives each figure the name nearest to it', () => {
    expect(read('8英寸晶圆弯曲变形720 µm,芯位移3200 nm(3σ),容量保持率83%').map(({ of, value }) => [of, value])).toEqual(
      [expect.anything(), ['晶圆弯曲变形', 720], ['芯位移', 3200], ['容量保持率', 83]],
    )
    expect(read('0.33C循环450次容量保持率80%').map(({ of }) => of)).toEqual(['', '循环', '容量保持率'])
    expect(one('可分辨0.04 mm的点状缺陷').of).toContain('分辨')
    expect(one('可承受六倍量程冲击').after).toContain('量程')
  })

  it('marks conditions', () => {
    const figures = read('80 ℃下槽压1820 mV,在1.4 m宽幅卷材上运行')
    expect(figures.map(({ condition }) => condition)).toEqual([true, false, true])
  })

  it('leaves codes, formulas and words alone', () => {
    expect(read('按IEC 60601-2-24,以802.1Qbv门控,Li3N与SiO₂,¹³⁷Cs,PM2.5,一次成膜,三通道,第一代,统一管理')).toEqual([])
  })

  it('points at the text', () => {
    const text = '先行测试。厚度仅14 mm,质量６８ g；价格未定。'
    const figures = parseFigures(text)
    expect(figures.map(({ start, end }) => text.slice(start, end))).toEqual(['14 mm', '６８ g'])
    expect(figures[0]!.sentence).toBe('厚度仅14 mm,质量６８ g')
  })

  it('reads any text without failing, with offsets inside it', () => {
    const piece = fc.constantFrom(
      '厚度',
      '3.5',
      ' mm',
      '~',
      '-',
      '(',
      ')',
      ',',
      '。',
      '万',
      '分之',
      '三',
      '℃',
      '由',
      '到',
      '±',
      '10⁻',
      '/',
      'x',
      '\n',
      '半',
      '点',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 25 }), (pieces) => {
        const text = pieces.join('')
        return parseFigures(text).every(({ start, end }) => start >= 0 && start < end && end <= text.length)
      }),
    )
  })

  it('reads Chinese numbers', () => {
    expect(['十', '三百二十', '两万', '一亿零五百', '零点一二', '二十一'].map(hanValue)).toEqual([
      10, 320, 20000, 100000500, 0.12, 21,
    ])
  })
})
