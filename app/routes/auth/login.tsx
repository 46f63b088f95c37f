import { redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { TextInput } from '~/components/forms/inputs'
import { Halves } from '~/components/layout/columns'
import { PageHeading } from '~/components/layout/page-heading'
import { signIn } from '~/domain/identity/commands/sign-in.server'
import { demoPeopleByPart, emailOf, homeOf } from '~/domain/identity/queries.server'
import { anyone } from '~/domain/kernel/actor'
import { safePath } from '~/http/act'
import { page } from '~/http/page'
import { passwordAct } from '~/http/password-act.server'
import { attemptSucceeded, countAttempt, forgetAttempts } from '~/http/rates.server'
import { useText } from '~/i18n'
import { titled } from '../page-title'
import { DemoPeople } from './demo-people'
import { byAccount, byAddress } from './limits.server'
import { enterAs } from './session-cookie.server'

export const meta = titled('auth.sign_in.title')

export const loader = page(anyone, async ({ actor, url, services, t, newKey }) => {
  const next = url.searchParams.get('next')
  if (actor.kind === 'person') throw redirect(safePath(next, homeOf(actor)))
  return {
    key: newKey(),
    next: next === null ? null : safePath(next, '/'),
    demo: services.demo ? await demoPeopleByPart(services.db, t) : null,
  }
})

export const action = passwordAct(signIn, {
  async before({ services, facts }, form) {
    await countAttempt(services.db, byAddress('sign_in', facts.address))
    await countAttempt(services.db, byAccount('sign_in', form.get('email')))
  },
  async then({ person_id }, visit) {
    const { db } = visit.services
    await attemptSucceeded(db, byAddress('sign_in', visit.facts.address))
    await forgetAttempts(db, byAccount('sign_in', await emailOf(db, person_id)))
    return enterAs(visit, person_id, visit.url.searchParams.get('next'))
  },
})

export default function Page() {
  const { key, next, demo } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useText()
  const [search] = useSearchParams()
  const query = search.get('next') === null ? '' : `?next=${encodeURIComponent(search.get('next') ?? '')}`
  const form = (
    <ActForm
      id="sign-in"
      action={`/login${query}`}
      actKey={key}
      result={result && 'result' in result ? result.result : null}
      labels={{ email: t('auth.field.email'), password: t('auth.field.password') }}
    >
      <TextInput
        name="email"
        type="email"
        label={t('auth.field.email')}
        autoComplete="username"
        width="medium"
        required
      />
      <TextInput
        name="password"
        type="password"
        label={t('auth.field.password')}
        autoComplete="current-password"
        width="medium"
        required
      />
      <FormEnd>
        <SubmitButton>{t('auth.sign_in.submit')}</SubmitButton>
      </FormEnd>
      <p className="running mt-4">
        {t('auth.sign_in.no_account')} <Link to={`/signup${query}`}>{t('auth.sign_in.to_sign_up')}</Link>
      </p>
    </ActForm>
  )
  if (!demo) {
    return (
      <>
        <PageHeading title={t('auth.sign_in.title')} />
        {form}
      </>
    )
  }
  return (
    <>
      <PageHeading title={t('auth.sign_in.title')} meta={t('auth.demo.intro')} />
      <DemoPeople groups={demo} next={next} />
      <section aria-labelledby="with-password" className="mt-10 border-t border-line pt-6">
        <h2 id="with-password" className="mb-4 text-lead">
          {t('auth.sign_in.with_password')}
        </h2>
        <Halves>
          {form}
          <p className="text-small text-quiet">{t('auth.demo.password')}</p>
        </Halves>
      </section>
    </>
  )
}
