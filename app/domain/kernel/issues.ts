import { z } from 'zod'

/**
 * A message about one field is a text key with parameters, written `key?name=value`: zod, forms and the API carry plain strings,
 * and only the edge turns them into the reader's language.
 */
export function issueMessage(key: string, params: Record<string, string | number> = {}): string {
  const query = new URLSearchParams(Object.entries(params).map(([name, value]) => [name, String(value)])).toString()
  return query ? `${key}?${query}` : key
}

/** The key and parameters of an issue message. */
export function readIssueMessage(message: string): { key: string; params: Record<string, string> } {
  const at = message.indexOf('?')
  if (at < 0) return { key: message, params: {} }
  return { key: message.slice(0, at), params: Object.fromEntries(new URLSearchParams(message.slice(at + 1))) }
}

type RawIssue = Parameters<NonNullable<z.core.$ZodConfig['customError']>>[0]

/** Kinds of JSON value that the texts have words for. */
const jsonKinds = new Set<string>(['string', 'number', 'int', 'boolean', 'array', 'object'])

function keyOf(issue: RawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return 'errors.field.required'
      return jsonKinds.has(issue.expected)
        ? issueMessage('errors.field.type', { expected: `errors.kind.${issue.expected}` })
        : 'errors.field.invalid'
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array')
        return Number(issue.minimum) <= 1
          ? 'errors.field.required'
          : issueMessage('errors.field.too_short', { minimum: String(issue.minimum) })
      return issueMessage('errors.field.too_small', { minimum: String(issue.minimum) })
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? issueMessage('errors.field.too_long', { maximum: String(issue.maximum) })
        : issueMessage('errors.field.too_big', { maximum: String(issue.maximum) })
    case 'invalid_value':
      if (issue.input === undefined || issue.input === null) return 'errors.field.required'
      return issueMessage('errors.field.choice', { values: issue.values.map(String).join(', ').slice(0, 300) })
    case 'unrecognized_keys':
      return issueMessage('errors.field.unknown', { names: issue.keys.join(', ').slice(0, 200) })
    case 'invalid_format':
      return issueMessage('errors.field.format', { format: String(issue.format) })
    default:
      return 'errors.field.invalid'
  }
}

z.config({ customError: (issue) => keyOf(issue) })
