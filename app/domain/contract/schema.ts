import { z } from 'zod'
import {
  contractKinds,
  ipTypes,
  objectives,
  partySides,
  partyTypes,
  paymentModes,
  planSources,
  refusalGrounds,
  technicalFields,
} from '#db/schema'
import { creditCodeFits, plainCreditCode } from '../organization/credit-code'
import { isRegion } from '../organization/regions'
import { day, fenText, lineOf, optionalText, orNull, textOf, typedAmount, uuid } from '../kernel/inputs'
import { amountFits, subKindFits } from './rules'

export const mostParties = 12
export const mostCosts = 30

const dayOrNull = orNull(day)

type Issues = z.RefinementCtx

const say = (context: Issues, path: (string | number)[], message: string) =>
  context.addIssue({ code: 'custom', path, message })

/** Region of a party outside the list of GB/T 2260. */
export const overseasRegion = 'overseas'
const withoutCreditCode: readonly string[] = ['natural_person', 'enterprise_overseas', 'other']

const partyInput = z
  .object({
    side: z.enum(partySides),
    name: lineOf(120, 2),
    /** Unified social credit code, or what stands for it abroad and for natural persons. */
    code: lineOf(40, 4).overwrite(plainCreditCode),
    party_type: z.enum(partyTypes),
    region: z.string().refine((code) => isRegion(code) || code === overseasRegion, { error: 'contract.issue.region' }),
    share: z.number().int().min(1).max(1_000_000).default(1),
  })
  .superRefine((party, context) => {
    if (!withoutCreditCode.includes(party.party_type) && !creditCodeFits(party.code)) {
      say(context, ['code'], 'organization.issue.code')
    }
  })

const partyList = z.array(partyInput).min(2).max(mostParties)

const terms = {
  title: lineOf(200, 2),
  kind: z.enum(contractKinds),
  sub_kind: lineOf(40),
  field: z.enum(technicalFields),
  objective: z.enum(objectives).default('industry_commerce'),
  industry: lineOf(120, 0).default(''),
  plan_source: z.enum(planSources).default('none'),
  ip_types: z.array(z.enum(ipTypes)).max(ipTypes.length).default([]),
  ip_numbers: optionalText(2_000),
  contract_value_fen: fenText,
  payment_mode: z.enum(paymentModes).default('instalments'),
  payment_terms: optionalText(4_000),
  terms: optionalText(20_000),
  signed_on: dayOrNull,
  term_from: dayOrNull,
  term_to: dayOrNull,
  place: lineOf(120, 0).default(''),
  related_parties: z.boolean().default(false),
  public_funds: z.boolean().default(false),
  overseas: z.boolean().default(false),
  parties: partyList,
}

const termsObject = z.object(terms)
/** What the parties agree, as a command gets it: fen as bigint. */
export type ContractTerms = z.output<typeof termsObject>

function termsFit(said: ContractTerms, context: Issues): void {
  if (!subKindFits(said.kind, said.sub_kind)) say(context, ['sub_kind'], 'contract.issue.sub_kind')
  if (said.term_from && said.term_to && said.term_to < said.term_from) say(context, ['term_to'], 'contract.issue.term')
  for (const side of partySides) {
    if (!said.parties.some((party) => party.side === side)) say(context, ['parties'], `contract.issue.no_${side}`)
  }
  said.parties.forEach((party, index) => {
    if (said.parties.findIndex((other) => other.code === party.code) < index) {
      say(context, ['parties', index, 'code'], 'contract.issue.party_twice')
    }
  })
}

export const createInput = termsObject.superRefine(termsFit)
/** The whole contract again. */
export const updateInput = z.object({ id: uuid, ...terms }).superRefine(termsFit)
export const draftFromAwardInput = z.object({ award: uuid })
export const contractIdInput = z.object({ id: uuid })

/** The version that the signer has read: a later one is not signed unseen. */
export const signInput = z.object({ id: uuid, version: z.number().int().min(1) })
export const stateSignatureInput = z.object({
  id: uuid,
  version: z.number().int().min(1),
  position: z.number().int().min(0),
  name: lineOf(80, 2),
  statement: textOf(1_000, 4),
})

