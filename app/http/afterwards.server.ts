import type { Visit } from './visit.server'

/**
 * What is noted because somebody looked at a page. A GET stays quick and safe: the page does not wait for it, its failure is logged
 * and changes nothing of the answer, and what a browser fetches ahead or asks the head of has not been looked at.
 */
export function afterwards(visit: Visit, note: () => Promise<unknown>): void {
  if (!isLookedAt(visit)) return
  note().catch((error: unknown) =>
    visit.services.log.error({ err: error, requestId: visit.facts.requestId }, 'noting a page view failed'),
  )
}

/** Whether somebody looks: not a browser that fetches ahead, nor one that asks for the head alone. */
export const isLookedAt = ({ request }: Visit): boolean =>
  request.method === 'GET' && !/prefetch|prerender/.test(request.headers.get('sec-purpose') ?? '')
