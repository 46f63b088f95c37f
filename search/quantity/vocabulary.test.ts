import { describe, expect, it } from 'vitest'
import { complements, dimensionsOf, related } from './concept-relations'
import { quantities } from './concepts'
import { profileOf } from './profile'
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
