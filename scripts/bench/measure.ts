import { loadavg } from 'node:os'

export interface Figure {
  bench: string
  /** What it was measured over. */
  size: number
  p50_ms: number
  p95_ms: number
  /** Mean of this process's own work: others on the machine do not make it longer. */
  cpu_ms: number
  runs: number
}

/** Runs `once` for every input, after a few that do not count. */
export async function measure<T>(
  bench: string,
  size: number,
  inputs: readonly T[],
  once: (input: T) => Promise<unknown> | unknown,
): Promise<Figure> {
  for (const input of inputs.slice(0, 3)) await once(input)
  const times: number[] = []
  const before = process.cpuUsage()
  for (const input of inputs) {
    const start = performance.now()
    await once(input)
    times.push(performance.now() - start)
  }
  const cpu_ms = spent(before) / Math.max(1, times.length)
  times.sort((x, y) => x - y)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0
  return { bench, size, p50_ms: at(0.5), p95_ms: at(0.95), cpu_ms, runs: times.length }
}

/** What is done once: index a set, say. */
export async function timed(bench: string, size: number, work: () => Promise<unknown> | void): Promise<Figure> {
  const start = performance.now()
  const before = process.cpuUsage()
  await work()
  const ms = performance.now() - start
  return { bench, size, p50_ms: ms, p95_ms: ms, cpu_ms: spent(before), runs: 1 }
}

/**
 * One line: the figure, how many times its baseline's time it takes, whatever else belongs to it, and the machine's load
 * (others at work make every time longer).
 */
export function printAgainst(figure: Figure, baseline: Figure, more: Record<string, unknown> = {}): void {
  const line = {
    ...figure,
    ...{ baseline: baseline.bench, baseline_p50_ms: baseline.p50_ms, baseline_p95_ms: baseline.p95_ms },
    ratio_p50: figure.p50_ms / baseline.p50_ms,
    ratio_p95: figure.p95_ms / baseline.p95_ms,
    ...more,
    load: loadavg()[0],
  }
  process.stdout.write(`${JSON.stringify(line, (_, value: unknown) => (typeof value === 'number' ? rounded(value) : value))}\n`) // prettier-ignore
}

const rounded = (value: number) => Math.round(value * 10_000) / 10_000

/** Milliseconds of work since then. */
function spent(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
