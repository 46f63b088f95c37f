import { redirect } from '@remix-run/node'
import { homeOf } from '~/domain/identity/queries.server'
import { personActor } from '~/domain/identity/actor.server'
import { notFound } from '~/domain/kernel/errors'
import { safePath } from '~/http/act'
import type { Visit } from '~/http/visit.server'

/** Opens a session with a new id, ends the one that the browser had, and goes on: to the wanted page, else where the person starts. */
export async function enterAs(visit: Visit, personId: string, wanted: string | null): Promise<Response> {
  const { db, sessions } = visit.services
  const actor = await personActor(db, personId, null)
  if (!actor) throw notFound()
  if (visit.session) await sessions.close(visit.session.token)
  const cookie = await sessions.open(personId, actor.organization?.id ?? null)
  return redirect(safePath(wanted, homeOf(actor)), { status: 303, headers: { 'Set-Cookie': cookie } })
}
