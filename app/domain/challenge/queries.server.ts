import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { type ChallengeState, challenge, challengeSeal, closingList, membership, organization } from '#db/schema'
import { type SearchDocument, documentId } from '#search/document'
import { type Actor, belongsTo, isStaff } from '../kernel/actor'
import { businessNow } from '../kernel/clock'
import { notFound } from '../kernel/errors'
import { effectiveState } from '../kernel/states'
import { challengeActions, mayActAsPoser, mayOfferToSolve, mayRead } from './access'
import { effectiveStateSql } from './list.server'
import { type ChallengeSubject, readChallenge } from './lifecycle.server'
import { challengeStates, editableStates, ownershipDefault } from './rules'
import type { ChallengeOffers, ChallengeView, OwnerView } from './views'

export { challengeList, closingSoon, newestChallenges } from './list.server'
export type { ChallengeOffers, ChallengeRow, ChallengeView, TargetView } from './views'

/** A published challenge by its number. @throws not_found for anything that this actor may not see. */
export async function challengeByNumber(
  db: Queryable,
  actor: Actor,
  number: string,
  now: Date,
): Promise<ChallengeView & ChallengeOffers> {
  return seen(db, actor, await readChallenge(db, { number }), now)
}

/** What poser and reviewers see of a challenge in any state, with the reason why it came back. @throws not_found */
export async function challengeById(
  db: Queryable,
  actor: Actor,
  id: string,
  now: Date,
): Promise<ChallengeView & ChallengeOffers & OwnerView> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw notFound()
  const row = await readChallenge(db, { id })
  if (!row || !(belongsTo(actor, row.organizationId) || isStaff(actor, 'reviewer'))) throw notFound()
  const view = await seen(db, actor, row, now)
  const editing = mayActAsPoser(actor, row)
  return {
    ...view,
    return_reason: row.returnReason,
    editing: (editableStates as readonly string[]).includes(view.state)
      ? { refusal: editing.yes ? null : editing.reason }
      : null,
  }
}

async function seen(
  db: Queryable,
  actor: Actor,
  row: ChallengeSubject | null,
  now: Date,
): Promise<ChallengeView & ChallengeOffers> {
  if (!row || !mayRead(actor, row).yes) throw notFound()
  const state = effectiveState(challengeStates, row, now)
  return {
    ...(await viewOf(db, row, state)),
    actions: challengeActions(actor, row, now).map(({ event, decision }) => ({
      event,
      refusal: decision.yes ? null : decision.reason,
    })),
    mayBid: state === 'open' && mayOfferToSolve(actor, row).yes,
    isPoser: belongsTo(actor, row.organizationId),
    isReviewer: isStaff(actor, 'reviewer'),
  }
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

async function viewOf(db: Queryable, row: ChallengeSubject, state: ChallengeState): Promise<ChallengeView> {
  const [seal] = await db
    .select({ suite: challengeSeal.suite, recipient: challengeSeal.recipient })
    .from(challengeSeal)
    .where(eq(challengeSeal.challengeId, row.id))
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    state,
    revision: row.revision,
    title: row.title,
    background: row.background,
    requirement: row.requirement,
    deliverables: row.deliverables,
    field: row.field,
    tags: row.tags,
    cooperation_mode: row.cooperationMode,
    budget_min_fen: row.budgetMinFen?.toString() ?? null,
    budget_max_fen: row.budgetMaxFen?.toString() ?? null,
    budget_negotiable: row.budgetNegotiable,
    payment_plan: row.paymentPlan,
    bid_deadline: iso(row.bidDeadline),
    delivery_deadline: row.deliveryDeadline,
    ip_ownership: row.ipOwnership,
    ip_default: ownershipDefault(row.cooperationMode),
    eligibility: row.eligibility,
    winner_mode: row.winnerMode,
    max_winners: row.maxWinners,
    publicity_days: row.publicityDays,
    minimum_bids: row.minimumBids,
    minimum_judges: row.minimumJudges,
    poser: {
      id: row.organization.id,
      name: row.organization.name,
      kind: row.organization.kind,
      region: row.organization.region,
    },
    targets: row.targets.map(({ name, comparator, value, valueTo, unit, must }) => ({
      name,
      comparator,
      value,
      value_to: valueTo,
      unit,
      must,
    })),
    criteria: row.criteria.map(({ name, weight }) => ({ name, weight })),
    submitted_at: iso(row.submittedAt),
    published_at: iso(row.publishedAt),
    closed_at: iso(row.closedAt),
    opened_at: iso(row.openedAt),
    publicity_ends_at: iso(row.publicityEndsAt),
    awarded_at: iso(row.awardedAt),
    ended_reason: row.endedReason,
    seal: seal ?? null,
    closing: row.state === 'open' ? null : await closingOf(db, row.id),
  }
}

