import { and, asc, eq, lte } from 'drizzle-orm'
import type { Queryable, Tx } from '#db/client'
import { challenge, challengeCriterion, challengeTarget, membership, organization } from '#db/schema'
import type { ChallengeState, OrganizationKind, OrganizationState } from '#db/schema'
import type { Lifecycle } from '../kernel/states'
import { type ChallengeCriterion, type ChallengeEvent, type ChallengeTarget, challengeStates } from './rules'

/** A challenge with all that rules and access of this and later areas read: its row, targets, criteria and poser. */
export type ChallengeSubject = typeof challenge.$inferSelect & {
  targets: ChallengeTarget[]
  criteria: ChallengeCriterion[]
  organization: {
    id: string
    name: string
    kind: OrganizationKind
    state: OrganizationState
    code: string
    controller: string | null
    region: string
  }
  /** People of the poser's organisation. */
  memberIds: string[]
}

const locked = async (tx: Tx, id: string, strength: 'update' | 'share'): Promise<ChallengeSubject | null> => {
  const [row] = await tx.select().from(challenge).where(eq(challenge.id, id)).for(strength)
  return row ? withParts(tx, row) : null
}

/** The challenge locked for share, so that bids do not wait for each other but closing waits for them; null when there is none. */
export const lockChallengeShared = (tx: Tx, id: string): Promise<ChallengeSubject | null> => locked(tx, id, 'share')

/** The challenge unlocked, for reads that need what access rests on. */
export async function readChallenge(
  db: Queryable,
  where: { id: string } | { number: string },
): Promise<ChallengeSubject | null> {
  const [row] = await db
    .select()
    .from(challenge)
    .where('id' in where ? eq(challenge.id, where.id) : eq(challenge.number, where.number))
  return row ? withParts(db, row) : null
}

async function withParts(db: Queryable, row: typeof challenge.$inferSelect): Promise<ChallengeSubject> {
  const targets = await db
    .select({
      position: challengeTarget.position,
      name: challengeTarget.name,
      comparator: challengeTarget.comparator,
      value: challengeTarget.value,
      valueTo: challengeTarget.valueTo,
      unit: challengeTarget.unit,
      must: challengeTarget.must,
    })
    .from(challengeTarget)
    .where(eq(challengeTarget.challengeId, row.id))
    .orderBy(asc(challengeTarget.position))
  const criteria = await db
    .select({
      position: challengeCriterion.position,
      name: challengeCriterion.name,
      weight: challengeCriterion.weight,
    })
    .from(challengeCriterion)
    .where(eq(challengeCriterion.challengeId, row.id))
    .orderBy(asc(challengeCriterion.position))
  const [poser] = await db
    .select({
      id: organization.id,
      name: organization.name,
      kind: organization.kind,
      state: organization.state,
      code: organization.code,
      controller: organization.controller,
      region: organization.region,
    })
    .from(organization)
    .where(eq(organization.id, row.organizationId))
  const members = await db
    .select({ personId: membership.personId })
    .from(membership)
    .where(eq(membership.organizationId, row.organizationId))
  return { ...row, targets, criteria, organization: poser!, memberIds: members.map((each) => each.personId) }
}

/** The life of a challenge for the kernel, and for the areas that move it on (bids, judging, award). */
export const challengeLifecycle: Lifecycle<ChallengeSubject, ChallengeState, ChallengeEvent> = {
  name: 'challenge',
  states: challengeStates,
  lock: (tx, id) => locked(tx, id, 'update'),
  async move(tx, id, state, nextEventAt) {
    await tx.update(challenge).set({ state, nextEventAt }).where(eq(challenge.id, id))
  },
  snapshot: (row) => ({
    state: row.state,
    number: row.number,
    revision: row.revision,
    organization_id: row.organizationId,
    title: row.title,
    field: row.field,
    cooperation_mode: row.cooperationMode,
    budget_min_fen: row.budgetMinFen,
    budget_max_fen: row.budgetMaxFen,
    bid_deadline: row.bidDeadline,
    delivery_deadline: row.deliveryDeadline,
    publicity_ends_at: row.publicityEndsAt,
    targets: row.targets.map(({ name, comparator, value, valueTo, unit, must }) => ({
      name,
      comparator,
      value,
      value_to: valueTo,
      unit,
      must,
    })),
    criteria: row.criteria.map(({ name, weight }) => ({ name, weight })),
  }),
  async due(db, at, limit) {
    const rows = await db
      .select({ id: challenge.id })
      .from(challenge)
      .where(and(lte(challenge.nextEventAt, at)))
      .orderBy(asc(challenge.nextEventAt))
      .limit(limit)
    return rows.map((row) => row.id)
  },
}
