import { redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { TextInput } from '~/components/forms/inputs'
import { PageHeading } from '~/components/layout/page-heading'
import { signUp } from '~/domain/identity/commands/sign-up.server'
import { homeOf } from '~/domain/identity/queries.server'
import { anyone } from '~/domain/kernel/actor'
import { goTo, safePath } from '~/http/act'
import { page } from '~/http/page'
import { passwordAct } from '~/http/password-act.server'
import { countAttempt } from '~/http/rates.server'
import { useText } from '~/i18n'
import { titled } from '../page-title'
import { byAddress } from './limits.server'

export const meta = titled('auth.sign_up.title')

export const loader = page(anyone, ({ actor, newKey }) => {
  if (actor.kind === 'person') throw redirect(homeOf(actor))
  return { key: newKey() }
})

export const action = passwordAct(signUp, {
  before: ({ services, facts }) => countAttempt(services.db, byAddress('sign_up', facts.address)),
  given: ({ locale }) => ({ locale }),
  // The same place whether the address was known: only the mail tells.
  then(_answer, { url }) {
    const next = safePath(url.searchParams.get('next'), '/workspace/organizations/new')
    return goTo(`/login?next=${encodeURIComponent(next)}`, 'auth.said.signed_up')
  },
})

export default function Page() {
  const { key } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useText()
  const [search] = useSearchParams()
  const next = search.get('next')
  const query = next === null ? '' : `?next=${encodeURIComponent(next)}`
  return (
    <>
      <PageHeading title={t('auth.sign_up.title')} />
      <ActForm
        id="sign-up"
        action={`/signup${query}`}
        actKey={key}
        result={result && 'result' in result ? result.result : null}
        labels={{ name: t('auth.field.name'), email: t('auth.field.email'), password: t('auth.field.password') }}
      >
        <TextInput name="name" label={t('auth.field.name')} autoComplete="name" width="medium" required />
        <TextInput
          name="email"
          type="email"
          label={t('auth.field.email')}
          hint={t('auth.sign_up.email_hint')}
          autoComplete="username"
          width="medium"
          required
        />
        <TextInput
          name="password"
          type="password"
          label={t('auth.field.password')}
          hint={t('auth.sign_up.password_hint')}
          autoComplete="new-password"
          width="medium"
          required
        />
        <FormEnd next={t('auth.sign_up.next')}>
          <SubmitButton>{t('auth.sign_up.submit')}</SubmitButton>
        </FormEnd>
        <p className="running mt-4">
          {t('auth.sign_up.have_account')} <Link to={`/login${query}`}>{t('auth.sign_up.to_sign_in')}</Link>
        </p>
      </ActForm>
    </>
  )
}
