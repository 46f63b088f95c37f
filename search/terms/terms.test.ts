import { describe, expect, it } from 'vitest'
import { readVector, termBag, termKeys, termVector, vectorLengths } from './index'
import { align, normalize } from './normalize'
import { hanBigrams, latinTokens, words } from './segment'

describe('normalising', () => {
  it('folds width, case and traditional characters', () => {
    expect(normalize('ＰＬＣ控制系統與氮化鎵')).toBe('plc控制系统与氮化镓')
  })

  it('follows offsets back through characters that become several', () => {
    const aligned = align('面积㎡的薄膜')
    expect(aligned.text).toBe('面积m2的薄膜')
    expect(aligned.origin[aligned.text.indexOf('薄膜')]).toBe('面积㎡的薄膜'.indexOf('薄膜'))
  })
})

describe('terms', () => {
  it('does not let a Latin token swallow the Chinese behind it', () => {
    const found = words(normalize('PLC控制系统'))
    expect(found).toContain('plc')
    expect(found).toContain('控制系统')
    expect(found.filter((word) => word.includes('plc'))).toEqual(['plc'])
    expect(hanBigrams('plc控制系统')).toEqual(['控制', '制系', '系统'])
  })

  it('keeps formulas, models and ratings whole', () => {
    const found = latinTokens(normalize('GaN器件与Al2O3陶瓷支持5G通信、10kV高压和D50'))
    expect(found).toEqual(['gan', 'al2o3', '5g', '10kv', 'd50'])
  })

  it('keeps numbers and units out', () => {
    expect(latinTokens(normalize('厚度不超过 120 μm,能量密度 410 Wh,压力 3 MPa,2026年'))).not.toEqual(
      expect.arrayContaining(['120', 'um', 'μm', 'mpa', '2026']),
    )
  })

  it('drops function words and gives long words with their parts', () => {
    expect(words('碳化硅的外延')).toEqual(expect.arrayContaining(['碳化硅', '碳化', '外延']))
    expect(words('碳化硅的外延')).not.toContain('的')
  })

  it('finds the same terms in traditional and simplified writing', () => {
    expect(termBag(['碳化矽與氮化鎵功率器件']).grams.has('氮化')).toBe(true)
    expect(termBag(['氮化鎵功率器件'])).toEqual(termBag(['氮化镓功率器件']))
  })
})

describe('term vectors', () => {
  const document = { title: '氮化镓器件', text: '氮化镓外延', keywords: ['GaN'] }

  it('survive being stored', () => {
    expect(readVector(JSON.parse(JSON.stringify(termVector(document))))).toEqual(
      termBag(['氮化镓器件', 'GaN', '氮化镓外延']),
    )
  })

  it('count lengths and name each term once per view', () => {
    const vector = termVector(document)
    expect(vectorLengths(vector).chars).toBe(11)
    const keys = termKeys(vector)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toEqual(expect.arrayContaining(['w:gan', 'g:gan', 'c:gan', 'c:氮', 'g:氮化']))
  })

  it('of nothing are empty', () => {
    const vector = termVector({ title: '', text: '', keywords: [] })
    expect(termKeys(vector)).toEqual([])
    expect(vectorLengths(vector)).toEqual({ words: 0, grams: 0, chars: 0 })
  })
})
