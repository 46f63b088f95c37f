import { demoPersonId } from '~/domain/identity/queries.server'
import { anyone } from '~/domain/kernel/actor'
import { notFound } from '~/domain/kernel/errors'
import { plainAct } from '~/http/act'
import { page } from '~/http/page'
import { backPath } from './back.server'
import { enterAs } from './session-cookie.server'

/** Only a form leads here. */
export const loader = page(anyone, (): null => {
  throw notFound()
})

/** Becomes a demo person with one click; where it is no demo there is no such page. */
export const action = plainAct(async (visit, form) => {
  const key = form.get('person')
  const personId = visit.services.demo && typeof key === 'string' ? await demoPersonId(visit.services.db, key) : null
  if (!personId) throw notFound()
  const next = form.get('next')
  return enterAs(visit, personId, typeof next === 'string' ? next : publicPath(backPath(form)))
})

/** A public page stays where it is; one that belonged to the person before leads to where the new one starts. */
const publicPath = (path: string): string | null =>
  /^\/(workspace|admin|login|signup)(\/|\?|$)/.test(path) || path.startsWith('/demo/') ? null : path

export default function Page() {
  return null
}
