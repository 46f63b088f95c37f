import { data } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { CheckboxGroup } from '~/components/forms/choices'
import { Select, TextInput } from '~/components/forms/inputs'
import { PageHeading } from '~/components/layout/page-heading'
import { Section } from '~/components/layout/section'
import { Badge } from '~/components/ui/badge'
import { DataTable } from '~/components/ui/data-table'
import { EmptyState } from '~/components/ui/empty-state'
import { Moment } from '~/components/ui/moment'
import { Notice } from '~/components/ui/notice'
import { createToken } from '~/domain/identity/commands/create-token.server'
import { tokensOf } from '~/domain/identity/queries.server'
import { signedIn } from '~/domain/kernel/actor'
import { readClock } from '~/domain/kernel/clock'
import { registry } from '~/domain/registry'
import { type ActResult, act } from '~/http/act'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('identity.tokens.title')

/** What no token can do for a person, whatever its scopes say. */
const inPersonOnly = new Set(['identity.sign_up', 'identity.sign_in', 'identity.sign_out', 'identity.create_token'])

export const loader = page(signedIn, async ({ actor, services, newKey }) => {
  const { system } = await readClock(services.db)
  return {
    tokens: actor.kind === 'person' ? await tokensOf(services.db, actor.personId, system) : [],
    organization: actor.kind === 'person' ? (actor.organization?.name ?? null) : null,
    commands: [...registry.values()]
      .filter((command) => command.by === 'person' && !inPersonOnly.has(command.name))
      .map((command) => command.name)
      .sort(),
    key: newKey(),
  }
})

/** What the form answers: refused with its errors, or the token, this once. */
interface Answer extends Partial<ActResult> {
  made?: { token: string }
}

export const action = act(createToken, { then: ({ token }) => data<Answer>({ made: { token } }) })

export default function Page() {
  const { tokens, organization, commands, key } = useLoaderData<typeof loader>()
  const answer = useActionData<Answer>()
  const { t } = useText()
  const made = answer?.made
  return (
    <>
      <PageHeading
        title={t('identity.tokens.title')}
        breadcrumb={[{ label: t('common.nav.workspace'), to: '/workspace' }, { label: t('identity.tokens.title') }]}
      />
      {made && (
        <Notice tone="success" title={t('identity.tokens.made')}>
          <p>
            <code className="block overflow-x-auto py-2 text-lead select-all">{made.token}</code>
          </p>
          <p>{t('identity.tokens.made_once')}</p>
        </Notice>
      )}
      <p className="mb-6 max-w-text">{t('identity.tokens.intro')}</p>
      <Section title={t('identity.tokens.list')} count={tokens.length}>
        <DataTable
          caption={t('identity.tokens.list')}
          captionHidden
          rows={tokens}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('identity.tokens.none')}>{t('identity.tokens.none_hint')}</EmptyState>}
          columns={[
            { key: 'name', header: t('identity.tokens.name'), rowHeader: true, cell: (row) => row.name },
            { key: 'organization', header: t('identity.tokens.acts_for'), cell: (row) => row.organization ?? '—' },
            {
              key: 'scopes',
              header: t('identity.tokens.scopes'),
              cell: (row) => (row.scopes.includes('*') ? t('identity.tokens.everything') : row.scopes.join(' ')),
            },
            { key: 'expires', header: t('identity.tokens.expires'), cell: (row) => <Moment at={row.expiresAt} /> },
            {
              key: 'state',
              header: t('identity.tokens.state'),
              cell: (row) => (
                <Badge tone={row.state === 'valid' ? 'good' : 'plain'}>{t(`identity.tokens.${row.state}`)}</Badge>
              ),
            },
            {
              key: 'revoke',
              header: t('identity.tokens.act'),
              cell: (row) =>
                row.state === 'valid' && (
                  <Link to={`/workspace/tokens/${row.id}/revoke`}>{t('identity.tokens.revoke')}</Link>
                ),
            },
          ]}
        />
      </Section>
      <Section title={t('identity.tokens.create')}>
        <ActForm
          id="token"
          actKey={key}
          result={answer?.result}
          values={{ days: '90' }}
          labels={{
            name: t('identity.tokens.name'),
            days: t('identity.tokens.days'),
            scopes: t('identity.tokens.scopes'),
          }}
        >
          <TextInput
            name="name"
            label={t('identity.tokens.name')}
            hint={t('identity.tokens.name_hint')}
            width="medium"
            required
          />
          <Select
            name="days"
            label={t('identity.tokens.days')}
            options={[7, 30, 90, 365].map((days) => ({
              value: String(days),
              label: t('common.duration.days', { count: days }),
            }))}
          />
          <CheckboxGroup
            name="scopes"
            label={t('identity.tokens.scopes')}
            hint={t('identity.tokens.scopes_hint')}
            inline
            options={[
              { value: '*', label: t('identity.tokens.everything') },
              ...commands.map((name) => ({ value: name, label: name })),
            ]}
          />
          <FormEnd next={organization ? t('identity.tokens.next', { organization }) : t('identity.tokens.next_alone')}>
            <SubmitButton>{t('identity.tokens.create')}</SubmitButton>
          </FormEnd>
        </ActForm>
      </Section>
    </>
  )
}
