import { and, asc, eq, lte, sql } from 'drizzle-orm'
import { achievement } from '#db/schema'
import type { Lifecycle } from '../kernel/states'
import { type AchievementEvent, type AchievementSubject, achievementStates } from './rules'
import type { AchievementState } from '#db/schema'

const subjectColumns = {
  id: achievement.id,
  state: achievement.state,
  organizationId: achievement.organizationId,
  validUntil: achievement.validUntil,
  listedAt: achievement.listedAt,
  title: achievement.title,
  number: achievement.number,
}

export type LockedAchievement = AchievementSubject & { title: string; number: string | null }

export const achievementLifecycle: Lifecycle<LockedAchievement, AchievementState, AchievementEvent> = {
  name: 'achievement',
  states: achievementStates,
  async lock(tx, id) {
    const [row] = await tx.select(subjectColumns).from(achievement).where(eq(achievement.id, id)).for('update')
    return row ?? null
  },
  async move(tx, id, state, nextEventAt) {
    await tx
      .update(achievement)
      .set({ state, nextEventAt, updatedAt: sql`clock_timestamp()` })
      .where(eq(achievement.id, id))
  },
  snapshot: (row) => ({
    state: row.state,
    number: row.number,
    title: row.title,
    valid_until: row.validUntil?.toISOString() ?? null,
  }),
  async due(db, at, limit) {
    const rows = await db
      .select({ id: achievement.id })
      .from(achievement)
      .where(and(lte(achievement.nextEventAt, at)))
      .orderBy(asc(achievement.nextEventAt))
      .limit(limit)
    return rows.map((row) => row.id)
  },
}