const submission = (money: typeof fenText | typeof typedAmount) => ({
  id: uuid,
  costs: z
    .array(z.object({ name: lineOf(80), amount_fen: money }))
    .max(mostCosts)
    .default([]),
  claimed_amount_fen: money,
})

/** A cost is an amount above zero: a line without one is left out, not written as nothing. */
function costsFit(said: { costs: { amount_fen: bigint }[] }, context: Issues): void {
  said.costs.forEach((cost, index) => {
    if (cost.amount_fen === 0n) say(context, ['costs', index, 'amount_fen'], 'contract.issue.cost_zero')
  })
}

export const submitInput = z.object(submission(fenText)).superRefine(costsFit)

export const acceptInput = contractIdInput
export const returnInput = z.object({ id: uuid, reason: textOf(2_000, 4) })
export const refuseInput = z.object({ id: uuid, ground: z.enum(refusalGrounds), reason: textOf(2_000, 4) })

const kindOf = { kind: z.enum(contractKinds), sub_kind: lineOf(40) }
const kindFits = (said: { kind: ContractTerms['kind']; sub_kind: string }, context: Issues) => {
  if (!subKindFits(said.kind, said.sub_kind)) say(context, ['sub_kind'], 'contract.issue.sub_kind')
}

export const registerInput = z
  .object({ id: uuid, ...kindOf, technology_amount_fen: fenText, amount_reason: optionalText(2_000) })
  .superRefine(kindFits)

const changed = (money: typeof fenText | typeof typedAmount) => ({
  id: uuid,
  ...kindOf,
  contract_value_fen: money,
  technology_amount_fen: money,
  reason: textOf(2_000, 4),
})
const changeFits = (
  said: { kind: ContractTerms['kind']; sub_kind: string; contract_value_fen: bigint; technology_amount_fen: bigint },
  context: Issues,
) => {
  kindFits(said, context)
  if (!amountFits(said.technology_amount_fen, said.contract_value_fen)) {
    say(context, ['technology_amount_fen'], 'contract.issue.amount_above_value')
  }
}

/** The amounts and kind that shall hold from now on; the ledger gets the difference. */
export const amendInput = z.object(changed(fenText)).superRefine(changeFits)
export const cancelInput = z.object({ id: uuid, reason: textOf(2_000, 4) })

const typedText = z.string().default('')

/** Party rows as typed: empty ones are left out, a share that is not given is 1. */
const typedParties = z
  .array(
    z.object({
      side: typedText,
      name: typedText,
      code: typedText,
      party_type: typedText,
      region: typedText,
      share: typedText,
    }),
  )
  .default([])
  .transform((rows) => {
    const filled = rows.filter((row) => row.name.trim() !== '' || row.code.trim() !== '')
    // The list checks what was typed, field by field.
    return filled.map((row) => ({ ...row, share: Number(row.share.trim() || '1') })) as z.input<typeof partyList>
  })
  .pipe(partyList)

/** Forms take amounts in 元, 万 or 亿; their output is what the command takes. */
const typedTerms = {
  ...terms,
  contract_value_fen: typedAmount,
  parties: typedParties,
}
export const createForm = z.object(typedTerms).superRefine(termsFit)
export const updateForm = z.object({ id: uuid, ...typedTerms }).superRefine(termsFit)
export const submitForm = z
  .object({
    ...submission(typedAmount),
    costs: z
      .array(z.object({ name: lineOf(80, 0).default(''), amount_fen: z.string().default('') }))
      .transform((rows) => rows.filter((row) => row.name !== '' || row.amount_fen !== ''))
      .pipe(z.array(z.object({ name: lineOf(80), amount_fen: typedAmount })).max(mostCosts))
      .default([]),
  })
  .superRefine(costsFit)
export const registerForm = z
  .object({ id: uuid, ...kindOf, technology_amount_fen: typedAmount, amount_reason: optionalText(2_000) })
  .superRefine(kindFits)
export const amendForm = z.object(changed(typedAmount)).superRefine(changeFits)
