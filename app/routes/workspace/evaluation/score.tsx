import { useActionData, useLoaderData } from '@remix-run/react'
import { submitScorecard } from '~/domain/evaluation/commands/submit-scorecard.server'
import { signedIn } from '~/domain/kernel/actor'
import { type ActResult, act, goTo } from '~/http/act'
import { page } from '~/http/page'
import { titled } from '../../page-title'
import { loadScorecard } from './load.server'
import { ScorecardPage } from './scorecard-page'

export const meta = titled('evaluation.score.title')

export const loader = page(signedIn, loadScorecard)

export const action = act(submitScorecard, {
  given: ({ params }) => ({ id: params.id ?? '' }),
  then: ({ id }) => goTo(`/workspace/judging/${id}`, 'evaluation.said.submitted'),
})

export default function Page() {
  const answer = useActionData<Partial<ActResult>>()
  return <ScorecardPage loaded={useLoaderData<typeof loader>()} result={answer?.result} />
}
