import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
const targets = `${data}targets/`

it.skipIf(!existsSync(targets))(
  'the right listing stands first among a thousand others',
  { timeout: 240_000 },
  async () => {
    const files = ['--docs', `${targets}listings.jsonl`, '--docs', `${data}csl/listings.jsonl`]
    const judged = ['--queries', `${targets}challenges.jsonl`, '--qrels', `${targets}qrels.tsv`]
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', 'scripts/match-eval.ts', ...files, ...judged, '--verdicts', `${targets}satisfied.tsv`],
      { cwd: root },
    )
    const figures = JSON.parse(stdout) as Record<string, number>
    expect(figures['docs']).toBe(1191)
    expect(figures['ndcg@10']).toBeGreaterThan(0.96)
    expect(figures['recall@10']).toBeGreaterThanOrEqual(35 / 36 - 1e-3)
    expect(figures['best_first']).toBeGreaterThan(0.94)
    expect(figures['best_first_twin']).toBeGreaterThan(0.94)
    expect(figures['verdict_met_precision']).toBeGreaterThan(0.95)
  },
)
