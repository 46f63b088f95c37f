import { type Browser, chromium } from 'playwright-core'
import { describe, inject } from 'vitest'

/** Keep Chromium quiet on a closed network; it runs as root on build machines, where it has no sandbox. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A fresh headless browser; each context that is opened in it starts without cookies. */
export function launchBrowser(): Promise<Browser> {
  const found = inject('chromium')
  if (!found) throw new Error('there is no Chromium here: use describeInBrowser')
  const { executablePath, libraryPath } = found
  return chromium.launch({
    executablePath,
    args: QUIET,
    ...(libraryPath ? { env: { ...process.env, LD_LIBRARY_PATH: libraryPath } as Record<string, string> } : {}),
  })
}

/** `describe` for tests that need a browser; where there is none they are skipped, and counted as skipped. */
export const describeInBrowser = describe.skipIf(inject('chromium') === null)

/** Address of the product that runs for the browser tests, without a slash at its end. */
export const productUrl = (): string => inject('productUrl')
