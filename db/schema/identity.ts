import { sql } from 'drizzle-orm'
import { index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { memberRoles, levels, organizationKinds, platformTypes, staffRoles } from './codes'
import { createdAt, id, moment, oneOf } from './columns'

export const person = pgTable(
  'person',
  {
    id: id(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    passwordHash: text('password_hash').notNull(),
    locale: text('locale', { enum: ['zh-CN', 'en'] })
      .notNull()
      .default('zh-CN'),
    /** Name of a demo person, offered with one click in demo mode. */
    demoKey: text('demo_key').unique(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('person_email').on(sql`lower(${t.email})`)],
)

/** `id` is the SHA-256 of the token that the cookie carries; the token itself is nowhere here. */
export const session = pgTable(
  'session',
  {
    id: text('id').primaryKey(),
    userId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    expiresAt: moment('expires_at').notNull(),
    organizationId: uuid('organization_id'),
    createdAt: createdAt(),
    lastUsedAt: moment('last_used_at')
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [index('session_person').on(t.userId)],
)

export const staffRole = pgTable(
  'staff_role',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    role: text('role', { enum: staffRoles }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.role] }), oneOf('staff_role_known', t.role, staffRoles)],
)

export const apiToken = pgTable(
  'api_token',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    organizationId: uuid('organization_id').references(() => organization.id),
    name: text('name').notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    scopes: text('scopes').array().notNull(),
    expiresAt: moment('expires_at').notNull(),
    lastUsedAt: moment('last_used_at'),
    revokedAt: moment('revoked_at'),
    createdAt: createdAt(),
  },
  (t) => [index('api_token_person').on(t.personId)],
)

export const organizationStates = ['draft', 'submitted', 'returned', 'verified', 'suspended'] as const
export type OrganizationState = (typeof organizationStates)[number]

export const organization = pgTable(
  'organization',
  {
    id: id(),
    state: text('state', { enum: organizationStates }).notNull().default('draft'),
    name: text('name').notNull(),
    kind: text('kind', { enum: organizationKinds }).notNull(),
    platformType: text('platform_type', { enum: platformTypes }),
    level: text('level', { enum: levels }),
    /** Unified social credit code, GB 32100. */
    code: text('code').notNull(),
    /** GB/T 2260. */
    region: text('region').notNull(),
    partyType: text('party_type').notNull(),
    /** Who controls it, as a credit code or name: organisations with the same controller are related parties. */
    controller: text('controller'),
    introduction: text('introduction').notNull().default(''),
    contactName: text('contact_name').notNull().default(''),
    contactPhone: text('contact_phone').notNull().default(''),
    returnReason: text('return_reason'),
    verifiedAt: moment('verified_at'),
    submittedAt: moment('submitted_at'),
    nextEventAt: moment('next_event_at'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('organization_code').on(t.code),
    index('organization_state').on(t.state, t.id),
    oneOf('organization_kind_known', t.kind, organizationKinds),
    oneOf('organization_state_known', t.state, organizationStates),
  ],
)

export const membership = pgTable(
  'membership',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organization.id),
    role: text('role', { enum: memberRoles }).notNull(),
    position: integer('position').notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.organizationId] }),
    index('membership_organization').on(t.organizationId),
    oneOf('membership_role_known', t.role, memberRoles),
  ],
)
