import { expect, test } from 'vitest'
import { kept } from './kept'

/** A reading that is answered by hand. */
function readings() {
  const open: { answer: (value: string) => void; fail: (error: Error) => void }[] = []
  const read = () => new Promise<string>((resolve, reject) => open.push({ answer: resolve, fail: reject }))
  return { open, read }
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

test('the first calls wait for one reading, and later ones for none', async () => {
  const { open, read } = readings()
  let at = 0
  const get = kept(read, 100, () => at)
  const first = [get(), get()]
  open[0]!.answer('old')
  expect(await Promise.all(first)).toEqual(['old', 'old'])
  at = 99
  expect(await get()).toBe('old')
  expect(open).toHaveLength(1)
})

test('what is too old is read again, once, and answered meanwhile where that takes long', async () => {
  const { open, read } = readings()
  let at = 0
  const get = kept(read, 100, () => at)
  const first = get()
  open[0]!.answer('old')
  await first
  at = 100
  expect(await Promise.all([get(), get()])).toEqual(['old', 'old'])
  expect(open).toHaveLength(2)
  open[1]!.answer('new')
  await settled()
  expect(await get()).toBe('new')
})

test('a reading that fails keeps what was read, and is tried again', async () => {
  const { open, read } = readings()
  let at = 0
  const get = kept(read, 100, () => at)
  const first = get()
  open[0]!.fail(new Error('down'))
  await expect(first).rejects.toThrow('down')
  const second = get()
  open[1]!.answer('old')
  await second
  at = 100
  const third = get()
  open[2]!.fail(new Error('down'))
  expect(await third).toBe('old')
  const fourth = get()
  open[3]!.answer('new')
  expect(await fourth).toBe('new')
})
