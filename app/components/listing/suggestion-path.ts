import type { Suggestion } from '~/domain/matching/suggestions.server'

/** Where a suggestion leads: a thing to its page, a name to what the list has under it. */
export function suggestionPath({ kind, to, value, label }: Suggestion, list: string): string {
  if (to) return to
  return `${list}?${new URLSearchParams(kind === 'field' ? { field: value } : { q: label })}`
}
