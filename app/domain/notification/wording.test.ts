import { describe, expect, it } from 'vitest'
import { locales, translator } from '~/i18n'
import { texts } from '~/i18n/areas'
import { kindGroups, matchReasons, notificationKinds } from './kinds'
import { wordingOf } from './wording'

const params = { title: 'T', number: 'N', count: '2', reason: matchReasons.new_listing, name: 'S', organization: 'O' }
const match = { match: 'M', met: '2', targets: '3', words: 'cell、gel' }
const moments = { deadline: '2026-11-24 17:00', until: '2026-11-24', due: '2026-11-24' }

describe('a notification', () => {
  it.each(locales)('is worded whole in %s, of whatever kind', (locale) => {
    for (const kind of notificationKinds) {
      const sentence = wordingOf(translator(locale), kind, { ...params, ...match, ...moments })
      expect(sentence, kind).not.toMatch(/\{\{|notification\./)
      expect(sentence.length, kind).toBeGreaterThan(5)
    }
  })

  it('words its reason', () => {
    const one = { ...match, title: 'Cell', number: 'BD-1', reason: matchReasons.new_challenge }
    expect(wordingOf(translator('en'), 'match_found', one)).toBe(
      '“M” (BD-1) matches “Cell”: 2 of 3 targets met (new challenge; words in common: cell、gel)',
    )
    expect(wordingOf(translator('en'), 'match_found', { ...one, reason: 'energy density' })).toContain('energy density')
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
  // Words and figures of a match are those of two public pages, and neither side is named.
  matching: ['title', 'match', 'number', 'met', 'targets', 'words', 'reason', 'name'],
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
