import { redirect } from '@remix-run/node'
import { anyone } from '~/domain/kernel/actor'
import { invalid, notFound } from '~/domain/kernel/errors'
import { plainAct } from '~/http/act'
import { page } from '~/http/page'
import { locales } from '~/i18n'
import { backPath } from './back.server'

/** Only a form leads here. */
export const loader = page(anyone, (): null => {
  throw notFound()
})

/** Remembers the language in this browser for a year. */
export const action = plainAct(async ({ services }, form) => {
  const locale = locales.find((each) => each === form.get('locale'))
  if (!locale) throw invalid([])
  const secure = services.publicUrl?.startsWith('https:') ? '; Secure' : ''
  return redirect(backPath(form), {
    status: 303,
    headers: { 'Set-Cookie': `lang=${locale}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${secure}` },
  })
})

export default function Page() {
  return null
}
