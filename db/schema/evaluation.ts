import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { bid } from './bid'
import { challenge } from './challenge'
import { createdAt, fen, id, moment, oneOf } from './columns'
import { person } from './identity'

export const judgeKinds = ['expert', 'enterprise', 'investor', 'user'] as const
export const judgeStates = ['invited', 'accepted', 'declined', 'replaced', 'submitted'] as const
export type JudgeState = (typeof judgeStates)[number]

export const judge = pgTable(
  'judge',
  {
    id: id(),
    challengeId: uuid('challenge_id')
      .notNull()
      .references(() => challenge.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    kind: text('kind', { enum: judgeKinds }).notNull(),
    state: text('state', { enum: judgeStates }).notNull().default('invited'),
    declineReason: text('decline_reason'),
    invitedAt: moment('invited_at').notNull(),
    /** When the judge declared to have no conflict of interest. */
    declaredAt: moment('declared_at'),
    submittedAt: moment('submitted_at'),
    nextEventAt: moment('next_event_at'),
  },
  (t) => [
    index('judge_person').on(t.personId, t.state),
    index('judge_challenge').on(t.challengeId),
    oneOf('judge_state_known', t.state, judgeStates),
  ],
)

export const score = pgTable(
  'score',
  {
    judgeId: uuid('judge_id')
      .notNull()
      .references(() => judge.id),
    bidId: uuid('bid_id')
      .notNull()
      .references(() => bid.id),
    criterion: smallint('criterion').notNull(),
    /** 0 to 100. */
    value: smallint('value').notNull(),
    reason: text('reason').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.judgeId, t.bidId, t.criterion] }),
    check('score_range', sql`${t.value} between 0 and 100`),
  ],
)

export const awardStates = ['intended', 'objected', 'confirmed', 'contracted', 'revoked'] as const
export type AwardState = (typeof awardStates)[number]

export const award = pgTable(
  'award',
  {
    id: id(),
    challengeId: uuid('challenge_id')
      .notNull()
      .references(() => challenge.id),
    bidId: uuid('bid_id')
      .notNull()
      .unique()
      .references(() => bid.id),
    state: text('state', { enum: awardStates }).notNull().default('intended'),
    rank: integer('rank').notNull(),
    /** Weighted mean of the scorecards, 0 to 100, in hundredths. */
    scoreHundredths: integer('score_hundredths').notNull(),
    priceFen: fen('price_fen').notNull(),
    reason: text('reason').notNull().default(''),
    intendedAt: moment('intended_at').notNull(),
    publicityEndsAt: moment('publicity_ends_at').notNull(),
    confirmedAt: moment('confirmed_at'),
    nextEventAt: moment('next_event_at'),
    createdAt: createdAt(),
  },
  (t) => [index('award_challenge').on(t.challengeId), oneOf('award_state_known', t.state, awardStates)],
)
