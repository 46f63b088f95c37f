import { withdrawCapability } from '~/domain/capability/commands/withdraw.server'
import { memberWhoWrites } from '~/domain/kernel/actor'
import { act, backTo, goTo } from '~/http/act'
import { idOf, page } from '~/http/page'

export const loader = page(
  memberWhoWrites,
  backTo(({ params }) => `/workspace/capabilities/${idOf(params.id)}`),
)

export const action = act(withdrawCapability, {
  given: ({ params }) => ({ id: idOf(params.id) }),
  then: ({ id }) => goTo(`/workspace/capabilities/${id}`, 'capability.said.withdrawn'),
})

export { Refused as default } from '~/components/forms/refused'
