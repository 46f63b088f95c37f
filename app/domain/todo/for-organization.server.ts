import { type SQL, sql } from 'drizzle-orm'
import type { TodoKind, WaitingKind } from './kinds'

/** A branch of the union that {@link todoOf} reads: kind, title, number, ref, deadline, since. */
export type Branch = SQL
export type Kind = TodoKind | WaitingKind

/** One kind of challenge that waits; `deadline` and `since` are columns of `c`. */
const challenges = (kind: Kind, own: string, where: SQL, times: { deadline?: SQL; since?: SQL } = {}): Branch =>
  sql`select ${kind} as kind, c.title, c.number, c.id::text as ref, ${times.deadline ?? sql`null::timestamptz`} as deadline,
      ${times.since ?? sql`null::timestamptz`} as since
    from challenge c where c.organization_id = ${own} and ${where}`

const activeJudges = sql`(select count(*) from judge j where j.challenge_id = c.id and j.state in ('invited', 'accepted', 'submitted'))`
const scorecards = sql`(select count(*) from judge j where j.challenge_id = c.id and j.state = 'submitted')`

/** What the poser's organisation has to do. Nothing here depends on bids that are under seal. */
export const posersTodo = (own: string, at: SQL): Branch[] => [
  challenges('challenge_finish', own, sql`c.state = 'draft'`, { since: sql`c.updated_at` }),
  challenges('challenge_correct', own, sql`c.state = 'returned'`, { since: sql`c.updated_at` }),
  challenges(
    'challenge_judges',
    own,
    sql`c.state = 'judging' and ${activeJudges} < c.minimum_judges and ${scorecards} < c.minimum_judges`,
    { since: sql`c.opened_at` },
  ),
  challenges('challenge_award', own, sql`c.state = 'judging' and ${scorecards} >= c.minimum_judges`, {
    since: sql`c.opened_at`,
  }),
  challenges('challenge_confirm', own, sql`c.state = 'publicity' and c.publicity_ends_at <= ${at}`, {
    since: sql`c.publicity_ends_at`,
  }),
]

export const posersWaiting = (own: string, at: SQL): Branch[] => [
  challenges('challenge_review', own, sql`c.state = 'submitted'`, { since: sql`c.submitted_at` }),
  challenges('challenge_open', own, sql`c.state = 'open' and c.bid_deadline > ${at}`, {
    deadline: sql`c.bid_deadline`,
    since: sql`c.published_at`,
  }),
  challenges('challenge_opening', own, sql`effective_challenge_state(c.state, c.bid_deadline, ${at}) = 'closed'`, {
    since: sql`c.bid_deadline`,
  }),
  challenges(
    'challenge_scores',
    own,
    sql`c.state = 'judging' and ${activeJudges} >= c.minimum_judges and ${scorecards} < c.minimum_judges`,
    { since: sql`c.opened_at` },
  ),
  challenges('challenge_publicity', own, sql`c.state = 'publicity' and c.publicity_ends_at > ${at}`, {
    deadline: sql`c.publicity_ends_at`,
  }),
]

const bids = (kind: Kind, own: string, where: SQL, deadline: SQL): Branch =>
  sql`select ${kind} as kind, c.title, c.number, b.id::text as ref, ${deadline} as deadline, null::timestamptz as since
    from bid b join challenge c on c.id = b.challenge_id where b.organization_id = ${own} and ${where}`

/** The solver's own bids: a draft that is not handed in before the deadline is lost. */
export const solversTodo = (own: string, at: SQL): Branch[] => [
  bids(
    'bid_submit',
    own,
    sql`c.state = 'open' and c.bid_deadline > ${at} and exists (select from bid_draft d where d.bid_id = b.id)`,
    sql`c.bid_deadline`,
  ),
]

export const solversWaiting = (own: string, at: SQL): Branch[] => [
  bids(
    'bid_sealed',
    own,
    sql`b.state = 'sealed' and c.state in ('open', 'closed')`,
    sql`case when c.bid_deadline > ${at} then c.bid_deadline end`,
  ),
  bids('bid_judged', own, sql`b.state = 'opened' and c.state in ('judging', 'publicity')`, sql`c.publicity_ends_at`),
]

const contracts = (
  kind: Kind,
  own: string,
  where: SQL,
  times: { deadline?: SQL; since?: SQL; side?: 'seller' } = {},
): Branch =>
  sql`select ${kind} as kind, k.title, k.number, k.id::text as ref, ${times.deadline ?? sql`null::timestamptz`} as deadline,
      ${times.since ?? sql`k.updated_at`} as since
    from contract k where ${where} and exists (select from contract_party p
      where p.contract_id = k.id and p.organization_id = ${own} ${times.side ? sql`and p.side = ${times.side}` : sql``})`

/** Whether some party that fits has not signed the present version. */
const unsigned = (which: SQL) =>
  sql`exists (select from contract_party q where q.contract_id = k.id and ${which} and not exists (select from contract_signature g
    where g.contract_id = k.id and g.version = k.version and g.position = q.position))`
const mine = (own: string) => sql`q.organization_id = ${own}`
const others = (own: string) => sql`q.organization_id is distinct from ${own}`

export const partysTodo = (own: string): Branch[] => [
  sql`select 'contract_draft' as kind, c.title, c.number, a.id::text as ref, null::timestamptz as deadline, a.confirmed_at as since
    from award a join challenge c on c.id = a.challenge_id join bid b on b.id = a.bid_id
    where a.state = 'confirmed' and ${own} in (c.organization_id, b.organization_id)
      and not exists (select from contract k where k.award_id = a.id)`,
  contracts('contract_sign', own, sql`k.state = 'draft' and ${unsigned(mine(own))}`),
  contracts(
    'contract_state_signature',
    own,
    sql`k.state = 'draft' and not ${unsigned(mine(own))} and ${unsigned(sql`q.organization_id is null`)}`,
    { side: 'seller' },
  ),
  contracts('contract_submit', own, sql`k.state = 'signed'`, { side: 'seller' }),
  contracts('contract_correct', own, sql`k.state = 'returned'`),
]

export const partysWaiting = (own: string): Branch[] => [
  contracts(
    'contract_signatures',
    own,
    sql`k.state = 'draft' and not ${unsigned(mine(own))} and ${unsigned(others(own))}`,
  ),
  contracts(
    'contract_submission',
    own,
    sql`k.state = 'signed' and not exists (select from contract_party s
      where s.contract_id = k.id and s.organization_id = ${own} and s.side = 'seller')`,
  ),
  contracts('contract_registration', own, sql`k.state in ('submitted', 'under_review')`, {
    deadline: sql`k.review_due_at`,
    since: sql`k.submitted_at`,
  }),
]
