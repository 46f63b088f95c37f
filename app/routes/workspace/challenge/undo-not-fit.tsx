import { undoNotFit } from '~/domain/matching/commands/undo-not-fit.server'
import { signedIn } from '~/domain/kernel/actor'
import { act, backTo, goTo } from '~/http/act'
import { page } from '~/http/page'

export const loader = page(
  signedIn,
  backTo(({ params }) => `/challenges/${params.number}/matches`),
)

export const action = act(undoNotFit, {
  given: ({ params }) => ({ challenge: params.number ?? '', listing: params.listing ?? '' }),
  then: ({ challenge }) => goTo(`/challenges/${challenge}/matches`, 'matching.said.not_fit_undone'),
})

export { Refused as default } from '~/components/forms/refused'
