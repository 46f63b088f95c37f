import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

interface Counts {
  passed: number
  failed: number
  skipped: number
}

/** The part of Vitest's JSON report that is read here. */
interface Report {
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { status: string; fullName: string }[]
  }[]
}

const bin = (path: string) => fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url))

/** What needs no test runner; each counts as one check. */
const CHECKS = [
  { name: 'types (tsc)', command: [bin('typescript/bin/tsc'), '--noEmit'] },
  { name: 'rules (eslint)', command: [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'] },
  { name: 'format (prettier)', command: [bin('prettier/bin/prettier.cjs'), '--check', '.', '--log-level', 'warn'] },
]

function run(command: string[], output: 'keep' | 'show'): Promise<{ code: number; text: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, {
      stdio: ['ignore', ...(output === 'show' ? (['inherit', 'inherit'] as const) : (['pipe', 'pipe'] as const))],
    })
    let text = ''
    child.stdout?.on('data', (chunk) => (text += chunk))
    child.stderr?.on('data', (chunk) => (text += chunk))
    child.once('error', (error) => resolve({ code: 1, text: String(error) }))
    child.once('close', (code) => resolve({ code: code ?? 1, text }))
  })
}

async function runChecks(counts: Counts): Promise<void> {
  const results = CHECKS.map(async ({ name, command }) => ({ name, ...(await run(command, 'keep')) }))
  for (const result of results) {
    const { name, code, text } = await result
    if (code !== 0 && text.trim()) console.log(text.trim())
    console.log(`${code === 0 ? '✓' : '✗'} ${name}`)
    counts[code === 0 ? 'passed' : 'failed'] += 1
  }
}

/** Runs every project. A file that does not even load, or a run that breaks off, counts as one failure. */
async function runTests(counts: Counts): Promise<void> {
  mkdirSync('.test-data', { recursive: true })
  const file = `.test-data/report-${process.pid}.json`
  const vitest = [bin('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { code } = await run(vitest, 'show')
  let report: Report = { testResults: [] }
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    console.log('✗ the test runner left no report')
  }
  rmSync(file, { force: true })
  const before = counts.failed
  const skipped: string[] = []
  for (const { status, assertionResults } of report.testResults) {
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) counts.failed += 1
    for (const test of assertionResults) {
      if (test.status === 'passed') counts.passed += 1
      else if (test.status === 'failed') counts.failed += 1
      else skipped.push(test.fullName)
    }
  }
  counts.skipped += skipped.length
  if (code !== 0 && counts.failed === before) counts.failed += 1
  for (const name of skipped) console.log(`- skipped: ${name}`)
}

const counts: Counts = { passed: 0, failed: 0, skipped: 0 }
await runChecks(counts)
await runTests(counts)
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exitCode = counts.failed === 0 ? 0 : 1
