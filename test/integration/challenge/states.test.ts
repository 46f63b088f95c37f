import fc from 'fast-check'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { challengeStates as stateNames } from '#db/schema'
import { type ChallengeCase, challengeStates } from '~/domain/challenge/rules'
import { effectiveState } from '~/domain/kernel/states'
import { testKernel } from '../kernel'

const kernel = testKernel()

it('reads the same state in TypeScript and in PostgreSQL, to the millisecond around the deadline', async () => {
  const start = Date.parse('2026-11-28T09:00:00Z')
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          state: fc.constantFrom(...stateNames),
          deadline: fc.option(fc.integer({ min: -3, max: 3 })),
          now: fc.integer({ min: -3, max: 3 }),
        }),
        { minLength: 40, maxLength: 40 },
      ),
      async (cases) => {
        const inSql = await kernel.db.execute<{ state: string }>(
          sql`select effective_challenge_state(c.state, c.deadline, c.at) as state
            from json_to_recordset(${JSON.stringify(
              cases.map(({ state, deadline, now }, place) => ({
                place,
                state,
                deadline: deadline === null ? null : new Date(start + deadline).toISOString(),
                at: new Date(start + now).toISOString(),
              })),
            )}::json) as c(place int, state text, deadline timestamptz, at timestamptz) order by c.place`,
        )
        const inCode = cases.map(({ state, deadline, now }) => {
          const subject = { state, bidDeadline: deadline === null ? null : new Date(start + deadline) } as ChallengeCase
          return effectiveState(challengeStates, subject, new Date(start + now))
        })
        expect(inSql.map((row) => row.state)).toEqual(inCode)
      },
    ),
    { numRuns: 25 },
  )
})
