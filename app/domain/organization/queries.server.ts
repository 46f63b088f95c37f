import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import {
  type Level,
  type MemberRole,
  type OrganizationKind,
  type OrganizationState,
  type PartyType,
  type PlatformType,
  membership,
  organization,
  person,
} from '#db/schema'
import type { Actor } from '../kernel/actor'
import type { Decision } from '../kernel/decision'
import { notFound } from '../kernel/errors'
import { availableEvents } from '../kernel/states'
import { mayEdit, mayOwn, mayRead, mayReview, roleIn } from './access'
import { readOrganization } from './lifecycle.server'
import { type Controlled, type OrganizationEvent, areRelated, editableStates, organizationLife } from './rules'

/** An organisation's public facts, as other areas show it or copy it into a contract. */
export interface OrganizationFactsView {
  id: string
  name: string
  kind: OrganizationKind
  platformType: PlatformType | null
  level: Level | null
  state: OrganizationState
  code: string
  /** GB/T 2260. */
  region: string
  partyType: PartyType
  controller: string | null
  introduction: string
}

const factColumns = {
  id: organization.id,
  name: organization.name,
  kind: organization.kind,
  platformType: organization.platformType,
  level: organization.level,
  state: organization.state,
  code: organization.code,
  region: organization.region,
  partyType: sql<PartyType>`${organization.partyType}`,
  controller: organization.controller,
  introduction: organization.introduction,
}

/** The facts of one organisation, for other areas that already decided that they may be shown; null when there is none. */
export async function organizationOf(db: Queryable, id: string): Promise<OrganizationFactsView | null> {
  const [row] = await db.select(factColumns).from(organization).where(eq(organization.id, id))
  return row ?? null
}

/** As {@link organizationOf}, by unified social credit code. */
export async function organizationByCode(db: Queryable, code: string): Promise<OrganizationFactsView | null> {
  const [row] = await db.select(factColumns).from(organization).where(eq(organization.code, code))
  return row ?? null
}

/** Names of organisations by id. */
export async function organizationNames(db: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: organization.id, name: organization.name })
    .from(organization)
    .where(inArray(organization.id, [...new Set(ids)]))
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Of the given organisations, those that are related parties of `to`. Names of other organisations are not revealed by it. */
export async function relatedAmong(db: Queryable, to: Controlled, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db
    .select({ id: organization.id, code: organization.code, controller: organization.controller })
    .from(organization)
    .where(inArray(organization.id, [...new Set(ids)]))
  return rows.filter((row) => areRelated(to, row)).map((row) => row.id)
}

/** One line of a person's own organisations. */
export interface OwnOrganization {
  id: string
  name: string
  kind: OrganizationKind
  state: OrganizationState
  role: MemberRole
  code: string
  returnReason: string | null
}

/** The organisations that a person belongs to, in the order of joining. */
export async function ownOrganizations(db: Queryable, personId: string): Promise<OwnOrganization[]> {
  return db
    .select({
      id: organization.id,
      name: organization.name,
      kind: organization.kind,
      state: organization.state,
      role: membership.role,
      code: organization.code,
      returnReason: organization.returnReason,
    })
    .from(membership)
    .innerJoin(organization, eq(organization.id, membership.organizationId))
    .where(eq(membership.personId, personId))
    .orderBy(asc(membership.createdAt), asc(organization.id))
    .limit(200)
}

export interface OrganizationPage extends OrganizationFactsView {
  contactName: string
  contactPhone: string
  returnReason: string | null
  submittedAt: string | null
  verifiedAt: string | null
  /** Whether its facts can be changed now, and by this reader. */
  editable: boolean
  /** Addresses are shown to owners alone. */
  members: { name: string; role: MemberRole; email: string | null }[]
  mayAddMember: boolean
  actions: { event: OrganizationEvent; decision: Decision }[]
}

/** An organisation as one of its members, or a reviewer, sees it. @throws not_found for everybody else. */
export async function organizationPage(db: Queryable, actor: Actor, id: string, now: Date): Promise<OrganizationPage> {
  const row = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? await readOrganization(db, id) : null
  if (!row || !mayRead(actor, row).yes) throw notFound()
  const owns = mayOwn(actor, row).yes
  const members = await db
    .select({ name: person.name, role: membership.role, email: person.email })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(eq(membership.organizationId, id))
    .orderBy(asc(membership.createdAt), asc(person.id))
    .limit(500)
  const facts = (await organizationOf(db, id))!
  return {
    ...facts,
    contactName: row.contactName,
    contactPhone: row.contactPhone,
    returnReason: row.returnReason,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    verifiedAt: row.verifiedAt?.toISOString() ?? null,
    editable: (editableStates as readonly string[]).includes(row.state) && mayEdit(actor, row).yes,
    members: members.map((member) => ({ ...member, email: owns ? member.email : null })),
    mayAddMember: owns && row.state !== 'suspended',
    actions: availableEvents(organizationLife, row, now).flatMap(({ event, by, decision }) => {
      const member = roleIn(actor, row) !== null
      if (by === 'owner' ? !member : member) return []
      const allowed = by === 'owner' ? mayOwn(actor, row) : mayReview(actor, row)
      return [{ event, decision: allowed.yes ? decision : allowed }]
    }),
  }
}

export interface QueuedOrganization {
  id: string
  name: string
  kind: OrganizationKind
  code: string
  region: string
  submittedAt: string
  /** The reader belongs to it and cannot decide. */
  own: boolean
}

/** Organisations that wait for a reviewer, the longest waiting first. For reviewers only: the page asks that. */
export async function organizationQueue(db: Queryable, actor: Actor): Promise<QueuedOrganization[]> {
  const personId = actor.kind === 'person' ? actor.personId : null
  const rows = await db
    .select({
      id: organization.id,
      name: organization.name,
      kind: organization.kind,
      code: organization.code,
      region: organization.region,
      submittedAt: organization.submittedAt,
      own: sql<boolean>`exists (select from ${membership} where ${membership.organizationId} = ${organization.id} and ${membership.personId} = ${personId})`,
    })
    .from(organization)
    .where(eq(organization.state, 'submitted'))
    .orderBy(asc(organization.submittedAt), asc(organization.id))
    .limit(200)
  return rows.map((row) => ({ ...row, submittedAt: (row.submittedAt ?? new Date(0)).toISOString() }))
}

export interface DecidedOrganization {
  id: string
  name: string
  state: OrganizationState
  verifiedAt: string | null
}

/** The latest verified organisations, for the foot of the reviewer's page. */
export async function latestVerified(db: Queryable): Promise<DecidedOrganization[]> {
  const rows = await db
    .select({
      id: organization.id,
      name: organization.name,
      state: organization.state,
      verifiedAt: organization.verifiedAt,
    })
    .from(organization)
    .where(and(eq(organization.state, 'verified')))
    .orderBy(desc(organization.verifiedAt), asc(organization.id))
    .limit(20)
  return rows.map((row) => ({ ...row, verifiedAt: row.verifiedAt?.toISOString() ?? null }))
}
