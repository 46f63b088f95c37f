import { and, count, desc, eq } from 'drizzle-orm'
import { judge } from '#db/schema'
import { telling, toldChallenge } from './telling.server'

export const tellJudge = telling(async (tell, event, tx) => {
  const personId = (event.input as { person_id: string }).person_id
  const [invited] = await tx
    .select({ id: judge.id })
    .from(judge)
    .where(and(eq(judge.challengeId, event.subject.id), eq(judge.personId, personId), eq(judge.state, 'invited')))
    .orderBy(desc(judge.invitedAt))
    .limit(1)
  if (!invited) return
  const { params, subject } = await toldChallenge(tx, event.subject.id)
  await tell({
    kind: 'judge_invited',
    to: { personId },
    subject: { type: 'judge', id: invited.id, number: subject.number ?? null },
    params,
    path: `/workspace/judging/${invited.id}`,
  })
})

/** The poser learns that somebody is missing; who, its page says. */
export const tellDeclined = telling(async (tell, event, tx) => {
  const challengeId = event.after?.challenge_id as string
  const { organizationId, params, subject, path } = await toldChallenge(tx, challengeId)
  await tell({ kind: 'judge_declined', to: { organizationId }, subject, params, path: `${path}/judges` })
})

/** Once, when there are as many scorecards as the challenge asks for; later ones are not told. */
export const tellScored = telling(async (tell, event, tx) => {
  const challengeId = event.after?.challenge_id as string
  const { organizationId, params, subject, path, minimumJudges } = await toldChallenge(tx, challengeId)
  const [row] = await tx
    .select({ submitted: count() })
    .from(judge)
    .where(and(eq(judge.challengeId, challengeId), eq(judge.state, 'submitted')))
  if ((row?.submitted ?? 0) < minimumJudges) return
  await tell({
    kind: 'scorecards_complete',
    to: { organizationId },
    subject,
    params,
    path,
    onceKey: `scorecards_complete:${challengeId}`,
  })
})
