import { anyone } from '~/domain/kernel/actor'
import { page } from '~/http/page'

/** The process answers. */
export const loader = page(
  anyone,
  () => new Response('ok\n', { headers: { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' } }),
)
