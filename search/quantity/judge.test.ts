import { describe, expect, it } from 'vitest'
import { cases } from './fixtures/challenges'
import { moreCases } from './fixtures/more-challenges'
import { thirdCases } from './fixtures/third-challenges'
import { readMetric, readTarget, readVerdict } from './fixtures/read-cases'
import { judge, judgeAll, readListing } from './index'

const held = (target: string, text: string, metrics: string[] = []) =>
  judge(readTarget(target), { text, metrics: metrics.map(readMetric) })

describe('judge', () => {
  it.each([
    ['converts', '比能量 >= 400 Wh/kg', '软包比能量0.41 kWh/kg。', 'met', 410, 'converted'],
    ['turns a period into its rate', '位姿输出频率 >= 100 Hz', '位姿输出周期5 ms。', 'met', 200, 'reciprocal'],
    ['turns a rate into its period', '刷新周期 <= 50 ms', '点云刷新频率16 Hz。', 'missed', 62.5, 'reciprocal'],
    ['takes the rest to 100 %', '漏检率 <= 0.1 %', '针孔检出率99.95%。', 'met', 0.05, 'complement'],
    ['takes an error for the rest of accuracy', '识别准确率 >= 97 %', '识别误判率3.6%。', 'missed', 96.4, 'complement'],
    ['takes a small 精度 for an error', '综合误差 <= 0.5 %FS', '综合精度±2.5‰FS。', 'met', 0.25, 'converted'],
    [
      'relates a width to its energy',
      '59.5 keV能量分辨率 <= 5 %',
      '谱线半高宽2.1 keV(59.5 keV处)。',
      'met',
      3.52941176471,
      'relative',
    ],
    ['finds the divisor in the name', '吨水电耗 <= 3 kWh/m³', '吨水电耗2.6 kWh。', 'met', 2.6, 'per_named_unit'],
    ['takes ppm for mg/L in water', '出水氨氮 <= 1 mg/L', '出水氨氮0.6 ppm。', 'met', 0.6, 'aqueous'],
    ['takes ppm of a gas by its molar mass', '氨逃逸 <= 2.5 mg/m³', '尾部NH3 2 ppm。', 'met', 1.52053571429, 'gaseous'],
    ['weighs water', '吨布用水 <= 40 t/t', '织物耗水22 L/kg。', 'met', 22, 'aqueous'],
    ['turns the bound with the share', '成品率 >= 75 %', '废品率降至19%。', 'met', 81, 'complement'],
    ['divides by hundreds of kilometres', '误报密度 <= 0.5 次/km', '误报每百公里30次。', 'met', 0.3, 'per_named_unit'],
    ['counts with any word of measure', '同时检测种类 >= 8 种', '一次可同时检测9项。', 'met', 9, 'counted'],
    ['lets equality meet', '阻力 <= 120 Pa', '阻力0.12 kPa。', 'met', 120, 'converted'],
    ['reads a step of temperature', '最大温差 <= 3 ℃', '电芯间最大温差2.4 K。', 'met', 2.4, 'converted'],
  ])('%s', (_, target, text, verdict, converted, note) => {
    expect(held(target, text)).toMatchObject({ verdict, converted, note })
  })

  it('wants a range covered whole', () => {
    expect(held('工作温度 -40~95 ℃', '−45~105 ℃循环500次无微裂。').verdict).toBe('met')
    expect(held('工作温度 -40~95 ℃', '适用温度−30~105 ℃。').verdict).toBe('missed')
    expect(held('工作温度 -40~95 ℃', '最高耐温105 ℃。').verdict).toBe('unknown')
  })

  it('does not take another quantity of the same unit, nor a change for a level', () => {
    expect(held('误报率 <= 0.5 %', '针孔检出率99.9%。').verdict).toBe('unknown')
    expect(held('CO含量 <= 0.2 ppm', '总硫0.1 ppm。').verdict).toBe('unknown')
    expect(held('能量效率 >= 20 %', '能量效率提升30%。').verdict).toBe('unknown')
    // What the seller asks is what it costs the buyer.
    expect(held('单样成本 <= 15 元', '单样收费58元。').verdict).toBe('missed')
  })

  it('does not take the foil for the result', () => {
    const text = '连续4 h轴向热位移9 µm(无内冷时38 µm)。'
    expect(held('轴向热位移 <= 15 µm', text)).toMatchObject({ verdict: 'met', converted: 9 })
    expect(held('孔隙率 <= 0.1 %', '孔隙率0.04%,传统单光束0.21%。')).toMatchObject({ verdict: 'met', converted: 0.04 })
  })

  it('reads bare numbers behind names that bear no unit', () => {
    expect(held('制热COP >= 2 1', '额定工况COP 2.35。').verdict).toBe('met')
  })

  it('says nothing of a bound from the wrong side', () => {
    expect(held('残余应力 >= 50 MPa', '残余应力小于80 MPa。').verdict).toBe('unknown')
    expect(held('残余应力 >= 50 MPa', '残余应力小于30 MPa。').verdict).toBe('missed')
  })

  it('shows the sentence and the place of the figure', () => {
    const text = '面向涂布线。空程0.3角分,寿命1.2万小时。'
    const { figure, sentence } = held('回差 <= 20 角秒', text, ['空程 0.3 角分'])
    expect(text.slice(figure!.start, figure!.end)).toBe('0.3角分')
    expect(sentence).toBe('空程0.3角分,寿命1.2万小时。')
  })

  it('converts revolutions and strokes a minute, with 万 and in words', () => {
    expect(held('主轴最高转速 >= 120000 r/min', '主轴最高转速13 万转每分。')).toMatchObject({
      verdict: 'met',
      converted: 130000,
    })
    expect(held('主轴最高转速 >= 12 万转每分', '主轴最高转速1800 r/s。').verdict).toBe('missed')
    expect(held('冲压频次 >= 1.2 万次/分', '冲压频次250次每秒。')).toMatchObject({ verdict: 'met', converted: 1.5 })
  })

  it('uses metrics that the text does not repeat', () => {
    expect(held('屈服强度 >= 130 MPa', '已试打四万件。', ['屈服强度 0.138 GPa'])).toMatchObject({
      verdict: 'met',
      converted: 138,
      sentence: '屈服强度',
    })
  })
})

