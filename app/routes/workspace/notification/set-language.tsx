import { setLanguage } from '~/domain/identity/commands/set-language.server'
import { signedIn } from '~/domain/kernel/actor'
import { act, backTo, goTo } from '~/http/act'
import { page } from '~/http/page'

const preferences = '/workspace/notifications/preferences'

export const loader = page(
  signedIn,
  backTo(() => preferences),
)

export const action = act(setLanguage, { then: () => goTo(preferences, 'notification.said.language_set') })

export { Refused as default } from '~/components/forms/refused'
