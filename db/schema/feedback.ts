import { sql } from 'drizzle-orm'
import { check, index, pgTable, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { challenge } from './challenge'
import { refusalReasons } from './codes'
import { id, jsonb, moment, oneOf } from './columns'
import { organization, person } from './identity'

/** What became of a match, in the order of its life; refused ones end at `not_fit`. */
export const feedbackKinds = ['shown', 'opened', 'not_fit', 'bid', 'awarded'] as const
export type FeedbackKind = (typeof feedbackKinds)[number]

/** The numbers that put a listing where it was shown; a refit reads them instead of matching again. */
export interface ShownFeatures {
  score: number
  /** The score before the figures count. */
  score_without_figures: number
  /** Shares of the must targets, 0 to 1. */
  must_missed: number
  must_unknown: number
  any_must_missed: number
  wish_missed: number
  wish_unknown: number
  same_field: boolean
}

/**
 * What became of the matches of a challenge, one row per kind. A problem that was pasted has no challenge, and its text is not kept.
 * The note of a refusal stays with the poser; listers are told figures per reason.
 */
export const matchFeedback = pgTable(
  'match_feedback',
  {
    id: id(),
    kind: text('kind', { enum: feedbackKinds }).notNull(),
    challengeId: uuid('challenge_id').references(() => challenge.id),
    listingKind: text('listing_kind', { enum: ['achievement', 'capability'] }).notNull(),
    listingId: uuid('listing_id').notNull(),
    /** Who did it; of bids and awards the solver's organisation. */
    personId: uuid('person_id').references(() => person.id),
    organizationId: uuid('organization_id').references(() => organization.id),
    reason: text('reason', { enum: refusalReasons }),
    note: text('note').notNull().default(''),
    /** Place in the list, from 1, when it was shown last. */
    rank: smallint('rank'),
    features: jsonb('features').$type<ShownFeatures>(),
    /** Business time. */
    recordedAt: moment('recorded_at').notNull(),
  },
  (t) => [
    uniqueIndex('match_feedback_once')
      .on(t.challengeId, t.listingId, t.kind)
      .where(sql`${t.challengeId} is not null`),
    index('match_feedback_listing').on(t.listingId, t.kind),
    oneOf('match_feedback_kind_known', t.kind, feedbackKinds),
    oneOf('match_feedback_listing_kind_known', t.listingKind, ['achievement', 'capability']),
    check('match_feedback_reason_of_refusal', sql`(${t.kind} = 'not_fit') = (${t.reason} is not null)`),
    oneOf('match_feedback_reason_known', t.reason, refusalReasons),
    check('match_feedback_note_short', sql`length(${t.note}) <= 500`),
    check('match_feedback_rank', sql`${t.rank} is null or ${t.rank} >= 1`),
  ],
)
