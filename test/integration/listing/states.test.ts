import fc from 'fast-check'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { achievementStates as achievementNames, capabilityStates as capabilityNames } from '#db/schema'
import { type AchievementSubject, achievementStates } from '~/domain/achievement/rules'
import { type CapabilitySubject, capabilityStates } from '~/domain/capability/rules'
import { effectiveState } from '~/domain/kernel/states'
import { testKernel } from '../kernel'

const kernel = testKernel()
const start = Date.parse('2026-11-28T09:00:00Z')

/** The state in effect by PostgreSQL. */
async function inSql(state: string, validUntil: Date | null, now: Date): Promise<string> {
  const [row] = await kernel.db.execute<{ state: string }>(
    sql`select effective_listing_state(${state}, ${validUntil?.toISOString() ?? null}::timestamptz, ${now.toISOString()}::timestamptz) as state`,
  )
  return row!.state
}

const moments = { validUntil: fc.option(fc.integer({ min: -3, max: 3 })), now: fc.integer({ min: -3, max: 3 }) }
const at = (offset: number) => new Date(start + offset)

it('reads the same state of a listing in TypeScript and in PostgreSQL, to the millisecond around its end', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...achievementNames),
      fc.constantFrom(...capabilityNames),
      fc.record(moments),
      async (achievement, capability, { validUntil, now }) => {
        const until = validUntil === null ? null : at(validUntil)
        const subject = { validUntil: until }
        expect(
          effectiveState(achievementStates, { ...subject, state: achievement } as AchievementSubject, at(now)),
        ).toBe(await inSql(achievement, until, at(now)))
        expect(effectiveState(capabilityStates, { ...subject, state: capability } as CapabilitySubject, at(now))).toBe(
          await inSql(capability, until, at(now)),
        )
      },
    ),
    { numRuns: 150 },
  )
})
