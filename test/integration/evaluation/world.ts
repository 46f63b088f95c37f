import { and, eq } from 'drizzle-orm'
import { judge } from '#db/schema'
import { closeAndOpen, openChallenge, submitAs } from '#test/integration/bid/world'
import type { TestKernel } from '#test/integration/kernel'
import { accept } from '~/domain/evaluation/commands/accept.server'
import { inviteJudge } from '~/domain/evaluation/commands/invite-judge.server'
import { submitScorecard } from '~/domain/evaluation/commands/submit-scorecard.server'
import { readJudge } from '~/domain/evaluation/lifecycle.server'
import type { DemoKey } from '~/domain/identity/demo-parts'
import { bidOf } from '#test/integration/bid/world'

export { bidOf, castKernel, challengeRow, refusal } from '#test/integration/bid/world'

export const judgeKeys = ['judge', 'judge_two', 'judge_three'] as const

/** A challenge in judging, with opened bids of solver (860 万) and rival (795 万). */
export async function judging(kernel: TestKernel, about: Parameters<typeof openChallenge>[1] = {}) {
  const challenge = await openChallenge(kernel, about)
  await submitAs(kernel, 'solver', challenge.id)
  await submitAs(kernel, 'rival', challenge.id, { price_fen: '795000000', plan: '竞争者的独有路线，氧化物体系。' })
  await closeAndOpen(kernel, challenge.id)
  return challenge
}

export async function invite(kernel: TestKernel, challengeId: string, key: DemoKey, by: DemoKey = 'poser') {
  const { personId } = await kernel.as(key)
  const actor = await kernel.as(by)
  return kernel.commands.run(inviteJudge, { challenge_id: challengeId, person_id: personId }, { actor })
}

/** Invites and accepts; answers the evaluation's id. */
export async function accepted(kernel: TestKernel, challengeId: string, key: DemoKey): Promise<string> {
  const { id } = await invite(kernel, challengeId, key)
  await kernel.commands.run(accept, { id, no_conflict: true }, { actor: await kernel.as(key) })
  return id
}

/** A complete scorecard: per bid, a figure for every criterion, or one per criterion. */
export async function card(kernel: TestKernel, judgeId: string, points: Record<string, number | number[]>) {
  const found = (await readJudge(kernel.db, judgeId))!
  return found.bidIds.flatMap((bid_id) =>
    found.challenge.criteria.map(({ position }) => {
      const given = points[bid_id] ?? 0
      return {
        bid_id,
        criterion: position,
        value: Array.isArray(given) ? given[position]! : given,
        reason: `理由 ${judgeId.slice(0, 4)} ${position}`,
      }
    }),
  )
}

/** All three judges score: figures for solver's and rival's bid, the same by every criterion. */
export async function judged(
  kernel: TestKernel,
  challengeId: string,
  solver: number | number[],
  rival: number | number[],
) {
  const [one, other] = [await bidOf(kernel, 'solver', challengeId), await bidOf(kernel, 'rival', challengeId)]
  for (const key of judgeKeys) {
    const id = await accepted(kernel, challengeId, key)
    const scores = await card(kernel, id, { [one.id]: solver, [other.id]: rival })
    await kernel.commands.run(submitScorecard, { id, scores }, { actor: await kernel.as(key) })
  }
  return { solver: one.id, rival: other.id }
}

export async function judgeRow(kernel: TestKernel, challengeId: string, key: DemoKey) {
  const { personId } = await kernel.as(key)
  const [row] = await kernel.db
    .select()
    .from(judge)
    .where(and(eq(judge.challengeId, challengeId), eq(judge.personId, personId)))
  return row!
}
