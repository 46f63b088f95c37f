import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ListDefinition } from '~/domain/kernel/list'
import { csvCell } from './take-away.server'
import { listHref, listQuery, readListParams } from './url'

const definition = {
  path: '/things',
  facets: {
    state: { kind: 'many', values: ['open', 'closed', 'over'], label: 'l', valueLabel: null },
    field: { kind: 'one', values: ['a', 'b'], label: 'l', valueLabel: null },
    tag: { kind: 'many', values: null, label: 'l', valueLabel: null },
  },
  sorts: ['newest', 'oldest'],
  sortLabels: { newest: 'n', oldest: 'o' },
  perPage: 20,
} as const satisfies ListDefinition<'state' | 'field' | 'tag', 'newest' | 'oldest'>

const read = (query: string) => readListParams(definition, new URLSearchParams(query))

describe('the URL of a list', () => {
  it('comes back as it was asked', () => {
    const words = fc.string({ maxLength: 30 }).map((text) => text.replaceAll('\0', '').trim())
    const params = fc.record({
      words,
      chosen: fc.record({
        state: fc.uniqueArray(fc.constantFrom('open', 'closed', 'over')),
        field: fc.uniqueArray(fc.constantFrom('a', 'b'), { maxLength: 1 }),
        tag: fc.uniqueArray(
          words.filter((word) => word !== '' && word.isWellFormed()),
          { maxLength: 5 },
        ),
      }),
      sort: fc.constantFrom('newest' as const, 'oldest' as const),
      page: fc.integer({ min: 1, max: 500 }),
    })
    fc.assert(
      fc.property(params, (asked) => {
        fc.pre(asked.words.isWellFormed())
        expect(readListParams(definition, new URLSearchParams(listQuery(definition, asked).toString()))).toEqual(asked)
      }),
    )
  })

  it('leaves out what it does not know, and what goes without saying', () => {
    expect(read('state=open&state=nonsense&field=a&field=b&sort=best&page=-3')).toEqual({
      words: '',
      chosen: { state: ['open'], field: ['a'], tag: [] },
      sort: 'newest',
      page: 1,
    })
    expect(listHref(definition, read(''))).toBe('/things')
    expect(read('page=99999999').page).toBe(500)
    expect(read('q=%00a').words).toBe('a')
  })

  it('goes back to the first page when anything else changes', () => {
    const asked = read('state=open&page=7')
    expect(listHref(definition, asked, { sort: 'oldest' })).toBe('/things?state=open&sort=oldest')
    expect(listHref(definition, asked, { page: 8 })).toBe('/things?state=open&page=8')
  })
})

describe('a cell of a file', () => {
  it('is quoted where needed and is never a formula', () => {
    expect(csvCell('a,"b"')).toBe('"a,""b"""')
    expect(csvCell('=HYPERLINK("x")')).toBe(`"'=HYPERLINK(""x"")"`)
    expect(csvCell('@SUM(A1)')).toBe("'@SUM(A1)")
    expect(csvCell('-12.50')).toBe('-12.50')
    expect(csvCell(null)).toBe('')
  })
})
