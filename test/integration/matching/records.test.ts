import { expect, it } from 'vitest'
import { castKernel, challengeRow } from '#test/integration/bid/world'
import { judged, judging } from '#test/integration/evaluation/world'
import { confirmAward } from '~/domain/award/commands/confirm-award.server'
import { intendAward } from '~/domain/award/commands/intend-award.server'
import { recordsFor } from '~/domain/matching/records.server'

const kernel = castKernel()

it('a record is a confirmed award in the same field, of somebody else', async () => {
  const poser = { actor: await kernel.as('poser') }
  const solver = (await kernel.as('solver')).organization!
  const won = await judging(kernel)
  const bids = await judged(kernel, won.id, 90, 70)
  await kernel.commands.run(intendAward, { id: won.id, bids: [bids.solver], reason: '' }, poser)
  const { number, title, tags, publicityEndsAt } = await challengeRow(kernel, won.id)
  const about = {
    id: '00000000-0000-4000-8000-000000000000',
    field: 'new_energy',
    tags: [...tags, '别的标签'],
    organizationId: poser.actor.organization!.id,
  }
  // Intended is not confirmed: it may still be objected to.
  expect(await recordsFor(kernel.db, about)).toEqual([])
  await kernel.setClock(publicityEndsAt!)
  await kernel.commands.run(confirmAward, { id: won.id }, poser)

  // The rival bid for it, too, and that stays between it and the poser.
  const record = { id: solver.id, name: solver.name, awards: 1, latest: { number, title }, shared_tags: tags }
  expect(await recordsFor(kernel.db, about)).toEqual([record])
  expect(await recordsFor(kernel.db, { ...about, field: 'biomedicine' })).toEqual([])
  expect(await recordsFor(kernel.db, { ...about, field: null })).toEqual([])
  expect(await recordsFor(kernel.db, { ...about, organizationId: solver.id })).toEqual([])
  expect(await recordsFor(kernel.db, { ...about, id: won.id })).toEqual([])

  await kernel.db.execute(
    `update organization set controller = '同一控制人' where id in ('${solver.id}', '${about.organizationId}')`,
  )
  expect(await recordsFor(kernel.db, about)).toEqual([])
})
