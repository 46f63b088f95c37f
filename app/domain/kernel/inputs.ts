import { z } from 'zod'
import './issues'
import { issueMessage } from './issues'
import { type Fen, fenFrom, maximumFen } from './money'

/** Text that PostgreSQL and JSON can keep: no NUL, no lone surrogates. Trimmed, line ends as \n. */
export const textOf = (maximum: number, minimum = 1) =>
  z
    .string()
    .overwrite((value) => value.replace(/\r\n?/g, '\n').trim())
    .refine((value) => !value.includes('\0') && value.isWellFormed(), { error: 'errors.field.characters' })
    .min(minimum)
    .max(maximum)

/** Text that may be left empty. */
export const optionalText = (maximum: number) => textOf(maximum, 0).default('')

/** One line: no line breaks. */
export const lineOf = (maximum: number, minimum = 1) =>
  textOf(maximum, minimum).refine((value) => !value.includes('\n'), { error: 'errors.field.one_line' })

/** An amount in fen as a decimal string (API, JSON) that becomes a bigint. Not negative, at most {@link maximumFen}. */
export const fenText = z
  .string()
  .regex(/^\d{1,19}$/, { error: 'errors.field.fen' })
  .transform((value, context): Fen => {
    const fen = BigInt(value)
    if (fen > maximumFen) context.addIssue({ code: 'custom', message: issueMessage('errors.field.amount_too_large') })
    return fen
  })

/**
 * Turns an amount typed in 元 (or with 万, 亿) into fen text for a command's `_fen` field; keeps what it cannot read, so that the
 * command names the field. Digits that are too many yuan must not pass for that many fen.
 */
export function fenTextFromYuan(typed: FormDataEntryValue | null | undefined): string | undefined {
  if (typeof typed !== 'string' || typed.trim() === '') return undefined
  const fen = fenFrom(typed)
  if (fen !== null) return fen.toString()
  return /^\d+$/.test(typed.trim()) ? (maximumFen + 1n).toString() : typed
}

/** A field that may be left out: null is its only other value. */
export const orNull = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null)

/** Longest keyword of a listing: papers and patents bring phrases. Tags are shorter. */
export const keywordLength = 120

export const uuid = z.uuid({ error: 'errors.field.id' })

/** A civil day, 2026-11-24. */
export const day = z.iso.date({ error: 'errors.field.date' })

/** A moment with its offset, or, from a `datetime-local` field, without: then Asia/Shanghai is meant. */
export const momentText = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/, { error: 'errors.field.moment' })
  .transform((value, context): Date => {
    const at = new Date(/(Z|[+-]\d{2}:\d{2})$/.test(value) ? value : `${value}+08:00`)
    // `Date` takes 31 February for 3 March.
    if (Number.isNaN(at.getTime()) || !day.safeParse(value.slice(0, 10)).success)
      context.addIssue({ code: 'custom', message: 'errors.field.moment' })
    return at
  })

/** A technical figure: finite, within what double precision keeps exactly enough. */
export const figure = z
  .number()
  .refine((value) => Number.isFinite(value) && Math.abs(value) <= 1e15, { error: 'errors.field.figure' })

/** Short labels such as tags and keywords: trimmed, no empty or repeated ones. */
export const labels = (most: number, maximum = 40) =>
  z
    .array(lineOf(maximum))
    .max(most)
    .default([])
    .transform((values) => [...new Set(values)])

/** An amount as a form takes it, in 元 or with its unit (`600万`, `1.2亿`), given out as the command's fen. */
export const typedAmount = z
  .string()
  .transform((typed) => fenTextFromYuan(typed) ?? '')
  .pipe(fenText)

/** Labels typed into one box with separators between them. */
export const typedLabels = (most: number, maximum = 40) =>
  z
    .string()
    .default('')
    .transform((typed) => [
      ...new Set(
        typed
          .split(/[,，、;；\n]/)
          .map((each) => each.trim())
          .filter(Boolean),
      ),
    ])
    .pipe(z.array(lineOf(maximum)).max(most))
