import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { challenge } from './challenge'
import { id, moment, oneOf } from './columns'
import { organization, person } from './identity'

/** How soon a saved search tells by mail of something new; `none`: it is only there to be opened again. */
export const savedSearchAlerts = ['at_once', 'digest', 'none'] as const
export type SavedSearchAlerts = (typeof savedSearchAlerts)[number]

/** A search that somebody keeps. */
export const savedSearch = pgTable(
  'saved_search',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    /** Path of its list. */
    list: text('list').notNull(),
    /** Path and query as the list itself writes them, without a page: one search, one path. */
    path: text('path').notNull(),
    name: text('name').notNull(),
    alerts: text('alerts', { enum: savedSearchAlerts }).notNull(),
    /** Business time since when what is new is told. */
    watchedSince: moment('watched_since').notNull(),
    /** What it found when watching began; null where that is not noted yet, or too much: then only what is published later is new. */
    known: uuid('known').array(),
  },
  (t) => [
    uniqueIndex('saved_search_once').on(t.personId, t.path),
    index('saved_search_watched')
      .on(t.list, t.id)
      .where(sql`${t.alerts} <> 'none'`),
    oneOf('saved_search_alerts_known', t.alerts, savedSearchAlerts),
    check('saved_search_path_of_list', sql`starts_with(${t.path}, ${t.list})`),
  ],
)

/** What a saved search has found since it is watched, each thing once. */
export const savedSearchHit = pgTable(
  'saved_search_hit',
  {
    savedSearchId: uuid('saved_search_id')
      .notNull()
      .references(() => savedSearch.id, { onDelete: 'cascade' }),
    /** Id of a challenge or listing. */
    thingId: uuid('thing_id').notNull(),
    /** Business time. */
    foundAt: moment('found_at').notNull(),
    /** Null where the day's limit of its person was reached. */
    toldAt: moment('told_at'),
  },
  (t) => [primaryKey({ columns: [t.savedSearchId, t.thingId] })],
)

/** Which side is told of a match: the poser of something newly listed, the lister of a challenge that is newly published. */
export const matchAlertKinds = ['for_poser', 'for_lister'] as const
export type MatchAlertKind = (typeof matchAlertKinds)[number]

/** Matches that were found without anybody looking, once per challenge, listing and side. */
export const matchAlert = pgTable(
  'match_alert',
  {
    id: id(),
    kind: text('kind', { enum: matchAlertKinds }).notNull(),
    challengeId: uuid('challenge_id')
      .notNull()
      .references(() => challenge.id),
    listingKind: text('listing_kind', { enum: ['achievement', 'capability'] }).notNull(),
    listingId: uuid('listing_id').notNull(),
    /** Who is told. */
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organization.id),
    /** Place among the challenge's matches, from 1. */
    rank: smallint('rank').notNull(),
    /** Of the challenge's targets, how many the listing meets. */
    met: smallint('met').notNull(),
    targets: smallint('targets').notNull(),
    /** Business time. */
    foundAt: moment('found_at').notNull(),
    /** Null where nobody was told: everybody's limit of the day was reached, or another listing of the same lister told it. */
    toldAt: moment('told_at'),
  },
  (t) => [
    uniqueIndex('match_alert_once').on(t.challengeId, t.listingId, t.kind),
    index('match_alert_listing').on(t.listingId, t.kind),
    oneOf('match_alert_kind_known', t.kind, matchAlertKinds),
    oneOf('match_alert_listing_kind_known', t.listingKind, ['achievement', 'capability']),
    check('match_alert_met', sql`${t.met} between 0 and ${t.targets}`),
  ],
)
