import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** One worker and one file after the other: these files share a PostgreSQL or a running product, and two cores. */
const oneAtATime = { fileParallelism: false, maxWorkers: 1, pool: 'forks' as const }

export default defineConfig({
  resolve: { alias: { '~': at('./app'), '#db': at('./db'), '#search': at('./search'), '#test': at('./test') } },
  esbuild: { jsx: 'automatic' },
  test: {
    reporters: ['default'],
    // The projects run in this order; each one's global setup runs only when a file of that project does.
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'app/**/*.test.{ts,tsx}',
            'search/**/*.test.ts',
            'db/**/*.test.ts',
            'scripts/**/*.test.ts',
            'test/unit/**/*.test.{ts,tsx}',
          ],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.{ts,tsx}', 'test/access/**/*.test.{ts,tsx}'],
          globalSetup: ['test/setup/postgres.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
          ...oneAtATime,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.{ts,tsx}'],
          globalSetup: ['test/setup/product.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
          ...oneAtATime,
        },
      },
    ],
  },
})
