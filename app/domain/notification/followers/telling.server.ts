import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { challenge, membership, staffRole } from '#db/schema'
import type { StaffRole } from '#db/schema'
import type { Follower } from '../../command/run.server'
import type { RecordedEvent } from '../../event/record.server'
import { importRequest } from '../../import/stored.server'
import { notFound } from '../../kernel/errors'
import { type News, notify } from '../notify.server'

/** Tells one thing; who did it and when come from the event. */
export type Tell = (news: Omit<News, 'recordedAt'>) => Promise<void>

/** A follower that tells people what has happened. Of the thousands of rows that a file brings nobody is told. */
export const telling =
  (work: (tell: Tell, event: RecordedEvent, tx: Tx) => Promise<void>): Follower =>
  async ({ tx, event }) => {
    if (event.requestId === importRequest) return
    await work((news) => notify(tx, { except: event.personId, ...news, recordedAt: event.at }), event, tx)
  }

/** What notifications say of a challenge: never who poses it, which may be confidential, and never how many bids it has. */
export interface ToldChallenge {
  id: string
  organizationId: string
  createdBy: string
  minimumJudges: number
  publicityEndsAt: Date | null
  subject: News['subject']
  /** Title and, once published, number. */
  params: { title: string; number: string }
  /** Public page. */
  path: string
}

export async function toldChallenge(tx: Tx, id: string): Promise<ToldChallenge> {
  const [row] = await tx
    .select({
      id: challenge.id,
      organizationId: challenge.organizationId,
      createdBy: challenge.createdBy,
      minimumJudges: challenge.minimumJudges,
      publicityEndsAt: challenge.publicityEndsAt,
      number: challenge.number,
      title: challenge.title,
    })
    .from(challenge)
    .where(eq(challenge.id, id))
  if (!row) throw notFound()
  const { number, title, ...rest } = row
  return {
    ...rest,
    subject: { type: 'challenge', id, number },
    params: { title, number: number ?? '' },
    path: `/challenges/${number}`,
  }
}

/** People of the staff who may decide about something of this organisation: nobody reviews his own. Source: DESIGN 5, identity. */
export async function staffApartFrom(tx: Tx, role: StaffRole, organizationId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: staffRole.personId, member: membership.personId })
    .from(staffRole)
    .leftJoin(
      membership,
      and(eq(membership.personId, staffRole.personId), eq(membership.organizationId, organizationId)),
    )
    .where(eq(staffRole.role, role))
  return rows.filter((row) => row.member === null).map((row) => row.id)
}
