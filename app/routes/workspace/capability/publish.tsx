import { publishCapability } from '~/domain/capability/commands/publish.server'
import { memberWhoWrites } from '~/domain/kernel/actor'
import { act, backTo, goTo } from '~/http/act'
import { idOf, page } from '~/http/page'

export const loader = page(
  memberWhoWrites,
  backTo(({ params }) => `/workspace/capabilities/${idOf(params.id)}`),
)

export const action = act(publishCapability, {
  given: ({ params }) => ({ id: idOf(params.id) }),
  then: ({ number }) => goTo(`/capabilities/${number}`, 'capability.said.listed'),
})

export { Refused as default } from '~/components/forms/refused'
