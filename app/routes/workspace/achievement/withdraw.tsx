import { withdrawAchievement } from '~/domain/achievement/commands/withdraw.server'
import { memberWhoWrites } from '~/domain/kernel/actor'
import { act, backTo, goTo } from '~/http/act'
import { idOf, page } from '~/http/page'

export const loader = page(
  memberWhoWrites,
  backTo(({ params }) => `/workspace/achievements/${idOf(params.id)}`),
)

export const action = act(withdrawAchievement, {
  given: ({ params }) => ({ id: idOf(params.id) }),
  then: ({ id }) => goTo(`/workspace/achievements/${id}`, 'achievement.said.withdrawn'),
})

export { Refused as default } from '~/components/forms/refused'
