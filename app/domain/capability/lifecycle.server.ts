import { and, asc, eq, lte, sql } from 'drizzle-orm'
import { capability } from '#db/schema'
import type { Lifecycle } from '../kernel/states'
import { type CapabilityEvent, type CapabilitySubject, capabilityStates } from './rules'
import type { CapabilityState } from '#db/schema'

const subjectColumns = {
  id: capability.id,
  state: capability.state,
  organizationId: capability.organizationId,
  validUntil: capability.validUntil,
  listedAt: capability.listedAt,
  title: capability.title,
  number: capability.number,
}

export type LockedCapability = CapabilitySubject & { title: string; number: string | null }

export const capabilityLifecycle: Lifecycle<LockedCapability, CapabilityState, CapabilityEvent> = {
  name: 'capability',
  states: capabilityStates,
  async lock(tx, id) {
    const [row] = await tx.select(subjectColumns).from(capability).where(eq(capability.id, id)).for('update')
    return row ?? null
  },
  async move(tx, id, state, nextEventAt) {
    await tx
      .update(capability)
      .set({ state, nextEventAt, updatedAt: sql`clock_timestamp()` })
      .where(eq(capability.id, id))
  },
  snapshot: (row) => ({
    state: row.state,
    number: row.number,
    title: row.title,
    valid_until: row.validUntil?.toISOString() ?? null,
  }),
  async due(db, at, limit) {
    const rows = await db
      .select({ id: capability.id })
      .from(capability)
      .where(and(lte(capability.nextEventAt, at)))
      .orderBy(asc(capability.nextEventAt))
      .limit(limit)
    return rows.map((row) => row.id)
  },
}
