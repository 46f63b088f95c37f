import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../kernel/clock'
import { digestDue } from './rules'

describe('the digest that is due', () => {
  it('is of today from 08:30 on, in Shanghai', () => {
    expect(digestDue(new Date('2026-11-24T00:30:00Z'))).toEqual({
      day: '2026-11-24',
      at: new Date('2026-11-24T00:30:00Z'),
    })
    expect(digestDue(new Date('2026-11-24T00:29:59.999Z')).day).toBe('2026-11-23')
    expect(digestDue(new Date('2026-11-23T16:00:00Z')).day).toBe('2026-11-23')
  })

  it('is never ahead, and never a day old', () => {
    const moments = fc.date({ min: new Date('2024-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(moments, (now) => {
        const { day, at } = digestDue(now)
        expect(at.getTime()).toBeLessThanOrEqual(now.getTime())
        expect(now.getTime() - at.getTime()).toBeLessThan(86_400_000)
        expect(dayOf(at)).toBe(day)
      }),
    )
  })
})
