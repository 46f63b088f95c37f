import { and, asc, count, desc, eq, inArray } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { challenge, judge, membership, organization, person, score, staffRole } from '#db/schema'
import type { ChallengeState, JudgeState } from '#db/schema'
import { type OpenedBid, openedBids } from '../bid/queries.server'
import { type ChallengeSubject, readChallenge } from '../challenge/lifecycle.server'
import type { ChallengeCriterion, ChallengeTarget } from '../challenge/rules'
import type { Actor } from '../kernel/actor'
import { notFound } from '../kernel/errors'
import { mayEvaluate, mayInviteJudge } from './access'
import { partiesOfCase, readJudge } from './lifecycle.server'
import { type JudgeEvent, activeJudgeStates, conflictOf, judgeLife } from './rules'

export interface JudgeRow {
  id: string
  person_id: string
  name: string
  kind: (typeof judge.$inferSelect)['kind']
  state: JudgeState
  invited_at: string
  submitted_at: string | null
  decline_reason: string | null
}

export async function judgesOf(db: Queryable, challengeId: string): Promise<JudgeRow[]> {
  const rows = await db
    .select({
      id: judge.id,
      personId: judge.personId,
      name: person.name,
      kind: judge.kind,
      state: judge.state,
      invitedAt: judge.invitedAt,
      submittedAt: judge.submittedAt,
      declineReason: judge.declineReason,
    })
    .from(judge)
    .innerJoin(person, eq(person.id, judge.personId))
    .where(eq(judge.challengeId, challengeId))
    .orderBy(asc(judge.invitedAt), asc(judge.id))
  return rows.map((row) => ({
    id: row.id,
    person_id: row.personId,
    name: row.name,
    kind: row.kind,
    state: row.state,
    invited_at: row.invitedAt.toISOString(),
    submitted_at: row.submittedAt?.toISOString() ?? null,
    decline_reason: row.declineReason,
  }))
}

export interface JudgeCandidate {
  person_id: string
  name: string
  organizations: string[]
  /** Evaluations that this person has taken on and not finished. */
  load: number
  /** Why an invitation would be refused: a text key, with the organisation it is about. */
  refusal: { reason: string; organization: string } | null
}

export interface JudgesPage {
  challenge: { id: string; number: string; title: string; state: ChallengeState; minimum_judges: number }
  judges: JudgeRow[]
  candidates: JudgeCandidate[]
}

/** Judges of a challenge and who could be one, the least loaded first. @throws not_found for those who do not choose judges */
export async function judgesPage(db: Queryable, actor: Actor, number: string): Promise<JudgesPage> {
  const found = await readChallenge(db, { number })
  if (!found || !mayInviteJudge(actor, found).yes) throw notFound()
  const judges = await judgesOf(db, found.id)
  return {
    challenge: {
      id: found.id,
      number,
      title: found.title,
      state: found.state,
      minimum_judges: found.minimumJudges,
    },
    judges,
    // Who bids is under seal until the bids are opened, and conflicts would tell.
    candidates: found.state === 'judging' ? await candidatesFor(db, found, judges) : [],
  }
}

async function candidatesFor(
  db: Queryable,
  found: ChallengeSubject,
  judges: readonly JudgeRow[],
): Promise<JudgeCandidate[]> {
  const people = await db
    .select({ id: person.id, name: person.name })
    .from(staffRole)
    .innerJoin(person, eq(person.id, staffRole.personId))
    .where(eq(staffRole.role, 'judge'))
    .orderBy(asc(person.name), asc(person.id))
    .limit(500)
  const ids = people.map((each) => each.id)
  if (ids.length === 0) return []
  const belongs = await db
    .select({
      personId: membership.personId,
      id: organization.id,
      name: organization.name,
      code: organization.code,
      controller: organization.controller,
    })
    .from(membership)
    .innerJoin(organization, eq(organization.id, membership.organizationId))
    .where(inArray(membership.personId, ids))
  const loads = await db
    .select({ personId: judge.personId, load: count() })
    .from(judge)
    .where(and(inArray(judge.personId, ids), inArray(judge.state, ['invited', 'accepted'])))
    .groupBy(judge.personId)
  const parties = await partiesOfCase(db, found)
  const taken = new Set(
    judges
      .filter((each) => (activeJudgeStates as readonly string[]).includes(each.state))
      .map((each) => each.person_id),
  )
  return people
    .filter((each) => !taken.has(each.id))
    .map((each) => {
      const own = belongs.filter((row) => row.personId === each.id)
      return {
        person_id: each.id,
        name: each.name,
        organizations: own.map((row) => row.name),
        load: loads.find((row) => row.personId === each.id)?.load ?? 0,
        refusal: conflictOf(own, parties),
      }
    })
    .sort((one, other) => Number(one.refusal !== null) - Number(other.refusal !== null) || one.load - other.load)
}

export interface OwnJudging {
  id: string
  state: JudgeState
  number: string
  title: string
  challenge_state: ChallengeState
  invited_at: string
}

/** What a person was asked to judge, what waits for them first. */
export async function judgingsOf(db: Queryable, personId: string): Promise<OwnJudging[]> {
  const rows = await db
    .select({
      id: judge.id,
      state: judge.state,
      number: challenge.number,
      title: challenge.title,
      challengeState: challenge.state,
      invitedAt: judge.invitedAt,
    })
    .from(judge)
    .innerJoin(challenge, eq(challenge.id, judge.challengeId))
    .where(eq(judge.personId, personId))
    .orderBy(desc(judge.invitedAt), asc(judge.id))
    .limit(200)
  const waits = (row: (typeof rows)[number]) =>
    row.challengeState === 'judging' && (row.state === 'invited' || row.state === 'accepted') ? 0 : 1
  return rows
    .sort((one, other) => waits(one) - waits(other))
    .map((row) => ({
      id: row.id,
      state: row.state,
      number: row.number ?? '',
      title: row.title,
      challenge_state: row.challengeState,
      invited_at: row.invitedAt.toISOString(),
    }))
}

export interface ScorecardView {
  id: string
  state: JudgeState
  events: JudgeEvent[]
  challenge: { number: string; title: string; state: ChallengeState; poser: string }
  targets: ChallengeTarget[]
  criteria: ChallengeCriterion[]
  /** Empty until the judge has declared to have no conflict. */
  bids: OpenedBid[]
  scores: { bid_id: string; criterion: number; value: number; reason: string }[]
}

/** A judge's own evaluation. @throws not_found for anybody else's */
export async function scorecardView(db: Queryable, actor: Actor, id: string): Promise<ScorecardView> {
  const found = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? await readJudge(db, id) : null
  if (!found || !mayEvaluate(actor, found).yes) throw notFound()
  const declared = found.state === 'accepted' || found.state === 'submitted'
  const scores = await db
    .select({ bid_id: score.bidId, criterion: score.criterion, value: score.value, reason: score.reason })
    .from(score)
    .where(eq(score.judgeId, id))
    .orderBy(asc(score.criterion))
  const events = Object.entries(judgeLife[found.state])
    .filter(([, transition]) => transition.guard?.(found, new Date(0)).yes !== false)
    .map(([event]) => event as JudgeEvent)
  return {
    id,
    state: found.state,
    events,
    challenge: {
      number: found.challenge.number ?? '',
      title: found.challenge.title,
      state: found.challenge.state,
      poser: found.challenge.organization.name,
    },
    targets: found.challenge.targets,
    criteria: found.challenge.criteria,
    bids: declared ? await openedBids(db, found.challengeId) : [],
    scores,
  }
}
