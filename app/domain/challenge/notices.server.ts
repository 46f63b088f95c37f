import { desc, eq, inArray } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { award, bid, challenge, organization } from '#db/schema'

/** One intended or confirmed award as its public notice shows it. */
export interface NoticeRow {
  number: string
  title: string
  winner: string
  price_fen: string
  /** Weighted mean of the scorecards, 0 to 100, in hundredths. */
  score_hundredths: number
  state: 'intended' | 'objected' | 'confirmed' | 'contracted' | 'revoked'
  publicity_ends_at: string
  /** Whether the notice still runs. */
  running: boolean
}

/** Awards on public notice and those whose notice is over, latest first. */
export async function awardNotices(db: Queryable, now: Date, limit = 100): Promise<NoticeRow[]> {
  const rows = await db
    .select({
      number: challenge.number,
      title: challenge.title,
      winner: organization.name,
      priceFen: award.priceFen,
      scoreHundredths: award.scoreHundredths,
      state: award.state,
      endsAt: award.publicityEndsAt,
    })
    .from(award)
    .innerJoin(challenge, eq(challenge.id, award.challengeId))
    .innerJoin(bid, eq(bid.id, award.bidId))
    .innerJoin(organization, eq(organization.id, bid.organizationId))
    .where(inArray(award.state, ['intended', 'objected', 'confirmed', 'contracted']))
    .orderBy(desc(award.publicityEndsAt), desc(award.rank))
    .limit(limit)
  return rows.map((row) => ({
    number: row.number!,
    title: row.title,
    winner: row.winner,
    price_fen: row.priceFen.toString(),
    score_hundredths: row.scoreHundredths,
    state: row.state,
    publicity_ends_at: row.endsAt.toISOString(),
    running: (row.state === 'intended' || row.state === 'objected') && row.endsAt > now,
  }))
}
