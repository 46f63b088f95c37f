import { and, eq, inArray } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { bid, judge, membership, organization } from '#db/schema'
import type { JudgeState } from '#db/schema'
import { type ChallengeSubject, lockChallengeShared, readChallenge } from '../challenge/lifecycle.server'
import type { Lifecycle } from '../kernel/states'
import { type Conflict, type JudgeEvent, type PartyOfCase, conflictOf, judgeLife } from './rules'

/** One judge's evaluation of one challenge, with what its rules read. */
export type JudgeSubject = typeof judge.$inferSelect & {
  challenge: ChallengeSubject
  /** Bids that were opened: each is scored. */
  bidIds: string[]
}

/** The life of an evaluation for the kernel. The challenge is locked for share first, so that an award waits for scorecards in flight. */
export const judgeLifecycle: Lifecycle<JudgeSubject, JudgeState, JudgeEvent> = {
  name: 'evaluation',
  states: judgeLife,
  async lock(tx, id) {
    const [named] = await tx.select({ challengeId: judge.challengeId }).from(judge).where(eq(judge.id, id))
    const challenge = named && (await lockChallengeShared(tx, named.challengeId))
    if (!challenge) return null
    const [row] = await tx.select().from(judge).where(eq(judge.id, id)).for('update')
    return row ? { ...row, challenge, bidIds: await openedBidIds(tx, challenge.id) } : null
  },
  async move(tx, id, state, nextEventAt) {
    await tx.update(judge).set({ state, nextEventAt }).where(eq(judge.id, id))
  },
  snapshot: (row) => ({ state: row.state, challenge_id: row.challengeId, person_id: row.personId, kind: row.kind }),
  due: async () => [],
}

/** The same, unlocked, for pages. */
export async function readJudge(db: Queryable, id: string): Promise<JudgeSubject | null> {
  const [row] = await db.select().from(judge).where(eq(judge.id, id))
  const challenge = row && (await readChallenge(db, { id: row.challengeId }))
  return challenge ? { ...row, challenge, bidIds: await openedBidIds(db, challenge.id) } : null
}

const openedBidIds = async (db: Queryable, challengeId: string): Promise<string[]> =>
  (
    await db
      .select({ id: bid.id })
      .from(bid)
      .where(and(eq(bid.challengeId, challengeId), eq(bid.state, 'opened')))
      .orderBy(bid.code)
  ).map((row) => row.id)

/** The poser and every organisation that handed in a bid, opened or not. */
export async function partiesOfCase(db: Queryable, challenge: ChallengeSubject): Promise<PartyOfCase[]> {
  const bidders = await db
    .select({
      id: organization.id,
      name: organization.name,
      code: organization.code,
      controller: organization.controller,
    })
    .from(bid)
    .innerJoin(organization, eq(organization.id, bid.organizationId))
    .where(and(eq(bid.challengeId, challenge.id), inArray(bid.state, ['sealed', 'opened', 'opening_failed'])))
  const { id, name, code, controller } = challenge.organization
  return [
    { id, name, code, controller, role: 'poser' },
    ...bidders.map((each) => ({ ...each, role: 'bidder' as const })),
  ]
}

/** What the data shows against somebody as a judge of this challenge; null when nothing. */
export async function findConflict(
  db: Queryable,
  challenge: ChallengeSubject,
  personId: string,
): Promise<Conflict | null> {
  const own = await db
    .select({ id: organization.id, code: organization.code, controller: organization.controller })
    .from(membership)
    .innerJoin(organization, eq(organization.id, membership.organizationId))
    .where(eq(membership.personId, personId))
  return conflictOf(own, await partiesOfCase(db, challenge))
}
