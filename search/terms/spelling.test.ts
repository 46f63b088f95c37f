import fc from 'fast-check'
import { expect, it } from 'vitest'
import { correctedQuery, oneEditApart } from './spelling'

const known = new Map([
  ['gallium', 5],
  ['lithium', 9],
  ['perovskite', 3],
  ['sensor', 2],
  ['censor', 1],
])

it.each([
  ['galium氮化物', 'gallium氮化物', ['galium']],
  ['Lithuim 电池', 'lithium 电池', ['Lithuim']],
  ['pervoskite', 'perovskite', ['pervoskite']],
  ['zensor', 'sensor', ['zensor']],
  ['lithium', 'lithium', []],
  ['lithiums2', 'lithiums2', []],
  ['senso', 'sensor', ['senso']],
  ['sens', 'sens', []],
  ['氧化铝al2o5', '氧化铝al2o5', []],
  ['litihuum', 'litihuum', []],
])('%s → %s', (typed, expected, changed) => {
  const { q, corrections } = correctedQuery(typed, known)
  expect(q).toBe(expected)
  expect(corrections.map(({ from }) => from)).toEqual(changed)
})

it('one edit is one edit, whichever and wherever', () => {
  const letter = fc.constantFrom(...'abc')
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 8 }), fc.nat(8), letter, (letters, at, other) => {
      const place = Math.min(at, letters.length)
      const word = letters.join('')
      const more = letters.toSpliced(place, 0, other).join('')
      expect(oneEditApart(word, more)).toBe(true)
      expect(oneEditApart(more, word)).toBe(true)
      if (letters.length > 0) expect(oneEditApart(word, `z${word.slice(1)}`)).toBe(true)
      expect(oneEditApart(word, word)).toBe(false)
      expect(oneEditApart(word, `${word}zz`)).toBe(false)
    }),
  )
})
