import { z } from 'zod'
import { day, fenText, figure, lineOf, optionalText, textOf, uuid } from '../kernel/inputs'
import { type Fen, fenFrom } from '../kernel/money'
import { sealed } from '../kernel/sealed'
import { mostTargets } from '../challenge/rules'
import { longestPlan, longestTeam } from './rules'

const position = z.number().int().min(0).max(mostTargets)

/** A value for one target, or null: expressly none. `value_to` only with a range. */
const commitment = z.object({
  position,
  value: figure.nullable(),
  value_to: figure.nullable().default(null),
  note: optionalText(500),
})

const price = fenText.refine((fen) => fen > 0n, { error: 'bid.issue.price' })
const commitmentList = z.array(commitment).max(mostTargets)

const content = {
  plan: textOf(longestPlan, 10),
  team: textOf(longestTeam, 2),
  price_fen: price,
  delivery_date: day,
  commitments: commitmentList,
}

/** What a bid says, as it is sealed and, after opening, kept. */
export const bidContentShape = z.object(content)
export type BidContent = z.output<typeof bidContentShape>

/** `replaces` names the version that the sender has seen: another one in the meantime makes it stale. */
export const submitInput = z.object({
  challenge_id: uuid,
  content: sealed(z.object(content)),
  replaces: z.number().int().min(0).optional(),
})

export const withdrawInput = z.object({ challenge_id: uuid })

const draftContent = {
  plan: optionalText(longestPlan),
  team: optionalText(longestTeam),
  /** As typed: a draft need not be an amount yet. */
  price: lineOf(60, 0).default(''),
  delivery_date: lineOf(20, 0).default(''),
  commitments: z
    .array(
      z.object({
        position,
        value: lineOf(40, 0).default(''),
        value_to: lineOf(40, 0).default(''),
        none: z.boolean().default(false),
        note: optionalText(500),
      }),
    )
    .max(mostTargets)
    .default([]),
}

const draftShape = z.object(draftContent)
/** An unfinished bid, everything as it was typed. */
export type BidDraft = z.output<typeof draftShape>
export const readDraft = (value: unknown): BidDraft | null => draftShape.safeParse(value).data ?? null

export const saveDraftInput = z.object({ challenge_id: uuid, content: sealed(z.object(draftContent)) })

const typedFigure = z
  .string()
  .default('')
  .transform((typed, context): number | null => {
    const plain = typed.normalize('NFKC').replace(/[,\s]/g, '').replace(/−/g, '-')
    if (plain === '') return null
    const value = Number(plain)
    if (Number.isFinite(value) && Math.abs(value) <= 1e15) return value
    context.addIssue({ code: 'custom', message: 'errors.field.figure' })
    return z.NEVER
  })

/** An amount in 元, or with 万, 亿. */
const typedPrice = z.string().transform((typed, context): Fen => {
  const fen = fenFrom(typed)
  if (fen !== null && fen > 0n) return fen
  context.addIssue({ code: 'custom', message: 'bid.issue.price' })
  return z.NEVER
})

const typedCommitment = z
  .object({
    position,
    value: typedFigure,
    value_to: typedFigure,
    none: z.boolean().default(false),
    note: optionalText(500),
  })
  .transform(({ none, ...said }, context) => {
    if (none) return { ...said, value: null, value_to: null }
    if (said.value === null)
      context.addIssue({ code: 'custom', path: ['value'], message: 'bid.issue.commitment_missing' })
    return said
  })

/** The form of a bid, with the draft's field names: the price in 元, figures as typed, a tick for "no commitment". */
export const submitForm = z
  .object({
    challenge_id: uuid,
    content: z.object({
      plan: content.plan,
      team: content.team,
      price: typedPrice,
      delivery_date: day,
      commitments: z.array(typedCommitment).max(mostTargets).default([]),
    }),
    replaces: z.number().int().min(0).optional(),
  })
  .transform(({ content: { price: price_fen, ...said }, ...rest }) => ({ ...rest, content: { ...said, price_fen } }))

/** One opened envelope, as the worker hands it to `challenge.open_bids`; the commitment is checked again there. */
export const openBidsInput = z.object({
  id: uuid,
  opened: sealed(z.array(z.object({ bid_id: uuid, salt: z.string(), json: z.string() }))),
})

export const reportUnopenedInput = z.object({ bid_id: uuid })
