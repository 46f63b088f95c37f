import { seed } from '../seed/index'

const { DATABASE_URL: databaseUrl, DATA_DIR: dataDir } = process.env
if (!databaseUrl || !dataDir) throw new Error('DATABASE_URL and DATA_DIR are set by the supervisor')
await seed({ databaseUrl, dataDir, log: (line) => console.log(`  ${line}`) })
// Pools that the seeds left open do not hold the start.
process.exit(0)
