import { organizationsOf } from '~/domain/identity/actor.server'
import { signedIn } from '~/domain/kernel/actor'
import { notFound, notSignedIn } from '~/domain/kernel/errors'
import { goTo, plainAct } from '~/http/act'
import { page } from '~/http/page'
import { backPath } from '../../auth/back.server'

/** Only a form leads here. */
export const loader = page(signedIn, (): null => {
  throw notFound()
})

/** Acts for another of the person's organisations from now on, in this session. */
export const action = plainAct(async ({ actor, session, services }, form) => {
  if (actor.kind !== 'person' || !session) throw notSignedIn()
  const wanted = form.get('organization')
  const chosen = (await organizationsOf(services.db, actor.personId)).find((each) => each.id === wanted)
  if (!chosen) throw notFound()
  await services.sessions.actFor(session.token, chosen.id)
  return goTo(backPath(form, '/workspace'), 'organization.said.acting')
})

export default function Page() {
  return null
}
