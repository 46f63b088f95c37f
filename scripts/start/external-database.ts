import postgres from 'postgres'
import { StartRefusal } from './refusal'

/** Sees that both addresses lead to a PostgreSQL that the product works with, before anything else is started. */
export async function checkDatabase(addresses: { url: string; ownerUrl: string }): Promise<void> {
  await checkOne('DATABASE_OWNER_URL', addresses.ownerUrl)
  await checkOne('DATABASE_URL', addresses.url)
}

async function checkOne(variable: string, url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} })
  try {
    const [row] = await sql<{ version: number }[]>`select current_setting('server_version_num')::int as version`
    if ((row?.version ?? 0) < 150000) {
      throw new StartRefusal(
        `${variable} 指向的 PostgreSQL 版本过低，需要 15 以上。`,
        `The PostgreSQL that ${variable} names is too old: version 15 or newer is needed.`,
      )
    }
  } catch (error) {
    if (error instanceof StartRefusal) throw error
    const { hostname, port } = new URL(url)
    const detail = error instanceof Error ? error.message || (error as NodeJS.ErrnoException).code : String(error)
    throw new StartRefusal(
      `无法用 ${variable} 连接数据库 ${hostname}:${port || 5432}（${detail}）。`,
      `The database ${hostname}:${port || 5432} of ${variable} cannot be used (${detail}).`,
    )
  } finally {
    await sql.end({ timeout: 5 })
  }
}
