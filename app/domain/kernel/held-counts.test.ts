import { expect, test } from 'vitest'
import { heldCounts } from './held-counts'

const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

test('what is quickly counted is counted anew each time', async () => {
  const owner = {}
  let counted = 0
  const count = async () => ({ seen: 4_999, total: ++counted })
  expect((await heldCounts(owner, 'a', count)).total).toBe(1)
  expect((await heldCounts(owner, 'a', count)).total).toBe(2)
})

test('long counts are held for ten seconds, and answered once more while they are counted again', async () => {
  const owner = {}
  let counted = 0
  let at = 0
  const read = async (key = 'a') =>
    (
      await heldCounts(
        owner,
        key,
        async () => ({ seen: 5_000, total: ++counted }),
        () => at,
      )
    ).total
  expect([await read(), await read()]).toEqual([1, 1])
  expect(await read('b'), 'another question').toBe(2)
  at = 10_000
  expect(await Promise.all([read(), read()])).toEqual([1, 1])
  await settled()
  expect(await read()).toBe(3)
  expect(counted).toBe(3)
})

test('a count that fails is not held, and does not lose what was held', async () => {
  const owner = {}
  let at = 0
  const good = async () => ({ seen: 5_000, total: 7 })
  const bad = async (): Promise<{ seen: number; total: number }> => Promise.reject(new Error('down'))
  await expect(heldCounts(owner, 'a', bad, () => at)).rejects.toThrow('down')
  await heldCounts(owner, 'a', good, () => at)
  at = 10_000
  expect((await heldCounts(owner, 'a', bad, () => at)).total).toBe(7)
  await settled()
  expect((await heldCounts(owner, 'a', good, () => at)).total).toBe(7)
})
