import { eq, sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import { mail, person, staffRole } from '#db/schema'
import type { CommandRunner } from '~/domain/command/run.server'
import { personActor } from '~/domain/identity/actor.server'
import { grantStaffRole } from '~/domain/identity/commands/grant-staff-role.server'
import { signUp } from '~/domain/identity/commands/sign-up.server'
import type { DemoKey } from '~/domain/identity/demo-parts'
import { type PersonActor, visitor } from '~/domain/kernel/actor'
import { addMember } from '~/domain/organization/commands/add-member.server'
import { createOrganization } from '~/domain/organization/commands/create.server'
import { submitOrganization } from '~/domain/organization/commands/submit.server'
import { verifyOrganization } from '~/domain/organization/commands/verify.server'
import { demoPassword, seedCode, seedEmail, seedOrganizationsData, seedPeopleData } from './people-data'

export interface SeedContext {
  db: Database
  commands: CommandRunner
}

/** What seeding made: ids of people by key, and of organisations by their owner's key. */
export interface SeededPeople {
  people: Record<DemoKey, string>
  organizations: Partial<Record<DemoKey, string>>
}

/**
 * Makes the demo people and their organisations by the commands that everybody uses. Two things no command does are written
 * directly: the demo keys, and the first system administrator, whom nobody could appoint. Into an empty database only.
 */
export async function seedPeople({ db, commands }: SeedContext): Promise<SeededPeople> {
  const ids = {} as Record<DemoKey, string>
  for (const each of seedPeopleData) {
    const email = seedEmail(each.key)
    await commands.run(signUp, { email, name: each.name, password: demoPassword }, { actor: visitor })
    const [made] = await db.select({ id: person.id }).from(person).where(eq(person.email, email))
    ids[each.key] = made!.id
    await db.update(person).set({ demoKey: each.key }).where(eq(person.id, made!.id))
    if (each.staff === 'system_administrator') {
      await db.insert(staffRole).values({ personId: made!.id, role: 'system_administrator' })
    } else if (each.staff) {
      const by = { actor: await actorOf(db, ids.system_administrator) }
      await commands.run(grantStaffRole, { person_id: made!.id, role: each.staff }, by)
    }
  }

  const reviewer = { actor: await actorOf(db, ids.reviewer) }
  const organizations: Partial<Record<DemoKey, string>> = {}
  for (const each of seedOrganizationsData) {
    const owner = { actor: await actorOf(db, ids[each.owner]) }
    const { id } = await commands.run(
      createOrganization,
      {
        name: each.name,
        kind: each.kind,
        platform_type: each.platformType,
        level: each.level,
        code: seedCode(each.owner),
        region: each.region,
        party_type: each.partyType,
        controller: each.controlledBy && seedCode(each.controlledBy),
        introduction: each.introduction,
        contact_name: owner.actor.name,
        contact_phone: '0571-8600 0108',
      },
      owner,
    )
    organizations[each.owner] = id
    await commands.run(submitOrganization, { id }, owner)
    if (each.until === 'verified') await commands.run(verifyOrganization, { id }, reviewer)
  }

  for (const { key, member } of seedPeopleData) {
    const id = member && organizations[member.of]
    if (!member || !id) continue
    const owner = { actor: await actorOf(db, ids[member.of]) }
    await commands.run(addMember, { id, email: seedEmail(key), role: member.role }, owner)
  }

  // Nobody reads letters of welcome to people who do not exist.
  await db.delete(mail).where(sql`${mail.recipient} like '%@demo.jiebang.example'`)
  return { people: ids, organizations }
}

async function actorOf(db: Database, id: string): Promise<PersonActor> {
  const actor = await personActor(db, id, null)
  if (!actor) throw new Error('a person who was just made is not there')
  return actor
}
