import { judgesPage } from '~/domain/evaluation/queries.server'
import { endpoint } from '~/http/endpoint'

/** Judges of a challenge and who could be one, for those who invite them. */
export const loader = endpoint('GET', ({ params, actor, services }) =>
  judgesPage(services.db, actor, params.number ?? ''),
)
