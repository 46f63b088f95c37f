/** A problem with one field: `path` as in the input, `message` an issue message (see issues.ts). */
export interface FieldIssue {
  path: (string | number)[]
  message: string
}

export type ErrorCode =
  'not_signed_in' | 'not_allowed' | 'not_found' | 'stale' | 'invalid' | 'limit_reached' | 'unavailable'

const statuses: Record<ErrorCode, number> = {
  not_signed_in: 401,
  not_allowed: 403,
  not_found: 404,
  stale: 409,
  invalid: 422,
  limit_reached: 429,
  unavailable: 503,
}

const mark = Symbol.for('jiebang.domain-error')

/** An expected failure: a key with parameters, never a sentence. Each code has one HTTP status, one page and one problem type. */
export class DomainError extends Error {
  /** The web process holds this module twice, in the built pages and beside them: an error of either copy is one for both. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && mark in value
  }

  readonly [mark] = true
  readonly code: ErrorCode
  readonly key: string
  readonly params: Record<string, string | number>
  readonly issues: FieldIssue[]
  readonly retryAfterSeconds: number | undefined

  constructor(
    code: ErrorCode,
    key: string,
    more: { params?: Record<string, string | number>; issues?: FieldIssue[]; retryAfterSeconds?: number } = {},
  ) {
    super(`${code}: ${key}`)
    this.name = 'DomainError'
    this.code = code
    this.key = key
    this.params = more.params ?? {}
    this.issues = more.issues ?? []
    this.retryAfterSeconds = more.retryAfterSeconds
  }

  get status(): number {
    return statuses[this.code]
  }
}

export const notSignedIn = () => new DomainError('not_signed_in', 'errors.not_signed_in')
export const notAllowed = (reason: string) => new DomainError('not_allowed', reason)
export const notFound = () => new DomainError('not_found', 'errors.not_found')
export const stale = (key = 'errors.stale', params: Record<string, string | number> = {}) =>
  new DomainError('stale', key, { params })
export const invalid = (issues: FieldIssue[], key = 'errors.invalid') => new DomainError('invalid', key, { issues })
export const limitReached = (retryAfterSeconds: number) =>
  new DomainError('limit_reached', 'errors.limit_reached', {
    params: { seconds: retryAfterSeconds },
    retryAfterSeconds,
  })
export const unavailable = (key = 'errors.unavailable') => new DomainError('unavailable', key)
