import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { stateDiagrams } from './state-diagrams'

it('docs/states.md shows the tables as they are: run `npx tsx scripts/states.ts` when this fails', () => {
  const kept = readFileSync(new URL('../docs/states.md', import.meta.url), 'utf8')
  expect(kept).toBe(stateDiagrams())
})

it('draws who moves a challenge and what must hold', () => {
  const drawn = stateDiagrams()
  expect(drawn).toContain('  submitted --> open: publish · reviewer [readyToPublish]')
  expect(drawn).toContain('  open --> closed: close · clock [deadlineReached]')
  expect(drawn).toContain('  [*] --> draft')
  expect(drawn).toContain('  awarded --> [*]')
})
