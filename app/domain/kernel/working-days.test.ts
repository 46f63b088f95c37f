import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dayAfter, dayOf, quarterOf } from './clock'
import { type Calendar, addWorkingDays, isWorkingDay, nextWorkingMorning } from './working-days'

const calendar: Calendar = new Map([
  ['2026-10-01', 'off'],
  ['2026-10-02', 'off'],
  ['2026-10-10', 'working'],
])

it('a notice of five working days lasts until the end of the fifth, without the day it is given', () => {
  expect(addWorkingDays(new Date('2026-11-24T16:30:00+08:00'), 5, new Map()).toISOString()).toBe(
    '2026-12-01T16:00:00.000Z',
  )
})

it('holidays do not count and worked weekends do', () => {
  expect(addWorkingDays(new Date('2026-09-30T10:00:00+08:00'), 1, calendar)).toEqual(
    new Date('2026-10-06T00:00:00+08:00'),
  )
  expect(isWorkingDay('2026-10-10', calendar)).toBe(true)
  expect(nextWorkingMorning(new Date('2026-10-09T23:30:00+08:00'), calendar)).toEqual(
    new Date('2026-10-10T09:00:00+08:00'),
  )
})

it('more days never end earlier, and the end is midnight after a working day', () => {
  const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(moments, fc.integer({ min: 1, max: 40 }), (from, days) => {
      const end = addWorkingDays(from, days, calendar)
      expect(addWorkingDays(from, days + 1, calendar) > end).toBe(true)
      expect(isWorkingDay(dayAfter(dayOf(end), -1), calendar)).toBe(true)
      expect(end.getTime() % 86_400_000).toBe(57_600_000)
    }),
  )
})

it('a moment counts in the quarter of Shanghai', () => {
  expect(quarterOf(new Date('2026-09-30T15:59:59Z'))).toBe('2026Q3')
  expect(quarterOf(new Date('2026-09-30T16:00:00Z'))).toBe('2026Q4')
})
