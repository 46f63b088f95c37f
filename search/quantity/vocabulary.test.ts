import { describe, expect, it } from 'vitest'
import { complements, dimensionsOf, related } from './concept-relations'
import { quantities } from './concepts'
import { judge, readListing } from './index'
import { complementary, profileOf, relation } from './profile'
import { parseUnit } from './unit'

const ids = new Set(quantities.map(([id]) => id))

describe('the vocabulary', () => {
  it('has every word in one row only', () => {
    const seen = new Map<string, string>()
    const twice: string[] = []
    for (const [id, , words] of quantities)
      for (const word of words.split(' ')) {
        const known = seen.get(word.toLowerCase())
        if (known) twice.push(`${word}: ${known}, ${id}`)
        seen.set(word.toLowerCase(), id)
      }
    expect(twice).toEqual([])
  })

  it('lets every word name its own concept and no other', () => {
    const wrong: string[] = []
    for (const [id, , words] of quantities)
      for (const word of words.split(' ')) {
        const found = [...profileOf(word).quantities].filter((other) => !(other === 'error' && id === 'precise'))
        if (found.join() !== id) wrong.push(`${word} of ${id}: ${found.join(' ')}`)
      }
    expect(wrong).toEqual([])
  })

  it('understands the units of every row', () => {
    const unknown = quantities.flatMap(([id, , , units]) =>
      (units ?? '').split(' ').filter((unit) => !parseUnit(unit)).map((unit) => `${id} ${unit}`),
    ) // prettier-ignore
    expect(unknown).toEqual([])
  })

  it('says one direction of a concept', () => {
    const directions = new Map<string, string>()
    for (const [id, better] of quantities) {
      expect(directions.get(id) ?? better, id).toBe(better)
      directions.set(id, better)
    }
  })

  it('relates only concepts that there are', () => {
    const named = [...complements.flat(), ...related.flat(), ...Object.keys(dimensionsOf)]
    expect(named.filter((id) => !ids.has(id))).toEqual([])
  })
})

const standing = (a: string, b: string, unit: string) => relation(profileOf(a), profileOf(b), parseUnit(unit)!.physical)

describe('what practitioners, academics and the shop floor call the same', () => {
  it.each([
    ['氧含量', 'T.O', 'ppm'],
    ['淬透性带宽', '端淬硬度散布', 'HRC'],
    ['深镀能力', '均镀率', '%'],
    ['孔厚径比', '纵横比', '1'],
    ['插入损耗', '通带衰减', 'dB'],
    ['带外抑制', '阻带衰减', 'dB'],
    ['滞环', '迟滞', '%'],
    ['噪声等效温差', '热灵敏度', 'mK'],
    ['成形效率', '堆积速率', 'cm³/h'],
    ['硅片总厚度偏差', '片子厚薄差', 'μm'],
    ['主轴热伸长', '轴向热位移', 'μm'],
    ['工质GWP', '温室效应潜值', '1'],
    ['投资回收期', '静态回本', '年'],
    ['制热性能系数', '热泵COP', '1'],
    ['阳极热容量', '靶盘蓄热', 'MHU'],
    ['塑料缺口冲击强度', '悬臂梁缺口冲击', 'kJ/m²'],
    ['首次库仑效率', '首效', '%'],
    ['组件转换效率', '光电效率', '%'],
    ['边模抑制比', 'SMSR', 'dB'],
    ['位错密度', 'EPD', '1/cm²'],
    ['首字延迟', 'TTFT', 'ms'],
    ['续航时间', '悬停时间', 'min'],
    ['污泥含水率', '泥饼含水率', '%'],
    ['临床灵敏度', '阳性符合率', '%'],
    ['料肉比', '饲料系数', '1'],
    ['食品货架期', '保质期', 'd'],
    ['亩产', '单产', 'kg/亩'],
    ['介电损耗', 'Df', '1'],
  ])('%s is %s', (a, b, unit) => {
    expect(standing(a, b, unit)).toBe('same')
  })

  it.each([
    ['抗拉强度', '疲劳极限', 'MPa'],
    ['回波损耗', '带外抑制', 'dB'],
    ['转化率', '存活率', '%'],
    ['通信距离', '探测距离', 'm'],
    ['续航时间', '保质期', 'h'],
    ['自重', '起重量', 'kg'],
  ])('%s is not %s', (a, b, unit) => {
    expect(standing(a, b, unit)).toBe('other')
  })

  it('carries a word only with figures of its dimensions', () => {
    expect(standing('成形效率', '能量效率', '%')).not.toBe('same')
    expect(standing('压缩永久变形', '翘曲变形', '%')).not.toBe('same')
  })

  it('never sets money against money, save a fee for a service', () => {
    expect(standing('设备造价', '售价', '元')).toBe('related')
    expect(standing('单样成本', '单样收费', '元')).toBe('other')
  })

  it.each([
    ['固色率', '未键合染料'],
    ['产品得率', '物料损失'],
    ['形变恢复率', '压缩永久变形'],
    ['酶活保留率', '制粒失活'],
    ['准确率保持', '精度损失'],
    ['切片良率', '不合格率'],
    ['成活率', '死淘率'],
  ])('%s is the rest of %s', (a, b) => {
    expect(complementary(profileOf(a), profileOf(b))).toBe(true)
  })

  it('judges by them', () => {
    const target = (name: string, comparator: '>=' | '<=', value: number, unit: string) => ({ name, comparator, value, unit, must: true }) // prettier-ignore
    const listing = readListing({ text: '通带衰减0.9 dB,回波损耗18 dB,阻带衰减52 dB;225 ℃压缩后形变恢复率82%。' })
    expect(judge(target('带外抑制', '>=', 45, 'dB'), listing)).toMatchObject({ verdict: 'met', converted: 52 })
    expect(judge(target('插入损耗', '<=', 1.2, 'dB'), listing)).toMatchObject({ verdict: 'met', converted: 0.9 })
    expect(judge(target('压缩永久变形', '<=', 25, '%'), listing)).toMatchObject({ verdict: 'met', converted: 18 })
  })
})
