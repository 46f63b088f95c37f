import { randomBytes } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { bid, bidEnvelope, challenge, closingList, membership, organization, person } from '#db/schema'
import { seedPeople } from '#test/cast'
import { type TestKernel, testKernel } from '#test/integration/kernel'
import { submitBid } from '~/domain/bid/commands/submit.server'
import type { submitInput } from '~/domain/bid/schema'
import type { createDraftInput } from '~/domain/challenge/schema'
import { close } from '~/domain/challenge/commands/close.server'
import { createDraft } from '~/domain/challenge/commands/create-draft.server'
import { publish } from '~/domain/challenge/commands/publish.server'
import { submit } from '~/domain/challenge/commands/submit.server'
import type { DemoKey } from '~/domain/identity/demo-parts'
import { personActor } from '~/domain/identity/actor.server'
import { type PersonActor, clockActor } from '~/domain/kernel/actor'
import { businessNow } from '~/domain/kernel/clock'
import { DomainError } from '~/domain/kernel/errors'
import { openBidsOf } from '~/jobs/open-bids'
import { makeLog } from '~/services/logging/log.server'

export const castKernel = (): TestKernel =>
  testKernel(async ({ db, commands }) => {
    await seedPeople({ db, commands })
  })

type ChallengeInput = z.input<typeof createDraftInput>
export type BidInput = z.input<typeof submitInput>['content']

/** A published challenge with two targets (one a range) and the criteria 60, 40; its deadline is `bid_deadline` or a month away. */
export async function openChallenge(kernel: TestKernel, about: Partial<ChallengeInput> = {}) {
  const poser = await kernel.as('poser')
  const { id } = await kernel.commands.run(
    createDraft,
    {
      title: '半固态软包电芯鼓包，求全固态方案',
      requirement: '现用半固态软包电芯在 45 ℃ 存放两个月后明显鼓包，希望换成真正的全固态体系。',
      field: 'new_energy',
      budget_min_fen: '500000000',
      budget_max_fen: '900000000',
      targets: [
        { name: '能量密度', comparator: '>=', value: 400, unit: 'Wh/kg' },
        { name: '工作温度', comparator: 'between', value: -20, value_to: 60, unit: '℃' },
      ],
      criteria: [
        { name: '技术方案', weight: 60 },
        { name: '团队与条件', weight: 40 },
      ],
      ...about,
    },
    { actor: poser },
  )
  await kernel.commands.run(submit, { id }, { actor: poser })
  const { number } = await kernel.commands.run(publish, { id }, { actor: await kernel.as('reviewer') })
  return { id, number: number!, deadline: (await challengeRow(kernel, id)).bidDeadline! }
}

/** A complete bid's content; a test names only what it is about. */
export const content = (about: Partial<BidInput> = {}): BidInput => ({
  plan: '采用硫化物电解质与干法电极，分三步完成小试、中试与验证。',
  team: '负责人一名，工程师六名，有中试线一条。',
  price_fen: '860000000',
  delivery_date: '2027-11-30',
  commitments: [
    { position: 0, value: 415 },
    { position: 1, value: -30, value_to: 65, note: '按国标测试' },
  ],
  ...about,
})

export async function submitAs(
  kernel: TestKernel,
  key: DemoKey | PersonActor,
  challengeId: string,
  about: Partial<BidInput> = {},
) {
  const actor = typeof key === 'string' ? await kernel.as(key) : key
  return kernel.commands.run(submitBid, { challenge_id: challengeId, content: content(about) }, { actor })
}

export async function challengeRow(kernel: TestKernel, id: string) {
  const [row] = await kernel.db.select().from(challenge).where(eq(challenge.id, id))
  return row!
}

/** The bid of somebody's organisation, with its live envelope. */
export async function bidOf(kernel: TestKernel, key: DemoKey, challengeId: string) {
  const { organization: own } = await kernel.as(key)
  const [row] = await kernel.db
    .select()
    .from(bid)
    .where(and(eq(bid.challengeId, challengeId), eq(bid.organizationId, own!.id)))
  return row!
}

export const envelopesOf = (kernel: TestKernel, bidId: string) =>
  kernel.db.select().from(bidEnvelope).where(eq(bidEnvelope.bidId, bidId)).orderBy(bidEnvelope.version)

export async function closingListOf(kernel: TestKernel, challengeId: string) {
  const [row] = await kernel.db.select().from(closingList).where(eq(closingList.challengeId, challengeId))
  return row
}

/** Moves the clock to the deadline and lets it close the challenge. */
export async function closeAtDeadline(kernel: TestKernel, id: string) {
  const { bidDeadline } = await challengeRow(kernel, id)
  await kernel.setClock(new Date(Math.max(bidDeadline!.getTime(), (await businessNow(kernel.db)).getTime())))
  await kernel.commands.run(close, { id }, { actor: clockActor })
}

/** The worker's part, with a key file of its own. */
export function opener(kernel: TestKernel) {
  const sealKeyFile = join(mkdtempSync(join(tmpdir(), 'keyholder-')), 'keyholder.key')
  writeFileSync(sealKeyFile, `# for this test\n${kernel.keyholder}\n`, { mode: 0o600 })
  return { db: kernel.db, commands: kernel.commands, sealKeyFile, log: makeLog('worker') }
}

export async function closeAndOpen(kernel: TestKernel, id: string) {
  await closeAtDeadline(kernel, id)
  await openBidsOf(opener(kernel), { challenge_id: id })
}

/** So many verified organisations with one owner each, for races. */
export async function manySolvers(kernel: TestKernel, count: number): Promise<PersonActor[]> {
  const actors: PersonActor[] = []
  for (let at = 0; at < count; at += 1) {
    const tag = randomBytes(5).toString('hex')
    const [who] = await kernel.db
      .insert(person)
      .values({ email: `${tag}@example.org`, name: `解题人 ${at}`, passwordHash: 'x' })
      .returning({ id: person.id })
    const [own] = await kernel.db
      .insert(organization)
      .values({
        name: `解题机构 ${tag}`,
        kind: 'platform',
        code: `T${tag}`,
        region: '330108',
        partyType: 'institution_research',
        state: 'verified',
      })
      .returning({ id: organization.id })
    await kernel.db.insert(membership).values({ personId: who!.id, organizationId: own!.id, role: 'owner' })
    actors.push((await personActor(kernel.db, who!.id, own!.id))!)
  }
  return actors
}

/** What a command was refused with; fails when it went through. */
export async function refusal(
  work: Promise<unknown>,
): Promise<{ code: string; key: string; paths: string[]; params: DomainError['params'] }> {
  try {
    await work
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return {
      code: error.code,
      key: error.key,
      paths: error.issues.map((issue) => issue.path.join('.')),
      params: error.params,
    }
  }
  throw new Error('it was not refused')
}
