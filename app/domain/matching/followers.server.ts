import { sql } from 'drizzle-orm'
import type { Follower } from '../command/run.server'

/**
 * Bids of solvers whose listing was shown for the challenge. After the opening only: before it a row here would tell that there is a
 * bid, and whose.
 */
export const noteOpenedBids: Follower = async ({ tx, event, moment }) => {
  await tx.execute(sql`
    insert into match_feedback (kind, challenge_id, listing_kind, listing_id, organization_id, rank, features, recorded_at)
    select 'bid', s.challenge_id, s.listing_kind, s.listing_id, b.organization_id, s.rank, s.features, ${moment.business.toISOString()}
    from match_feedback s
    join bid b on b.challenge_id = s.challenge_id and b.state = 'opened' and b.organization_id = ${listerOf}
    where s.challenge_id = ${event.subject.id} and s.kind = 'shown'
    on conflict (challenge_id, listing_id, kind) where challenge_id is not null do nothing`)
}

/** Awards that publicity has confirmed, of those whose bid came out of a match. */
export const noteAwards: Follower = async ({ tx, event, moment }) => {
  await tx.execute(sql`
    insert into match_feedback (kind, challenge_id, listing_kind, listing_id, organization_id, rank, features, recorded_at)
    select 'awarded', s.challenge_id, s.listing_kind, s.listing_id, b.organization_id, s.rank, s.features, ${moment.business.toISOString()}
    from match_feedback s
    join bid b on b.challenge_id = s.challenge_id and b.organization_id = s.organization_id
    join award a on a.bid_id = b.id and a.state in ('confirmed', 'contracted')
    where s.challenge_id = ${event.subject.id} and s.kind = 'bid'
    on conflict (challenge_id, listing_id, kind) where challenge_id is not null do nothing`)
}

/** The organisation behind the listing of row `s`. */
const listerOf = sql`(select organization_id from achievement where s.listing_kind = 'achievement' and id = s.listing_id
  union all select organization_id from capability where s.listing_kind = 'capability' and id = s.listing_id)`
