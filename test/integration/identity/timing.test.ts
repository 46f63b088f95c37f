import { beforeAll, describe, expect, it } from 'vitest'
import { testKernel } from '#test/integration/kernel'
import { signIn } from '~/domain/identity/commands/sign-in.server'
import { signUp } from '~/domain/identity/commands/sign-up.server'
import { visitor } from '~/domain/kernel/actor'

const kernel = testKernel()
const password = 'river lights at midnight'
const rounds = Number(process.env.TIMING_ROUNDS ?? 30)

/** The chance that a timing of the one kind is longer than one of the other (Mann-Whitney): 0.5 where they cannot be told apart. */
function separation(first: number[], second: number[]): number {
  let wins = 0
  for (const one of first) for (const other of second) wins += one > other ? 1 : one === other ? 0.5 : 0
  const area = wins / (first.length * second.length)
  return Math.max(area, 1 - area)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work().catch(() => {})
  return performance.now() - start
}

async function compare(known: (n: number) => Promise<unknown>, unknown: (n: number) => Promise<unknown>) {
  const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] }
  for (let n = 0; n < rounds; n += 1) {
    // Taking turns in both orders: what the machine does meanwhile meets both alike.
    if (n % 2) times.known.push(await timed(() => known(n)))
    times.unknown.push(await timed(() => unknown(n)))
    if (n % 2 === 0) times.known.push(await timed(() => known(n)))
  }
  return separation(times.known, times.unknown)
}

// Few rounds on a shared machine scatter: the bar of 0.55 is for the full number of rounds (TIMING_ROUNDS=500).
const bar = rounds >= 500 ? 0.55 : 0.8

describe('how long an answer takes', () => {
  beforeAll(async () => {
    for (let n = 0; n < 3; n += 1) {
      await kernel.commands.run(signUp, { name: '旧人', email: 'known@site.example', password }, { actor: visitor })
    }
  })

  it('does not tell whether an account exists, signing in', async () => {
    const attempt = (email: string) =>
      kernel.commands.run(signIn, { email, password: 'not the right one' }, { actor: visitor })
    const area = await compare(
      () => attempt('known@site.example'),
      () => attempt('unknown@site.example'),
    )
    expect(area).toBeLessThanOrEqual(bar)
  }, 120_000)

  it('does not tell whether an account exists, signing up', async () => {
    const ask = (email: string) => kernel.commands.run(signUp, { name: '新人', email, password }, { actor: visitor })
    const area = await compare(
      () => ask('known@site.example'),
      (n) => ask(`new${n}@site.example`),
    )
    expect(area).toBeLessThanOrEqual(bar)
  }, 120_000)
})
