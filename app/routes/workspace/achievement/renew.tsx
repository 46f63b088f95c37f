import { renewAchievement } from '~/domain/achievement/commands/renew.server'
import { memberWhoWrites } from '~/domain/kernel/actor'
import { act, backTo, goTo } from '~/http/act'
import { idOf, page } from '~/http/page'

export const loader = page(
  memberWhoWrites,
  backTo(({ params }) => `/workspace/achievements/${idOf(params.id)}`),
)

export const action = act(renewAchievement, {
  given: ({ params }) => ({ id: idOf(params.id) }),
  then: ({ id }) => goTo(`/workspace/achievements/${id}`, 'achievement.said.renewed'),
})

export { Refused as default } from '~/components/forms/refused'
