import { expect, it, vi } from 'vitest'
import { z } from 'zod'
import * as errors from './errors'
import { sealed } from './sealed'

/** The web process runs the built pages, and beside them the command runner from the sources: two copies of these modules. */
async function anotherCopy() {
  vi.resetModules()
  const copy = { ...(await import('./errors')), ...(await import('./sealed')) }
  expect(copy.DomainError).not.toBe(errors.DomainError)
  return copy
}

it('a domain error of one copy is one for the other', async () => {
  const other = await anotherCopy()
  expect(other.notFound()).toBeInstanceOf(errors.DomainError)
  expect(errors.invalid([])).toBeInstanceOf(other.DomainError)
  expect(new Error('a bug')).not.toBeInstanceOf(errors.DomainError)
  for (const value of [null, undefined, 'text', {}]) expect(value instanceof errors.DomainError).toBe(false)
})

it('a field that one copy marked as sealed is sealed for the other', async () => {
  const other = await anotherCopy()
  const input = z.object({ email: z.string(), password: sealed(z.string().min(1)) })
  expect(other.withoutSealed(input, { email: 'a@b.example', password: 'a secret' })).toEqual({
    email: 'a@b.example',
    password: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
  })
})
