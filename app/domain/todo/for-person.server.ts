import { type SQL, sql } from 'drizzle-orm'
import type { PersonActor } from '../kernel/actor'
import { isStaff } from '../kernel/actor'
import type { Branch } from './for-organization.server'

const belongs = (personId: string, organizationId: SQL) =>
  sql`exists (select from membership m where m.organization_id = ${organizationId} and m.person_id = ${personId})`

const organizations = (kind: string, personId: string, state: string, since: SQL, roles: SQL): Branch =>
  sql`select ${kind} as kind, o.name as title, null::text as number, o.id::text as ref, null::timestamptz as deadline, ${since} as since
    from organization o join membership m on m.organization_id = o.id and m.person_id = ${personId}
    where o.state = ${state} and m.role in ${roles}`

const writers = sql`('owner', 'editor')`

/** The person's own organisations, whichever one they act for now. */
export const membersTodo = ({ personId }: PersonActor): Branch[] => [
  organizations('organization_finish', personId, 'draft', sql`o.created_at`, writers),
  organizations('organization_correct', personId, 'returned', sql`o.submitted_at`, writers),
]

export const membersWaiting = ({ personId }: PersonActor): Branch[] => [
  organizations('organization_review', personId, 'submitted', sql`o.submitted_at`, sql`('owner', 'editor', 'viewer')`),
]

const judgings = (kind: string, personId: string, state: string): Branch =>
  sql`select ${kind} as kind, c.title, c.number, j.id::text as ref, null::timestamptz as deadline, j.invited_at as since
    from judge j join challenge c on c.id = j.challenge_id
    where j.person_id = ${personId} and j.state = ${state} and c.state = 'judging'`

export const judgesTodo = ({ personId }: PersonActor): Branch[] => [
  judgings('judging_answer', personId, 'invited'),
  judgings('judging_score', personId, 'accepted'),
]

/** What a reviewer may decide: nothing of an organisation that they belong to. Source: DESIGN 5, identity. */
const reviewersTodo = (personId: string): Branch[] => [
  sql`select 'review_organization' as kind, o.name as title, null::text as number, o.id::text as ref, null::timestamptz as deadline,
      o.submitted_at as since
    from organization o where o.state = 'submitted' and not ${belongs(personId, sql`o.id`)}`,
  sql`select 'review_challenge' as kind, c.title, c.number, c.id::text as ref, null::timestamptz as deadline, c.submitted_at as since
    from challenge c where c.state = 'submitted' and c.created_by <> ${personId} and not ${belongs(personId, sql`c.organization_id`)}`,
]

/** What a registrar may examine: nothing that they took part in. The same conditions as `involvedStaff` of the contract area. */
const registrarsTodo = (personId: string): Branch[] => {
  const apart = sql`k.created_by <> ${personId}
    and not exists (select from contract_party p where p.contract_id = k.id and ${belongs(personId, sql`p.organization_id`)})
    and not exists (select from contract_signature g where g.contract_id = k.id and g.person_id = ${personId})
    and not exists (select from judge j where j.challenge_id = k.challenge_id and j.person_id = ${personId})
    and not exists (select from event e where e.subject_type = 'challenge' and e.subject_id = k.challenge_id::text
      and e.person_id = ${personId})`
  const contracts = (kind: string, state: string): Branch =>
    sql`select ${kind} as kind, k.title, k.number, k.id::text as ref, k.review_due_at as deadline, k.submitted_at as since
      from contract k where k.state = ${state} and ${apart}`
  return [contracts('contract_accept', 'submitted'), contracts('contract_register', 'under_review')]
}

export const staffsTodo = (actor: PersonActor): Branch[] => [
  ...(isStaff(actor, 'reviewer') ? reviewersTodo(actor.personId) : []),
  ...(isStaff(actor, 'registrar') ? registrarsTodo(actor.personId) : []),
]
