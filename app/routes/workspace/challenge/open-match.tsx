import { redirect } from '@remix-run/node'
import { challengeByNumber } from '~/domain/challenge/queries.server'
import { signedIn } from '~/domain/kernel/actor'
import { notFound } from '~/domain/kernel/errors'
import { recordOpened } from '~/domain/matching/commands/record-opened.server'
import { shownMatch } from '~/domain/matching/shown-match.server'
import { afterwards } from '~/http/afterwards.server'
import { page } from '~/http/page'

const folders = { achievement: '/achievements', capability: '/capabilities' } as const

/** From a match to its listing; on the way it is noted that the poser opened it. */
export const loader = page(signedIn, async (visit): Promise<never> => {
  const { params, services, actor, now, facts } = visit
  const { id, number, isPoser } = await challengeByNumber(services.db, actor, params.number ?? '', now)
  if (!isPoser || !number) throw notFound()
  const { listing, shown } = await shownMatch(services.db, { challenge: number, listing: params.listing ?? '' })
  if (!listing) throw notFound()
  if (shown) {
    afterwards(visit, () =>
      services.commands.run(
        recordOpened,
        { challenge_id: id, listing_kind: listing.kind, listing_id: listing.id },
        { actor, requestId: facts.requestId },
      ),
    )
  }
  throw redirect(`${folders[listing.kind]}/${params.listing}`, 303)
})

/** A page, though nobody stays on it: what does not exist is shown as on any other. */
export default function Page() {
  return null
}
