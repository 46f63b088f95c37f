import { sql } from 'drizzle-orm'
import { anyone } from '~/domain/kernel/actor'
import { page } from '~/http/page'

/** The process can serve: the database answers. Search may be down; lists then come from the database. */
export const loader = page(anyone, async ({ services }) => {
  const headers = { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' }
  try {
    await services.db.execute(sql`select 1`)
    return new Response('ready\n', { headers })
  } catch {
    return new Response('database unavailable\n', { status: 503, headers })
  }
})
