import { cast } from '#test/cast'
import type { DemoKey } from '~/domain/identity/demo-parts'
import type { Who } from './web'

/** Everybody: the cast, and the one without a session. */
export const everybody: readonly Who[] = ['visitor', ...cast]

export const judges: readonly DemoKey[] = ['judge', 'judge_two', 'judge_three']
export const administrators: readonly DemoKey[] = [
  'system_administrator',
  'security_administrator',
  'audit_administrator',
]
/** People who act for no organisation. */
export const alone: readonly DemoKey[] = [...administrators, 'reviewer', 'registrar', 'analyst', ...judges, 'stranger']
/** Owners of an organisation that is no enterprise. */
export const notEnterprises: readonly DemoKey[] = [
  'solver',
  'partner',
  'broker',
  'pilot',
  'financier',
  'institute',
  'tester',
  'health',
  'investor',
]

/** What each of the cast gets: the outcomes with those who get them, and what everybody else gets. */
export type Expected<Outcome extends string | number> = readonly [
  everybodyElse: Outcome,
  some?: Readonly<Partial<Record<Outcome, readonly Who[]>>>,
]

/** The outcome for each; fails where a row names somebody twice. */
export function expectedFor<Outcome extends string | number>([rest, some]: Expected<Outcome>): Record<Who, string> {
  const outcomes = Object.fromEntries(everybody.map((who) => [who, String(rest)])) as Record<Who, string>
  const named = new Set<Who>()
  for (const [outcome, people] of Object.entries(some ?? {}) as [string, readonly Who[]][]) {
    for (const who of people) {
      if (named.has(who)) throw new Error(`${who} is named twice in one row`)
      named.add(who)
      outcomes[who] = outcome
    }
  }
  return outcomes
}

/** How what happened departs from what was expected: one line for each outcome, with those who got it. */
export function deviations(row: string, expected: Record<Who, string>, found: Partial<Record<Who, string>>): string[] {
  const grouped = new Map<string, Who[]>()
  for (const who of everybody) {
    const got = found[who]
    if (got === undefined || got === expected[who]) continue
    const line = `${row}: ${got} instead of ${expected[who]}`
    grouped.set(line, [...(grouped.get(line) ?? []), who])
  }
  return [...grouped].map(([line, people]) => `${line} for ${people.join(', ')}`)
}
