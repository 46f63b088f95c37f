import { desc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { apiToken, organization, person } from '#db/schema'
import type { T } from '~/i18n/translate'
import type { PersonActor } from '../kernel/actor'
import { organizationsOf } from './actor.server'
import { type DemoKey, type DemoPart, demoParts, isDemoKey } from './demo-parts'

/** A demo person as the bar and the sign-in page offer them. */
export interface DemoPersonView {
  key: DemoKey
  name: string
  /** Part and organisation in a few words, in the reader's language. */
  role: string
}

/** The demo people who are there, in the order of their parts. */
export async function demoPeople(db: Queryable, t: T): Promise<DemoPersonView[]> {
  const rows = await db
    .select({ key: person.demoKey, name: person.name })
    .from(person)
    .where(isNotNull(person.demoKey))
    .limit(100)
  const names = new Map(rows.map((row) => [row.key, row.name]))
  return Object.values(demoParts)
    .flat()
    .flatMap((key) => {
      const name = names.get(key)
      return name === undefined ? [] : [{ key, name, role: t(`demo.person.${key}.role`) }]
    })
}

/** The same by part, each with a line that says what they can do. */
export async function demoPeopleByPart(
  db: Queryable,
  t: T,
): Promise<{ part: DemoPart; people: (DemoPersonView & { can: string })[] }[]> {
  const people = new Map((await demoPeople(db, t)).map((each) => [each.key, each]))
  return (Object.entries(demoParts) as [DemoPart, readonly DemoKey[]][])
    .map(([part, keys]) => ({
      part,
      people: keys.flatMap((key) => {
        const found = people.get(key)
        return found ? [{ ...found, can: t(`demo.person.${key}.can`) }] : []
      }),
    }))
    .filter((group) => group.people.length > 0)
}

/** Whose demo key this is; null when nobody's. */
export async function demoPersonId(db: Queryable, key: string): Promise<string | null> {
  if (!isDemoKey(key)) return null
  const [found] = await db.select({ id: person.id }).from(person).where(eq(person.demoKey, key))
  return found?.id ?? null
}

/** Names of people by id. */
export async function namesOf(db: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(inArray(person.id, [...new Set(ids)]))
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** The address with which a person signs in. For the person alone. */
export async function emailOf(db: Queryable, personId: string): Promise<string | null> {
  const [found] = await db.select({ email: person.email }).from(person).where(eq(person.id, personId))
  return found?.email ?? null
}

/** What the frame of every page shows of the person. */
export async function shellPerson(
  db: Queryable,
  actor: PersonActor,
  counts: { todoCount: number; unreadCount: number } = { todoCount: 0, unreadCount: 0 },
) {
  const organizations = await organizationsOf(db, actor.personId)
  return {
    name: actor.name,
    organizations: organizations.map(({ id, name }) => ({ id, name, current: id === actor.organization?.id })),
    staffRoles: [...actor.staff],
    ...counts,
  }
}

/** Where a person starts: staff at their desk, everybody else at the workspace. Judges work in the workspace. */
export const homeOf = (actor: PersonActor): string =>
  !actor.organization && [...actor.staff].some((role) => role !== 'judge') ? '/admin' : '/workspace'

export interface TokenView {
  id: string
  name: string
  /** The organisation it acts for; null for a token of the person alone. */
  organization: string | null
  scopes: string[]
  createdAt: string
  expiresAt: string
  lastUsedAt: string | null
  state: 'valid' | 'revoked' | 'expired'
}

/** A person's API tokens, newest first; `at` is system time. The tokens themselves are nowhere. */
export async function tokensOf(db: Queryable, personId: string, at: Date): Promise<TokenView[]> {
  const rows = await db
    .select({
      id: apiToken.id,
      name: apiToken.name,
      organization: organization.name,
      scopes: apiToken.scopes,
      createdAt: apiToken.createdAt,
      expiresAt: apiToken.expiresAt,
      lastUsedAt: apiToken.lastUsedAt,
      revokedAt: apiToken.revokedAt,
    })
    .from(apiToken)
    .leftJoin(organization, eq(organization.id, apiToken.organizationId))
    .where(eq(apiToken.personId, personId))
    .orderBy(desc(apiToken.createdAt), apiToken.id)
    .limit(200)
  return rows.map(({ revokedAt, ...row }) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    state: revokedAt ? 'revoked' : row.expiresAt <= at ? 'expired' : 'valid',
  }))
}
