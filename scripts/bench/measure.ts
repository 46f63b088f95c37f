export interface Figure {
  bench: string
  /** What it was measured over. */
  size: number
  p50_ms: number
  p95_ms: number
  runs: number
}

/** Runs `once` for every input, after a few that do not count. */
export async function measure<T>(
  bench: string,
  size: number,
  inputs: readonly T[],
  once: (input: T) => Promise<unknown>,
): Promise<Figure> {
  for (const input of inputs.slice(0, 3)) await once(input)
  const times: number[] = []
  for (const input of inputs) {
    const start = performance.now()
    await once(input)
    times.push(performance.now() - start)
  }
  times.sort((x, y) => x - y)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0
  return { bench, size, p50_ms: at(0.5), p95_ms: at(0.95), runs: times.length }
}

/** One line: the figure, and how many times its baseline's time it takes. */
export function printAgainst(figure: Figure, baseline: Figure): void {
  const round = (value: number) => Math.round(value * 100) / 100
  const line = {
    ...figure,
    ...{ p50_ms: round(figure.p50_ms), p95_ms: round(figure.p95_ms) },
    ...{ baseline: baseline.bench, ratio_p50: round(figure.p50_ms / baseline.p50_ms) },
    ratio_p95: round(figure.p95_ms / baseline.p95_ms),
  }
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
