import { comparison } from '~/domain/award/queries.server'
import { endpoint } from '~/http/endpoint'

/** The opened bids side by side, for the poser, judges and reviewers; for anybody else there is no such thing. */
export const loader = endpoint('GET', ({ params, actor, services }) =>
  comparison(services.db, actor, params.number ?? ''),
)
