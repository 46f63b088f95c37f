import { describe, expect, it } from 'vitest'
import { locales, translator } from '~/i18n'
import { texts } from '~/i18n/areas'
import { kindGroups, matchReasons, notificationKinds } from './kinds'
import { wordingOf } from './wording'

const params = { title: 'T', number: 'N', count: '2', reason: matchReasons.new_listing, name: 'S', organization: 'O' }
const moments = { deadline: '2026-11-24 17:00', until: '2026-11-24', due: '2026-11-24' }

describe('a notification', () => {
  it.each(locales)('is worded whole in %s, of whatever kind', (locale) => {
    for (const kind of notificationKinds) {
      const sentence = wordingOf(translator(locale), kind, { ...params, ...moments })
      expect(sentence, kind).not.toMatch(/\{\{|notification\./)
      expect(sentence.length, kind).toBeGreaterThan(5)
    }
  })

  it('bends with its count and words its reason', () => {
    const one = { title: 'Cell', count: '1', reason: matchReasons.new_challenge }
    expect(wordingOf(translator('en'), 'match_found', one)).toBe(
      '1 new match for “Cell”: a new challenge fits the listing',
    )
    expect(wordingOf(translator('en'), 'match_found', { ...one, count: '3', reason: 'energy density' })).toBe(
      '3 new matches for “Cell”: energy density',
    )
  })

  it('of a kind that this release does not know is still told', () => {
    expect(wordingOf(translator('en'), 'from_the_future', {})).toBe('Something that concerns you')
  })

  it('does not word a title that looks like a key', () => {
    expect(wordingOf(translator('en'), 'listing_expired', { title: 'common.nav.todo' })).toContain('common.nav.todo')
  })
})

/** All that a notification can say, by what it is about: no name of a bidder, no figure of a bid, no title of a contract. */
const room: Record<keyof typeof kindGroups, readonly string[]> = {
  challenge: ['title', 'number', 'until'],
  bid: ['title', 'number', 'deadline', 'until'],
  judging: ['title', 'number'],
  contract: ['number'],
  listing: ['title', 'until'],
  matching: ['title', 'count', 'reason', 'name'],
  organization: ['organization'],
  desk: ['number', 'due'],
}

describe('the texts', () => {
  it.each(Object.keys(kindGroups) as (keyof typeof kindGroups)[])(
    'of %s have no room for what is sealed or confidential',
    (group) => {
      for (const locale of locales) {
        const kinds: Record<string, string> = texts[locale].notification.kind
        for (const [key, text] of Object.entries(kinds)) {
          if (!Object.hasOwn(kindGroups[group], key.replace(/_(one|other)$/, ''))) continue
          const asked = [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]!)
          expect(
            asked.filter((name) => !room[group].includes(name)),
            `${locale} ${key}`,
          ).toEqual([])
        }
      }
    },
  )
})
