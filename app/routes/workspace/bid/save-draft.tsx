import { useActionData, useLoaderData } from '@remix-run/react'
import { saveDraft } from '~/domain/bid/commands/save-draft.server'
import { challengeIdOf } from '~/domain/bid/page.server'
import { signedIn } from '~/domain/kernel/actor'
import { type ActResult, act, goTo } from '~/http/act'
import { page } from '~/http/page'
import { titled } from '../../page-title'
import { BidView } from './bid-view'
import { loadBidPage } from './load.server'

export const meta = titled('bid.page.title')

export const loader = page(signedIn, loadBidPage)

export const action = act(saveDraft, {
  given: async ({ params, services }) => ({ challenge_id: await challengeIdOf(services.db, params.number ?? '') }),
  then: ({ challenge }) => goTo(`/challenges/${challenge}/bid`, 'bid.said.draft_saved'),
})

export default function Page() {
  const answer = useActionData<Partial<ActResult>>()
  return <BidView loaded={useLoaderData<typeof loader>()} result={answer?.result} />
}
