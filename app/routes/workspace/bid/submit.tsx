import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { submitBid } from '~/domain/bid/commands/submit.server'
import { challengeIdOf } from '~/domain/bid/page.server'
import { submitForm } from '~/domain/bid/schema'
import { signedIn } from '~/domain/kernel/actor'
import { type ActResult, act } from '~/http/act'
import { page } from '~/http/page'
import type { Receipt } from '~/services/sealing/receipt.server'
import { titled } from '../../page-title'
import { BidView } from './bid-view'
import { loadBidPage } from './load.server'

export const meta = titled('bid.page.title')

export const loader = page(signedIn, loadBidPage)

/** What the form answers: refused with its errors, or the receipt, this once. */
interface Answer extends Partial<ActResult> {
  receipt?: Receipt
}

export const action = act(submitBid, {
  form: () => submitForm,
  given: async ({ params, services }) => ({ challenge_id: await challengeIdOf(services.db, params.number ?? '') }),
  then: (receipt) => data<Answer>({ receipt }, { headers: { 'Cache-Control': 'no-store' } }),
})

export default function Page() {
  const answer = useActionData() as Answer | undefined
  return <BidView loaded={useLoaderData<typeof loader>()} result={answer?.result} receipt={answer?.receipt} />
}
