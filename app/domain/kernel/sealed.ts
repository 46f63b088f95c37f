import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson } from './json'

/**
 * Marks a schema whose value may enter events, logs and jobs only as a salted digest. The mark is in zod's own registry: the web
 * process holds this module twice, in the built pages and beside them, and what one copy marked the other must know.
 */
export function sealed<T extends z.ZodType>(schema: T): T {
  z.globalRegistry.add(schema, { sealed: true })
  return schema
}

const isSealed = (schema: z.ZodType): boolean => z.globalRegistry.get(schema)?.sealed === true

/** A copy of a parsed input in which every sealed value is replaced by `sha256:<digest>` over a salt that is not kept. */
export function withoutSealed(schema: z.ZodType, value: unknown): unknown {
  if (value === undefined || value === null) return value
  if (isSealed(schema)) {
    const digest = createHash('sha256').update(randomBytes(32)).update(canonicalJson(value)).digest('hex')
    return `sha256:${digest}`
  }
  if (schema instanceof z.ZodObject && typeof value === 'object') {
    const shape = schema.shape as Record<string, z.ZodType>
    return Object.fromEntries(
      Object.entries(value as Record<string, unknown>).map(([key, part]) => [
        key,
        shape[key] ? withoutSealed(shape[key], part) : part,
      ]),
    )
  }
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((part) => withoutSealed(schema.element as z.ZodType, part))
  }
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return withoutSealed(schema.unwrap() as z.ZodType, value)
  }
  if (schema instanceof z.ZodPipe) return withoutSealed(schema.out as z.ZodType, value)
  return value
}
