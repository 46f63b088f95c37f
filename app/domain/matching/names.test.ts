import { describe, expect, it } from 'vitest'
import { soundOf } from '~/services/search/sound.server'
import { type Name, namesLike, namesNear } from './names'

const name = (kind: Name['kind'], label: string, count = 1): Name => ({
  ...{ kind, label, value: label, count },
  sound: kind === 'tag' ? [] : soundOf(label),
})
const names = [
  name('organization', '杭州滨江固态电池研究院', 3),
  name('organization', '重庆银行', 1),
  name('organization', '西安 GaN 实验室', 2),
  name('field', '新材料及其应用', 9),
  name('tag', '固态电池', 7),
  name('tag', '新材料', 2),
]
const labels = (typed: string) => namesLike(names, typed, 5).map(({ label }) => label)

describe('names', () => {
  it.each([
    ['固态', ['固态电池', '杭州滨江固态电池研究院']],
    ['滨江', ['杭州滨江固态电池研究院']],
    ['hangzhou', ['杭州滨江固态电池研究院']],
    ['hzbj', ['杭州滨江固态电池研究院']],
    ['binjiang', ['杭州滨江固态电池研究院']],
    ['bin jiang gu', ['杭州滨江固态电池研究院']],
    ['gtdc', ['杭州滨江固态电池研究院']],
    ['xincai', ['新材料及其应用']],
    ['xcljqyy', ['新材料及其应用']],
    ['gan', ['西安 GaN 实验室']],
    ['ｘｉａｎ', ['西安 GaN 实验室']],
    ['x', []],
    ['zz', []],
    ['  ', []],
  ])('%s', (typed, expected) => {
    expect(labels(typed)).toEqual(expected)
  })

  it('one character of two sounds is read as in its word', () => {
    expect(labels('chongqing')).toEqual(['重庆银行'])
    expect(labels('cqyh')).toEqual(['重庆银行'])
    expect(labels('chongqingyinxing')).toEqual([])
  })

  it('what begins with it comes first, then the one that more bear', () => {
    expect(labels('新材料')).toEqual(['新材料及其应用', '新材料'])
  })

  it('near a text that found nothing are those that share most of themselves with it', () => {
    expect(namesNear(names, '求一种固态电池隔膜', 2).map(({ label }) => label)).toEqual([
      '固态电池',
      '杭州滨江固态电池研究院',
    ])
    expect(namesNear(names, '盾构刀盘', 3)).toEqual([])
  })
})
