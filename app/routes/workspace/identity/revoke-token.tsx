import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { PageHeading } from '~/components/layout/page-heading'
import { LinkButton } from '~/components/ui/button'
import { revokeToken } from '~/domain/identity/commands/revoke-token.server'
import { tokensOf } from '~/domain/identity/queries.server'
import { signedIn } from '~/domain/kernel/actor'
import { readClock } from '~/domain/kernel/clock'
import { notFound } from '~/domain/kernel/errors'
import { act, goTo } from '~/http/act'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('identity.tokens.revoke')

export const loader = page(signedIn, async ({ actor, params, services, newKey }) => {
  const { system } = await readClock(services.db)
  const own = actor.kind === 'person' ? await tokensOf(services.db, actor.personId, system) : []
  const token = own.find((each) => each.id === params.id)
  if (!token) throw notFound()
  return { name: token.name, key: newKey() }
})

export const action = act(revokeToken, {
  given: ({ params }) => ({ id: params.id ?? '' }),
  then: () => goTo('/workspace/tokens', 'identity.said.revoked'),
})

export default function Page() {
  const { name, key } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useText()
  return (
    <>
      <PageHeading
        title={t('identity.tokens.revoke_named', { name })}
        breadcrumb={[
          { label: t('identity.tokens.title'), to: '/workspace/tokens' },
          { label: t('identity.tokens.revoke') },
        ]}
      />
      <ActForm id="revoke" actKey={key} result={result && 'result' in result ? result.result : null}>
        <FormEnd next={t('identity.tokens.revoke_next')}>
          <SubmitButton look="grave">{t('identity.tokens.revoke')}</SubmitButton>
          <LinkButton to="/workspace/tokens" look="quiet">
            {t('identity.tokens.keep')}
          </LinkButton>
        </FormEnd>
      </ActForm>
    </>
  )
}