describe('judgeAll', () => {
  it('leans, where it is not sure, to what the figures would say', () => {
    const [near] = judgeAll([readTarget('皱缩率 <= 5 %')], { text: '覆膜比例3%。' })
    const [silent] = judgeAll([readTarget('皱缩率 <= 5 %')], { text: '硬度 60 HRC,单价12 元。' })
    for (const found of [near!, silent!]) {
      expect(found.verdict).toBe('unknown')
      expect(found.leaning!.met + found.leaning!.missed).toBeLessThan(1)
    }
    expect(near!.leaning!.met).toBeGreaterThan(silent!.leaning!.met)
    expect(near!.leaning!.missed).toBe(0)
  })

  it('gives no figure to two targets', () => {
    const targets = ['上表面粗糙度 <= 8 µm', '下表面粗糙度 <= 8 µm'].map(readTarget)
    const verdicts = judgeAll(targets, { text: '上表面粗糙度6 µm。' })
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['met', 'unknown'])
  })

  it('answers for a listing without figures, an unknown unit and no targets', () => {
    expect(judgeAll([readTarget('厚度 <= 3 mm')], { text: '' })[0]!.verdict).toBe('unknown')
    expect(judge(readTarget('厚度 <= 3 furlongs'), { text: '厚度2 mm' }).verdict).toBe('unknown')
    expect(judgeAll([], { text: '厚度2 mm' })).toEqual([])
  })

  it('judges the invented problems right, and calls hardly anything met that is not', () => {
    let rows = 0
    let right = 0
    const wronglyMet: string[] = []
    for (const { targets, listings } of [...cases, ...moreCases, ...thirdCases]) {
      for (const { text, metrics, verdicts } of listings) {
        const listing = readListing({ text, metrics: (metrics ?? []).map(readMetric) })
        judgeAll(targets.map(readTarget), listing).forEach(({ verdict }, i) => {
          const expected = readVerdict(verdicts[i]!)
          rows += 1
          if (verdict === expected) right += 1
          else if (verdict === 'met') wronglyMet.push(`${targets[i]} | ${text}`)
        })
      }
    }
    expect(right / rows).toBeGreaterThanOrEqual(0.97)
    // One in a hundred and eighty: 遥控距离 for 报警距离, where nothing else in the listing is a distance.
    expect(wronglyMet.length, wronglyMet.join('\n')).toBeLessThanOrEqual(1)
  })
})
