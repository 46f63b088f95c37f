import { publishAchievement } from '~/domain/achievement/commands/publish.server'
import { memberWhoWrites } from '~/domain/kernel/actor'
import { act, backTo, goTo } from '~/http/act'
import { idOf, page } from '~/http/page'

export const loader = page(
  memberWhoWrites,
  backTo(({ params }) => `/workspace/achievements/${idOf(params.id)}`),
)

export const action = act(publishAchievement, {
  given: ({ params }) => ({ id: idOf(params.id) }),
  then: ({ number }) => goTo(`/achievements/${number}`, 'achievement.said.listed'),
})

export { Refused as default } from '~/components/forms/refused'
