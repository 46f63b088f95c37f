import { z } from 'zod'

/** Variables of the web and worker processes; `npm start` sets them in the embedded default. */
const shape = z.object({
  DATABASE_URL: z.string().min(1),
  APP_SECRET: z.string().min(32),
  SEAL_RECIPIENT: z.string().startsWith('age1'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  PUBLIC_URL: z.url().optional(),
  TRUSTED_PROXIES: z.string().default(''),
  MEILI_URL: z.url().optional(),
  MEILI_KEY: z.string().optional(),
  DEMO_MODE: z.enum(['0', '1']).default('0'),
  DEV: z.enum(['0', '1']).default('0'),
})

export type Environment = z.output<typeof shape>

/** Reads the environment; a missing or misshapen variable is one sentence that names it. */
export function readEnvironment(): Environment {
  const filled = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
  const read = shape.safeParse(filled)
  if (read.success) return read.data
  const names = [...new Set(read.error.issues.map((issue) => String(issue.path[0])))].join(', ')
  return fail(`请设置环境变量 ${names}（见 README）。Set ${names}; README says what each is for.`)
}

/** One sentence on stderr and an exit code that is not 0. */
export function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
