import type { DemoKey } from '~/domain/identity/demo-parts'
import { seedOrganizationsData, seedPeopleData } from '../scripts/seed/people-data'

export { type SeedContext, type SeededPeople, seedPeople } from '../scripts/seed/people'
export { demoPassword, seedCode, seedEmail } from '../scripts/seed/people-data'

/** The fixed people of every test, and of the demo: they are the same. */
export type CastKey = DemoKey

/** Everybody with a session, in the order in which they sign up; `visitor` (app/domain/kernel/actor) is the one without. */
export const cast: readonly CastKey[] = seedPeopleData.map((each) => each.key)

/** Name of the organisation that somebody owns or belongs to; null for those without one. */
export function organizationNameOf(key: CastKey): string | null {
  const person = seedPeopleData.find((each) => each.key === key)
  const owner = person?.member?.of ?? key
  return seedOrganizationsData.find((each) => each.owner === owner)?.name ?? null
}
