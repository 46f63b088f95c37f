import { redirect } from '@remix-run/node'
import { signOut } from '~/domain/identity/commands/sign-out.server'
import { anyone } from '~/domain/kernel/actor'
import { notFound } from '~/domain/kernel/errors'
import { act } from '~/http/act'
import { page } from '~/http/page'
import type { TextKey } from '~/i18n'

const said: TextKey = 'auth.said.signed_out'

/** Only a form leads here. */
export const loader = page(anyone, (): null => {
  throw notFound()
})

export const action = act(signOut, {
  async then(_answer, { services, session }) {
    const headers: Record<string, string> = session
      ? { 'Set-Cookie': await services.sessions.close(session.token) }
      : {}
    return redirect(`/?said=${said}`, { status: 303, headers })
  },
})

export default function Page() {
  return null
}
