import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { EmbeddedEngine } from '../embedded'
import { listing, listings } from '../fixtures/listings'
import { MemoryDocumentStore } from '../stores/memory'
import { termBag } from '../terms/index'
import { match, synonymTable, type MatchOptions } from './index'
import { synonymsOf } from './synonyms'

const groups = [
  ['鼓包', '胀气', '产气'],
  ['掉容量', '容量衰减'],
  ['跑偏', '对位偏移'],
  ['起皮', '剥落'],
  ['荷电状态', 'State of Charge', 'SOC'],
]
const table = synonymTable(groups)

const written = [
  listing('gas', { title: '软包电池产气抑制添加剂', text: '高温存储时产气量下降六成。', publishedAt: 5 }),
  listing('fade', { title: '正极包覆改性', text: '缓解容量衰减,循环一千次后仍可用。', publishedAt: 5 }),
  listing('align', { title: '双面曝光设备', text: '层间对位偏移小于两微米。', publishedAt: 5 }),
  listing('charge', { title: '电池管理算法', text: 'Estimates the state of charge online.', publishedAt: 5 }),
  listing('peel', { title: '等离子预处理', text: '抑制涂层剥落,盐雾一千小时。', publishedAt: 5 }),
  listing('decoy', { title: '天然气开采', text: '生产气体的井口装置,容量大,信号衰减小。', publishedAt: 5 }),
]

let options: MatchOptions

beforeAll(async () => {
  const store = new MemoryDocumentStore()
  for (const document of [...listings, ...written]) store.put(document)
  const engine = new EmbeddedEngine({ store, followEvery: 0 })
  await engine.refresh()
  options = { engine, store }
})

const ids = async (text: string, synonyms = table) =>
  (await match({ text, targets: [] }, { ...options, synonyms })).map(({ id }) => id)

describe('a word of a group finds what is written with another', () => {
  it.each([
    ['夏天老是鼓包', 'achievement-gas'],
    ['漆面起皮', 'achievement-peel'],
    ['卷材跑偏', 'achievement-align'],
    ['SOC不可信', 'achievement-charge'],
  ])('%s', async (asked, expected) => {
    expect(await ids(asked, synonymTable([]))).not.toContain(expected)
    expect((await ids(asked))[0]).toBe(expected)
  })

  it('says which word was meant by which', async () => {
    const [found] = await match({ text: '夏天老是鼓包', targets: [] }, { ...options, synonyms: table })
    const [word] = found!.words
    expect(word).toMatchObject({ word: '产气', via: ['鼓包'] })
    expect(word!.share).toBeGreaterThan(0)
    const [from, to] = word!.snippet.marks[0]!
    expect(word!.snippet.text.slice(from, to)).toBe('产气')
  })

  it('a word that only crosses two words is none, neither in the text nor in the query', async () => {
    const found = await match({ text: '天然气井口鼓包', targets: [] }, { ...options, synonyms: table })
    const decoy = found.find(({ id }) => id === 'achievement-decoy')
    expect(decoy!.words.filter(({ via }) => via)).toEqual([])
    expect(await ids('用半年就掉容量')).toEqual(expect.not.arrayContaining(['achievement-gas']))
    const pieces = ['生产气体的井口']
    expect(synonymsOf(pieces, termBag(pieces), table)).toEqual([])
  })

  it('what the query says itself needs no synonym', async () => {
    const both = ['鼓包,产气']
    expect(synonymsOf(both, termBag(both), table).map(({ word, via }) => [word, via])).toEqual([
      ['胀气', ['鼓包', '产气']],
    ])
    const found = await match({ text: both[0]!, targets: [] }, { ...options, synonyms: table })
    expect(found[0]!.words.map(({ via }) => via)).toEqual([undefined])
  })

  it('a group of one word, or of nothing but signs, is none', () => {
    expect(synonymTable([['鼓包'], ['!', '？'], ['产气', ' 产气 ']]).groups.size).toBe(0)
  })
})

it('removing the words that a synonym came by lowers the score', async () => {
  const vocabulary = ['鼓包', '胀气', '产气', '掉容量', '容量衰减', '跑偏', '对位偏移', 'SOC', '添加剂', '曝光', '循环']
  const ask = (words: readonly string[]) =>
    match({ text: words.join('。'), targets: [] }, { ...options, synonyms: table })
  let shown = 0
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 7 }), async (chosen) => {
      for (const found of await ask(chosen)) {
        for (const { word, via } of found.words) {
          if (via) shown += 1
          const gone: readonly string[] = via ?? [word]
          const rest = chosen.filter((each) => !gone.some((one) => each.toLowerCase().includes(one)))
          const without = await ask(rest)
          expect(without.find(({ id }) => id === found.id)?.score ?? 0).toBeLessThan(found.score)
        }
      }
    }),
    { numRuns: 60 },
  )
  expect(shown).toBeGreaterThan(20)
})
