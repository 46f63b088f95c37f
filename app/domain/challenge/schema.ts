import { z } from 'zod'
import { challengeKinds, comparators, cooperationModes, technicalFields, winnerModes } from '#db/schema'
import {
  day,
  fenText,
  figure,
  labels,
  lineOf,
  momentText,
  optionalText,
  orNull,
  textOf,
  typedAmount,
  typedLabels,
  uuid,
} from '../kernel/inputs'
import {
  budgetInOrder,
  deliveryFollows,
  mostCriteria,
  mostPaymentSteps,
  mostTargets,
  percentsFit,
  rangeFits,
  weightsFit,
} from './rules'

const targetFields = {
  name: lineOf(80),
  comparator: z.enum(comparators),
  value: figure,
  value_to: orNull(figure),
  unit: lineOf(40, 0).default(''),
}

/** The second value stands only with `between`, above the first. */
const targetRange = (
  target: { comparator: (typeof comparators)[number]; value: number; value_to: number | null },
  context: z.RefinementCtx,
) => {
  if (context.issues.length > 0) return
  if (rangeFits({ ...target, valueTo: target.value_to })) return
  const message = target.comparator === 'between' ? 'challenge.issue.range_order' : 'challenge.issue.range_not_between'
  context.addIssue({ code: 'custom', path: ['value_to'], message })
}

const targetInput = z.object({ ...targetFields, must: z.boolean().default(true) }).superRefine(targetRange)

const criterionInput = z.object({ name: lineOf(60), weight: z.number().int().min(1).max(100) })

const stepInput = z.object({ label: lineOf(60), percent: z.number().int().min(1).max(100) })

const statement = {
  kind: z.enum(challengeKinds).default('problem'),
  title: lineOf(120, 4),
  background: optionalText(10_000),
  requirement: textOf(20_000, 10),
  deliverables: optionalText(5_000),
  field: orNull(z.enum(technicalFields)),
  tags: labels(20),
  cooperation_mode: z.enum(cooperationModes).default('commissioned'),
  budget_min_fen: orNull(fenText),
  budget_max_fen: orNull(fenText),
  budget_negotiable: z.boolean().default(false),
  payment_plan: z.array(stepInput).max(mostPaymentSteps).default([]),
  bid_deadline: orNull(momentText),
  delivery_deadline: orNull(day),
  ip_ownership: optionalText(2_000),
  eligibility: optionalText(2_000),
  winner_mode: z.enum(winnerModes).default('single'),
  max_winners: z.number().int().min(1).max(10).default(1),
  targets: z.array(targetInput).max(mostTargets).default([]),
  criteria: z.array(criterionInput).max(mostCriteria).default([]),
}

/** A challenge's statement as a command gets it: fen as bigint, moments as Date. */
export type Statement = z.output<z.ZodObject<typeof statement>>

/** What must fit together inside one statement, each problem at the field where it is mended. */
function fitsTogether(said: Statement, context: z.RefinementCtx): void {
  // A check of the whole runs although a part is not even readable: then what it sees is not what the type says.
  if (context.issues.length > 0) return
  const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  if (!budgetInOrder(said.budget_min_fen, said.budget_max_fen)) say('budget_max_fen', 'challenge.issue.budget_order')
  if (!percentsFit(said.payment_plan)) say('payment_plan', 'challenge.issue.percents')
  if (said.criteria.length > 0 && !weightsFit(said.criteria)) say('criteria', 'challenge.issue.weights')
  if (!deliveryFollows(said.bid_deadline, said.delivery_deadline)) say('delivery_deadline', 'challenge.issue.delivery')
  if (said.winner_mode === 'single' && said.max_winners !== 1) say('max_winners', 'challenge.issue.single_winner')
  if (said.winner_mode === 'race' && said.max_winners < 2) say('max_winners', 'challenge.issue.race_winners')
}

/** `external_id` comes from an import: one organisation has each of them once. */
export const createDraftInput = z.object({ ...statement, external_id: orNull(lineOf(120)) }).superRefine(fitsTogether)

/** The whole statement again; what is left out is emptied. */
export const updateDraftInput = z.object({ id: uuid, ...statement }).superRefine(fitsTogether)

export const challengeIdInput = z.object({ id: uuid })
export const returnInput = z.object({ id: uuid, reason: textOf(2_000, 4) })
/** The public reads the reason where the challenge was published; a draft may go without one. */
export const withdrawInput = z.object({ id: uuid, reason: optionalText(2_000) })

const typedStatement = {
  ...statement,
  tags: typedLabels(20),
  budget_min_fen: orNull(typedAmount),
  budget_max_fen: orNull(typedAmount),
  targets: z
    .array(z.object({ ...targetFields, must: z.boolean().default(false) }).superRefine(targetRange))
    .max(mostTargets)
    .default([]),
}

/** A pasted paragraph that could not be read into rows; what can be read never gets here. */
const targets_text = z
  .string()
  .optional()
  .refine((text) => !text?.trim(), { error: 'challenge.issue.nothing_read' })

const withoutText = <Said extends { targets_text?: string | undefined }>({ targets_text: _read, ...said }: Said) => said

/**
 * The form of a new challenge: amounts in 元, labels on one line, and a target without its tick is wished for; gives out what the
 * command's own schema gives out.
 */
export const createDraftForm = z
  .object({ ...typedStatement, external_id: orNull(lineOf(120)), targets_text })
  .superRefine(fitsTogether)
  .transform(withoutText)
export const updateDraftForm = z
  .object({ id: uuid, ...typedStatement, targets_text })
  .superRefine(fitsTogether)
  .transform(withoutText)
