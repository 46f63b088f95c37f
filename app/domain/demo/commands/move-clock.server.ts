import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { businessClock } from '#db/schema'
import { command } from '../../command/command'
import { anyone } from '../../kernel/actor'
import { invalid, notFound, stale } from '../../kernel/errors'
import { nextWorkingMorning } from '../../kernel/working-days'
import { readCalendar } from '../../settings/queries.server'
import { nextDeadline } from '../next-deadline.server'
import { MoveClockInput } from '../schema'

/** Farthest single step: ten years. Beyond that a slip of the pen would end every demo. */
const farthestMs = 10 * 366 * 86_400_000

/**
 * Moves business time forward, in demo mode alone; anybody may. What has become due is fired by the job that follows.
 * Refusals: no_deadline, moment not ahead; where it is no demo the command does not exist.
 */
export const moveClock = command('demo.move_clock', {
  event: 'demo.clock_moved',
  input: MoveClockInput,
  async lock(tx) {
    const [row] = await tx.select().from(businessClock).where(eq(businessClock.id, 1)).for('update')
    return row ?? { id: 1, offsetMs: 0 }
  },
  allow: anyone,
  async write({ tx, input, subject: clock, now, keys }) {
    if (!keys.demo) throw notFound()
    const to = await targetOf(tx, input.to, now)
    const step = Math.ceil(to.getTime() - now.getTime())
    if (step <= 0) throw invalid([{ path: ['to'], message: 'demo.issue.not_ahead' }])
    if (step > farthestMs) throw invalid([{ path: ['to'], message: 'demo.issue.too_far' }])
    const offsetMs = clock.offsetMs + step
    await tx
      .insert(businessClock)
      .values({ id: 1, offsetMs })
      .onConflictDoUpdate({ target: businessClock.id, set: { offsetMs } })
    return {
      answer: { business_at: to.toISOString() },
      subject: { type: 'business_clock', id: '1' },
      before: { offset_ms: clock.offsetMs, business_at: now },
      after: { offset_ms: offsetMs, business_at: to },
    }
  },
})

async function targetOf(tx: Tx, to: 'next_deadline' | 'next_working_day' | Date, now: Date): Promise<Date> {
  if (to instanceof Date) return to
  if (to === 'next_working_day') return nextWorkingMorning(now, await readCalendar(tx))
  const deadline = await nextDeadline(tx, now)
  if (!deadline) throw stale('demo.refusal.no_deadline')
  return deadline
}
