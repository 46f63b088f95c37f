import { fork } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import type { TestProject } from 'vitest/node'
import { stopPostgresIn } from '#db/embedded'
import { stopMeilisearchIn } from '#search/local-server'
import { type FoundChromium, findChromium } from '../browser/find-chromium'
import { runFolder } from './run-folder'

declare module 'vitest' {
  export interface ProvidedContext {
    chromium: FoundChromium | null
    /** Empty where there is no browser to look at it with. */
    productUrl: string
  }
}

/** Milliseconds. A build, the first start of a database and the demo data come before the first page. */
const STARTED_WITHIN = 300_000

/**
 * One product for the browser tests of a run: `npm start` with a data folder of its own and demo data. With `PRODUCT_URL` set they
 * look at the product that runs there instead, which must be a demo; nothing is started or stopped.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const found = findChromium()
  project.provide('chromium', found)
  if (!found) {
    console.warn('\nNo Chromium here: every browser test is SKIPPED. Install chromium, or name one with CHROME_PATH.\n')
    project.provide('productUrl', '')
    return async () => {}
  }
  const running = process.env.PRODUCT_URL
  if (running) {
    project.provide('productUrl', running.replace(/\/$/, ''))
    return async () => {}
  }
  const dataDir = await runFolder('browser', async (folder) => {
    await stopMeilisearchIn(folder)
    await stopPostgresIn(folder)
  })
  const product = startProduct(dataDir)
  const stop = async () => {
    await product.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    project.provide('productUrl', await product.ready)
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}

function startProduct(dataDir: string): { ready: Promise<string>; stop(): Promise<void> } {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'USER', 'LOGNAME', 'CI']
  const inherited = Object.entries(process.env).filter(([name]) => kept.includes(name))
  const child = fork('scripts/start.ts', [], {
    env: { ...Object.fromEntries(inherited), PORT: '0', DATA_DIR: dataDir } as unknown as NodeJS.ProcessEnv,
    execArgv: ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  child.stdout?.on('data', (chunk) => (said += chunk))
  child.stderr?.on('data', (chunk) => (said += chunk))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const ready = new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the product did not start in time:\n${said}`)), STARTED_WITHIN)
    child.on('message', (message: { type?: string; url?: string }) => {
      if (message.type !== 'ready' || !message.url) return
      clearTimeout(late)
      resolve(message.url)
    })
    child.once('exit', () => {
      clearTimeout(late)
      reject(new Error(`the product did not start:\n${said}`))
    })
  })
  return {
    ready,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
