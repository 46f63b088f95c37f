import { signedIn } from '~/domain/kernel/actor'
import { markRead } from '~/domain/notification/commands/mark-read.server'
import { notificationsOnPage } from '~/domain/notification/queries.server'
import { act, backTo, goTo } from '~/http/act'
import { page } from '~/http/page'
import { pageNumber } from '~/lists/url'

export const loader = page(
  signedIn,
  backTo(() => '/workspace/notifications'),
)

export const action = act(markRead, {
  given: ({ params }) => ({ id: params.id ?? '' }),
  then: (_answer, { url }) => {
    const at = pageNumber(url.searchParams, notificationsOnPage)
    return goTo(at > 1 ? `/workspace/notifications?page=${at}` : '/workspace/notifications')
  },
})

export { Refused as default } from '~/components/forms/refused'
