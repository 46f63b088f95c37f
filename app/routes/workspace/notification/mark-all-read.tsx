import { signedIn } from '~/domain/kernel/actor'
import { markAllRead } from '~/domain/notification/commands/mark-all-read.server'
import { act, backTo, goTo } from '~/http/act'
import { page } from '~/http/page'

export const loader = page(
  signedIn,
  backTo(() => '/workspace/notifications'),
)

export const action = act(markAllRead, {
  then: () => goTo('/workspace/notifications', 'notification.said.all_read'),
})

export { Refused as default } from '~/components/forms/refused'