async function closingOf(db: Queryable, challengeId: string): Promise<ChallengeView['closing']> {
  const [found] = await db
    .select({
      closedAt: closingList.closedAt,
      digest: closingList.digest,
      entries: sql<number>`jsonb_array_length(${closingList.entries})`,
    })
    .from(closingList)
    .where(eq(closingList.challengeId, challengeId))
  return found ? { closed_at: found.closedAt.toISOString(), digest: found.digest, entries: found.entries } : null
}

/** What an organisation has posed, newest first. */
export async function challengesOf(db: Queryable, organizationId: string, now: Date, limit = 200) {
  const rows = await db
    .select({
      id: challenge.id,
      number: challenge.number,
      title: challenge.title,
      state: effectiveStateSql(now),
      bidDeadline: challenge.bidDeadline,
      submittedAt: challenge.submittedAt,
      publicityEndsAt: challenge.publicityEndsAt,
      updatedAt: challenge.updatedAt,
    })
    .from(challenge)
    .where(eq(challenge.organizationId, organizationId))
    .orderBy(desc(challenge.createdAt), asc(challenge.id))
    .limit(limit)
  return rows.map(({ bidDeadline, submittedAt, publicityEndsAt, updatedAt, ...row }) => ({
    ...row,
    bid_deadline: iso(bidDeadline),
    submitted_at: iso(submittedAt),
    publicity_ends_at: iso(publicityEndsAt),
    updated_at: updatedAt.toISOString(),
  }))
}

/** What waits for a reviewer, longest waiting first; `own` marks what this one has a part in. */
export async function reviewQueue(db: Queryable, reviewer: Actor, limit = 200) {
  const personId = reviewer.kind === 'person' ? reviewer.personId : null
  const rows = await db
    .select({
      id: challenge.id,
      title: challenge.title,
      poser: organization.name,
      poserState: organization.state,
      submittedAt: challenge.submittedAt,
      bidDeadline: challenge.bidDeadline,
      own: sql<boolean>`(${challenge.createdBy} = ${personId} or exists (select from ${membership}
        where ${membership.organizationId} = ${challenge.organizationId} and ${membership.personId} = ${personId}))`,
    })
    .from(challenge)
    .innerJoin(organization, eq(organization.id, challenge.organizationId))
    .where(eq(challenge.state, 'submitted'))
    .orderBy(asc(challenge.submittedAt), asc(challenge.id))
    .limit(limit)
  return rows.map(({ submittedAt, bidDeadline, poserState, ...row }) => ({
    ...row,
    poser_state: poserState,
    submitted_at: iso(submittedAt),
    bid_deadline: iso(bidDeadline),
  }))
}

/** The id of what an organisation imported under an external id; null when it did not. */
export async function challengeIdByExternal(
  db: Queryable,
  organizationId: string,
  externalId: string,
): Promise<string | null> {
  const [found] = await db
    .select({ id: challenge.id })
    .from(challenge)
    .where(and(eq(challenge.organizationId, organizationId), eq(challenge.externalId, externalId)))
  return found?.id ?? null
}

/** What search may know of a challenge now: an open one, all of whose statement is public; null for anything else. */
export async function searchDocumentOf(db: Queryable, id: string): Promise<SearchDocument | null> {
  const row = await readChallenge(db, { id })
  if (!row?.publishedAt || effectiveState(challengeStates, row, await businessNow(db)) !== 'open') return null
  return {
    id: documentId('challenge', row.id),
    kind: 'challenge',
    number: row.number,
    title: row.title,
    text: [row.background, row.requirement, row.deliverables].filter(Boolean).join('\n'),
    keywords: [],
    field: row.field,
    tags: row.tags,
    metrics: [],
    targets: row.targets.map(({ name, comparator, value, valueTo, unit, must }) => ({
      name,
      comparator,
      value,
      valueTo,
      unit,
      must,
    })),
    trl: null,
    transferModes: [],
    region: row.organization.region,
    organizationId: row.organizationId,
    organizationName: row.organization.name,
    openUntil: row.bidDeadline?.getTime() ?? null,
    publishedAt: row.publishedAt.getTime(),
  }
}
