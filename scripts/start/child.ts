import { type ChildProcess, fork } from 'node:child_process'
import { closeSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { StartRefusal } from './refusal'

/** Milliseconds. A child that ends sooner, or before it served, has crashed at once; so often in a row is too often. */
const INSTANT = 10_000
const INSTANT_CRASHES = 4
const READY_WITHIN = 180_000
const STOP_WITHIN = 10_000

const TYPESCRIPT = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

export interface ChildOptions {
  /** Short, for messages and the log's name. */
  name: string
  /** A TypeScript file. */
  script: string
  env: NodeJS.ProcessEnv
  /** Where its output goes; null: to the console. What it says on stderr always shows. */
  logFolder: string | null
  log: (line: string) => void
}

/** Runs a TypeScript file as a child that goes when this process goes. */
export function forkScript(options: ChildOptions): ChildProcess {
  const output = options.logFolder ? openLog(options.logFolder, options.name) : null
  const child = fork(options.script, [], {
    env: options.env,
    execArgv: ['--import', TYPESCRIPT, '--import', new URL('./tether.ts', import.meta.url).href],
    // Its own group: Ctrl-C reaches the supervisor alone, which stops the children in order.
    detached: true,
    stdio: ['ignore', output ?? 'inherit', 'pipe', 'ipc'],
  })
  if (output !== null) closeSync(output)
  return child
}

function openLog(folder: string, name: string): number {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${name}.log`)
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000) renameSync(path, `${path}.1`)
  return openSync(path, 'a', 0o600)
}

/** Keeps one process running: starts it again after a crash, with a growing pause, and gives up when it only crashes. */
export class SupervisedChild {
  #child: ChildProcess | null = null
  #stopping = false
  #instantCrashes = 0
  #lastWords = ''
  #restart: NodeJS.Timeout | undefined
  #sayReady!: () => void
  #sayFailed!: (reason: StartRefusal) => void
  readonly #ready = new Promise<void>((resolve) => (this.#sayReady = resolve))
  /** Rejects with a StartRefusal when the child is given up; never resolves. */
  readonly failed = new Promise<never>((_, reject) => (this.#sayFailed = reject))
  readonly #options: ChildOptions

  constructor(options: ChildOptions) {
    this.#options = options
    this.failed.catch(() => {})
  }

  /** Resolves when the child says that it serves. */
  async start(): Promise<void> {
    this.#run()
    const late = setTimeout(() => this.#giveUp(`no answer within ${READY_WITHIN / 1000} s`), READY_WITHIN)
    try {
      await Promise.race([this.#ready, this.failed])
    } finally {
      clearTimeout(late)
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true
    clearTimeout(this.#restart)
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    child.kill('SIGTERM')
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN)
    await ended
    clearTimeout(force)
  }

  #run(): void {
    const began = Date.now()
    let served = false
    const child = forkScript(this.#options)
    this.#child = child
    child.stderr?.on('data', (chunk: Buffer) => {
      process.stderr.write(chunk)
      this.#lastWords = `${this.#lastWords}${chunk.toString()}`.slice(-2_000)
    })
    child.on('message', (message) => {
      if ((message as { type?: unknown } | null)?.type !== 'ready') return
      served = true
      this.#sayReady()
    })
    child.once('error', (error) => this.#giveUp(error.message))
    child.once('exit', (code, signal) => {
      if (!this.#stopping) this.#crashed(!served || Date.now() - began < INSTANT, signal ?? `exit ${code}`)
    })
  }

  #crashed(instantly: boolean, how: string): void {
    this.#instantCrashes = instantly ? this.#instantCrashes + 1 : 1
    if (this.#instantCrashes >= INSTANT_CRASHES) return this.#giveUp(how)
    const wait = 300 * 3 ** (this.#instantCrashes - 1)
    this.#options.log(
      `${this.#options.name} 进程意外结束（${how}），${wait / 1000} 秒后重启 · ${this.#options.name} ended (${how}), starting it again in ${wait / 1000} s`,
    )
    this.#restart = setTimeout(() => this.#run(), wait)
  }

  #giveUp(how: string): void {
    const { name } = this.#options
    const said = this.#lastWords.trim().split('\n').at(-1)
    const why = said ? `${how}: ${said}` : how
    this.#sayFailed(
      new StartRefusal(
        `${name} 进程反复无法运行，已放弃（${why}）。`,
        `The ${name} process does not stay up and was given up (${why}).`,
      ),
    )
  }
}
