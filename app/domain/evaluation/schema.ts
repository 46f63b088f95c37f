import { z } from 'zod'
import { judgeKinds } from '#db/schema'
import { mostCriteria } from '../challenge/rules'
import { optionalText, textOf, uuid } from '../kernel/inputs'
import { sealed } from '../kernel/sealed'

export const inviteInput = z.object({
  challenge_id: uuid,
  person_id: uuid,
  kind: z.enum(judgeKinds).default('expert'),
})

/** The declaration is part of the act: without the tick nobody accepts. */
export const acceptInput = z.object({
  id: uuid,
  no_conflict: z.literal(true, { error: 'evaluation.issue.declaration' }),
})

export const declineInput = z.object({ id: uuid, reason: textOf(1_000, 2) })

const criterion = z.number().int().min(0).max(mostCriteria)
const points = z.number().int().min(0).max(100)
const most = 1_000

/** Scores as far as the judge has come; a line without figure and reason is left out. */
export const saveScoresInput = z.object({
  id: uuid,
  scores: sealed(
    z.array(z.object({ bid_id: uuid, criterion, value: points.optional(), reason: optionalText(2_000) })).max(most),
  ),
})

export const submitScorecardInput = z.object({
  id: uuid,
  scores: sealed(z.array(z.object({ bid_id: uuid, criterion, value: points, reason: textOf(2_000, 2) })).max(most)),
})
