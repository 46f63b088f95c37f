import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { achievement, event, idempotency } from '#db/schema'
import { seedPeople } from '#test/cast'
import { testKernel } from '#test/integration/kernel'
import { createAchievement } from '~/domain/achievement/commands/create.server'
import { publishAchievement } from '~/domain/achievement/commands/publish.server'

const kernel = testKernel(async (made) => {
  await seedPeople(made)
})
const input = (title: string) => ({ title, abstract: '一种用于检验重试的成果，只写一次。' })
const named = (title: string) =>
  kernel.db.select({ id: achievement.id }).from(achievement).where(eq(achievement.title, title))

it('twenty retries at once with one key have one effect and one answer', async () => {
  const actor = await kernel.as('solver')
  const key = randomUUID()
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => kernel.commands.run(createAchievement, input('重试一'), { actor, key })),
  )
  expect(new Set(answers.map((answer) => answer.id)).size).toBe(1)
  expect(await named('重试一')).toHaveLength(1)
})

it('the same key with other content is refused and writes nothing', async () => {
  const actor = await kernel.as('solver')
  const key = randomUUID()
  await kernel.commands.run(createAchievement, input('重试二'), { actor, key })
  await expect(kernel.commands.run(createAchievement, input('重试二乙'), { actor, key })).rejects.toMatchObject({
    code: 'invalid',
    key: 'errors.key_reused',
  })
  expect(await named('重试二乙')).toHaveLength(0)
})

it('two people may send the same key without meeting, and neither key nor answer can be read from the table', async () => {
  const key = randomUUID()
  const [one, other] = await Promise.all(
    (['solver', 'rival'] as const).map(async (who) =>
      kernel.commands.run(createAchievement, input(`重试三${who}`), { actor: await kernel.as(who), key }),
    ),
  )
  expect(one!.id).not.toBe(other!.id)
  const rows = await kernel.db.select().from(idempotency)
  const kept = Buffer.concat(rows.flatMap((row) => [row.keyHash, row.inputDigest, row.answer!])).toString('latin1')
  expect(kept).not.toContain(key)
  expect(kept).not.toContain(one!.id)
})

it('a command that fails leaves neither event nor number', async () => {
  const actor = await kernel.as('solver')
  const { id } = await kernel.commands.run(createAchievement, input('编号一'), { actor })
  const first = await kernel.commands.run(publishAchievement, { id }, { actor })
  await expect(kernel.commands.run(publishAchievement, { id }, { actor })).rejects.toMatchObject({ code: 'stale' })
  const { id: next } = await kernel.commands.run(createAchievement, input('编号二'), { actor })
  const second = await kernel.commands.run(publishAchievement, { id: next }, { actor })
  expect(Number(second.number.slice(-6)) - Number(first.number.slice(-6))).toBe(1)
  const listed = await kernel.db.select({ id: event.id }).from(event).where(eq(event.subjectId, id))
  expect(listed).toHaveLength(2)
})

it('the role of the app cannot change or delete what is recorded', async () => {
  for (const attempt of [
    sql`update event set type = 'x'`,
    sql`delete from event`,
    sql`truncate event`,
    sql`delete from contract_entry`,
    sql`update closing_list set digest = ''`,
  ]) {
    await expect(kernel.db.execute(attempt)).rejects.toMatchObject({ cause: { code: '42501' } })
  }
})
