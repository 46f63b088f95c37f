import { type SQL, and, count, desc, eq, inArray, max, ne, sql } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { award, bid, challenge, organization } from '#db/schema'

/** An organisation that has won before in the field of a challenge; all of it stands on public notices. */
export interface RecordView {
  id: string
  name: string
  /** Confirmed awards in the field. */
  awards: number
  latest: { number: string; title: string }
  /** Tags of the challenge that the challenges won bear, too. */
  shared_tags: string[]
}

/** What a record is looked up for. */
export interface RecordFor {
  id: string
  field: string | null
  tags: readonly string[]
  /** The poser. */
  organizationId: string
}

const mostShown = 5

/** Awards whose public notice is over, before which an award may still be objected to. Bids that did not win are nobody's business. */
const isPublicAward = inArray(award.state, ['confirmed', 'contracted'])

/** Verified organisations with confirmed awards in the same field: those with tags in common first, then those with most awards. */
export async function recordsFor(db: Queryable, about: RecordFor): Promise<RecordView[]> {
  if (!about.field) return []
  const tags = sql`${sql.param([...about.tags])}::text[]`
  const shared = sql<string[]>`coalesce((select array_agg(distinct tag order by tag) from (
    select unnest(c.tags) as tag from ${award} a join ${bid} b on b.id = a.bid_id join ${challenge} c on c.id = a.challenge_id
    where b.organization_id = ${organization.id} and a.state in ('confirmed', 'contracted') and c.field = ${about.field}) won
    where tag = any(${tags})), '{}')`
  const rows = await db
    .select({ id: organization.id, name: organization.name, awards: count(), shared, at: max(award.confirmedAt) })
    .from(award)
    .innerJoin(bid, eq(bid.id, award.bidId))
    .innerJoin(challenge, eq(challenge.id, award.challengeId))
    .innerJoin(organization, eq(organization.id, bid.organizationId))
    .where(
      and(
        isPublicAward,
        sql`${challenge.field} = ${about.field}`,
        ne(challenge.id, about.id),
        eq(organization.state, 'verified'),
        ne(organization.id, about.organizationId),
        unrelated(about.organizationId),
      ),
    )
    .groupBy(organization.id)
    .orderBy(sql`cardinality(${shared}) desc`, desc(count()), desc(max(award.confirmedAt)), organization.id)
    .limit(mostShown)
  return Promise.all(
    rows.map(async ({ id, name, awards, shared: shared_tags }) => ({
      ...{ id, name, awards, shared_tags },
      latest: await latestOf(db, id, about.field!),
    })),
  )
}

/** Of another controller: related parties cannot bid. */
const unrelated = (posersId: string): SQL =>
  sql`not exists (select from ${organization} poser where poser.id = ${posersId} and poser.controller = ${organization}.controller)`

async function latestOf(db: Queryable, organizationId: string, field: string): Promise<RecordView['latest']> {
  const [row] = await db
    .select({ number: challenge.number, title: challenge.title })
    .from(award)
    .innerJoin(bid, eq(bid.id, award.bidId))
    .innerJoin(challenge, eq(challenge.id, award.challengeId))
    .where(and(isPublicAward, eq(bid.organizationId, organizationId), sql`${challenge.field} = ${field}`))
    .orderBy(sql`${award.confirmedAt} desc nulls last`, desc(award.id))
    .limit(1)
  return { number: row?.number ?? '', title: row?.title ?? '' }
}
