import { describe, expect, it } from 'vitest'
import { pagesShown } from './pager'

describe('the pages that a pager shows', () => {
  it('are the first, the last and those around the present one', () => {
    expect(pagesShown(6, 12)).toEqual([1, null, 5, 6, 7, null, 12])
  })

  it('leave no gap for a single page', () => {
    expect(pagesShown(3, 12)).toEqual([1, 2, 3, 4, null, 12])
    expect(pagesShown(2, 3)).toEqual([1, 2, 3])
    expect(pagesShown(1, 1)).toEqual([1])
  })
})
