import { renewCapability } from '~/domain/capability/commands/renew.server'
import { memberWhoWrites } from '~/domain/kernel/actor'
import { act, backTo, goTo } from '~/http/act'
import { idOf, page } from '~/http/page'

export const loader = page(
  memberWhoWrites,
  backTo(({ params }) => `/workspace/capabilities/${idOf(params.id)}`),
)

export const action = act(renewCapability, {
  given: ({ params }) => ({ id: idOf(params.id) }),
  then: ({ id }) => goTo(`/workspace/capabilities/${id}`, 'capability.said.renewed'),
})

export { Refused as default } from '~/components/forms/refused'
