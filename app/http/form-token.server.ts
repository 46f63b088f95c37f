import { timingSafeEqual } from 'node:crypto'
import type { Keys } from '~/domain/command/keys.server'

/** Token in every form, bound to the session (or, before sign-in, to nothing but the site): a foreign page cannot know it. */
export const formToken = (keys: Keys, sessionToken: string | null): string =>
  keys.mac('form-token', sessionToken ?? 'visitor')

export function formTokenFits(keys: Keys, sessionToken: string | null, given: unknown): boolean {
  if (typeof given !== 'string') return false
  const expected = Buffer.from(formToken(keys, sessionToken))
  const actual = Buffer.from(given)
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}
