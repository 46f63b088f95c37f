import { desc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { event, setting, synonymGroup } from '#db/schema'
import { migrate } from '#db/migrate'
import { firstSynonyms } from '#db/synonyms'
import { EmbeddedEngine } from '#search/embedded'
import { castKernel } from '#test/integration/challenge/given'
import { createAchievement } from '~/domain/achievement/commands/create.server'
import { publishAchievement } from '~/domain/achievement/commands/publish.server'
import { databaseDocumentStore, writeDocument } from '~/domain/matching/document-store.server'
import { putSynonyms } from '~/domain/matching/commands/put-synonyms.server'
import { removeSynonyms } from '~/domain/matching/commands/remove-synonyms.server'
import { matchProblem } from '~/domain/matching/match.server'
import { searchDocumentOf } from '~/domain/matching/sources.server'
import { keptNames } from '~/domain/matching/names.server'
import { keptSynonyms, synonymGroups } from '~/domain/matching/synonyms.server'
import { readClock } from '~/domain/kernel/clock'

const kernel = castKernel()
const analyst = async () => ({ actor: await kernel.as('analyst') })
const lastEvent = async (id: string) =>
  (await kernel.db.select().from(event).where(eq(event.subjectId, id)).orderBy(desc(event.id)).limit(1))[0]

describe('groups of words that say the same', () => {
  it('a new database begins with the first ones, once', async () => {
    const begun = await synonymGroups(kernel.db)
    expect(begun).toHaveLength(firstSynonyms.length)
    const gone = begun[0]!
    await kernel.commands.run(removeSynonyms, { id: gone.id }, await analyst())
    await migrate(kernel.ownerUrl)
    expect(await synonymGroups(kernel.db)).toEqual(begun.slice(1))
    expect(await kernel.db.select().from(setting).where(eq(setting.key, 'matching.synonyms_begun'))).toHaveLength(1)
  })

  it('are put, changed and removed, each with its event', async () => {
    const { id } = await kernel.commands.run(
      putSynonyms,
      { words: ['起砂', ' 起砂 ', '表面疏松'], note: '混凝土' },
      await analyst(),
    )
    expect(await lastEvent(id)).toMatchObject({
      type: 'matching.synonyms_put',
      subjectType: 'synonym_group',
      after: { words: ['起砂', '表面疏松'], note: '混凝土', active: true },
    })
    await kernel.commands.run(putSynonyms, { id, words: ['起砂', '起灰'], active: false }, await analyst())
    expect(await kernel.db.select().from(synonymGroup).where(eq(synonymGroup.id, id))).toMatchObject([
      { words: ['起砂', '起灰'], note: '', active: false },
    ])
    expect((await lastEvent(id))?.before).toEqual({ words: ['起砂', '表面疏松'], note: '混凝土', active: true })
    await kernel.commands.run(removeSynonyms, { id }, await analyst())
    expect(await lastEvent(id)).toMatchObject({
      type: 'matching.synonyms_removed',
      before: { words: ['起砂', '起灰'] },
    })
    await expect(kernel.commands.run(removeSynonyms, { id }, await analyst())).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(
      kernel.commands.run(putSynonyms, { id, words: ['起砂', '起灰'] }, await analyst()),
    ).rejects.toMatchObject({ code: 'not_found' })
  })

  it('one word is no group', async () => {
    await expect(kernel.commands.run(putSynonyms, { words: ['起砂', '起砂'] }, await analyst())).rejects.toMatchObject({
      code: 'invalid',
    })
  })
})

it('what staff write is what matching finds by, until they switch it off', async () => {
  const solver = { actor: await kernel.as('solver') }
  const input = { title: '窑炉耐火内衬', abstract: '缓解内衬表面疏松，延长检修周期。' }
  const { id: listing } = await kernel.commands.run(createAchievement, input, solver)
  await kernel.commands.run(publishAchievement, { id: listing }, solver)
  const document = await searchDocumentOf(kernel.db, 'achievement', listing)
  await kernel.db.transaction((tx) => writeDocument(tx, document!.id, 'achievement', document))
  const store = databaseDocumentStore(kernel.db)
  const engine = new EmbeddedEngine({ store, followEvery: 0 })
  await engine.refresh()

  let at = 0
  const search = { engine, store, synonyms: keptSynonyms(kernel.db, () => at), names: keptNames(kernel.db) }
  const { business: now } = await readClock(kernel.db)
  const found = async () =>
    (await matchProblem(search, { text: '地坪用了一年就起砂' }, now)).matches.find(({ title }) => title === input.title)
  expect(await found()).toBeUndefined()

  const group = await kernel.commands.run(putSynonyms, { words: ['起砂', '表面疏松'] }, await analyst())
  expect(await found(), 'the table is kept for a while').toBeUndefined()
  at = 30_001
  expect((await found())?.words).toMatchObject([{ word: '表面疏松', via: ['起砂'] }])

  await kernel.commands.run(putSynonyms, { id: group.id, words: ['起砂', '表面疏松'], active: false }, await analyst())
  at = 60_003
  expect(await found()).toBeUndefined()
})
