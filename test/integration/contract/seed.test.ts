import { count, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { brokenInvariants } from '#db/invariants'
import { contract } from '#db/schema'
import { seedPeople } from '#test/cast'
import { testKernel } from '#test/integration/kernel'
import { indicatorTotal } from '~/domain/indicator/queries.server'
import { flows } from '~/domain/indicator/recompute'
import { contractSteps } from '../../../scripts/seed/contracts'

const kernel = testKernel((made) => seedPeople(made).then(() => {}))
const day = 86_400_000

it('the demo’s contracts are lived through day by day, break no invariant, and make the flows differ', async () => {
  const present = new Date('2026-11-24T10:00:00+08:00')
  for (const step of contractSteps().sort((a, b) => b.daysAgo - a.daysAgo)) {
    await kernel.setClock(new Date(present.getTime() - step.daysAgo * day))
    await step.run(kernel)
  }
  const [registered] = await kernel.db.select({ count: count() }).from(contract).where(eq(contract.state, 'registered'))
  expect(registered!.count).toBe(14)
  expect(await brokenInvariants(kernel.db)).toEqual([])
  const totals = new Set<string>()
  for (const flow of flows) totals.add((await indicatorTotal(kernel.db, { period: '2026', flow, at: present })).fen)
  expect(totals.size).toBe(3)
}, 60_000)
