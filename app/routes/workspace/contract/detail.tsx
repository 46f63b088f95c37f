import { Link, useLoaderData } from '@remix-run/react'
import { Columns } from '~/components/layout/columns'
import { PageHeading } from '~/components/layout/page-heading'
import { Section } from '~/components/layout/section'
import { LinkButton } from '~/components/ui/button'
import { Moment } from '~/components/ui/moment'
import { Notice } from '~/components/ui/notice'
import { StateLine } from '~/components/ui/state-line'
import { contractPage } from '~/domain/contract/queries.server'
import { signedIn } from '~/domain/kernel/actor'
import { page } from '~/http/page'
import { type TextKey, useText } from '~/i18n'
import { titled } from '../../page-title'
import { AmountFacts, ContractFacts } from './facts'
import { Ledger } from './ledger'
import { Parties } from './parties'
import { ContractBadge } from './state-badge'
import { stateSteps } from './state-steps'
import { AcceptanceTerms } from './acceptance-terms'

export const meta = titled('contract.list.title')

export const loader = page(signedIn, ({ actor, params, now, services }) =>
  contractPage(services.db, actor, params.number ?? '', now),
)

const paths = { update: 'edit', sign: 'sign', submit: 'submit' } as const

export default function Page() {
  const contract = useLoaderData<typeof loader>()
  const { t } = useText()
  const at = `/workspace/contracts/${contract.number}`
  const own = contract.actions.filter((action) => action.by === 'party')
  const line = stateSteps(contract, t)
  const next = (['draft', 'signed', 'submitted', 'under_review', 'returned'] as const).find(
    (each) => each === contract.state,
  )
  return (
    <>
      <PageHeading
        title={contract.title}
        breadcrumb={[{ label: t('contract.list.title'), to: '/workspace/contracts' }, { label: contract.number }]}
        meta={
          <>
            <ContractBadge state={contract.state} />
            <span>
              {t('contract.field.version')} {contract.version}
            </span>
            {contract.challenge_number && (
              <Link to={`/challenges/${contract.challenge_number}`}>{contract.challenge_number}</Link>
            )}
          </>
        }
        actions={
          <>
            <LinkButton to={`${at}/print`}>{t('contract.detail.print')}</LinkButton>
            {contract.registration_number && (
              <LinkButton to={`${at}/certificate`}>{t('contract.detail.certificate')}</LinkButton>
            )}
          </>
        }
      />
      <StateLine label={t('contract.field.state')} {...line} />
      {next && <Notice>{t(`contract.detail.next.${next}`)}</Notice>}
      {contract.state === 'returned' && (
        <Notice tone="warn" title={t('contract.detail.returned')}>
          <p className="whitespace-pre-line">{contract.return_reason}</p>
        </Notice>
      )}
      {contract.refusal_ground && (
        <Notice tone="error" title={t('contract.detail.refused')}>
          <p>{t(`contract.ground.${contract.refusal_ground}`)}</p>
          <p className="whitespace-pre-line">{contract.return_reason}</p>
        </Notice>
      )}
      {contract.cancelled_at && (
        <Notice tone="warn" title={t('contract.detail.cancelled')}>
          <Moment at={contract.cancelled_at} /> {contract.cancel_reason}
        </Notice>
      )}
      <Columns
        side={
          <>
            {own.length > 0 && (
              <section className="panel p-4">
                <h2 className="mb-2 text-lead">{t('contract.detail.actions')}</h2>
                {own.map((action, index) => (
                  <div key={action.event} className="mb-2">
                    {action.refusal === null ? (
                      <LinkButton
                        to={`${at}/${paths[action.event as keyof typeof paths]}`}
                        look={index === own.length - 1 ? 'primary' : 'secondary'}
                        className="w-full"
                      >
                        {t(`contract.event.${action.event}`)}
                      </LinkButton>
                    ) : (
                      <p className="text-small text-quiet">
                        {t(`contract.event.${action.event}`)}: {t(action.refusal as TextKey)}
                      </p>
                    )}
                  </div>
                ))}
              </section>
            )}
            <section className="panel p-4">
              <h2 className="text-lead">{t('contract.detail.amounts')}</h2>
              <AmountFacts contract={contract} />
            </section>
          </>
        }
      >
        <Section title={t('contract.detail.parties')}>
          <Parties contract={contract} />
        </Section>
        {contract.acceptance.length > 0 && (
          <Section title={t('contract.detail.acceptance')}>
            <p className="max-w-text text-small text-quiet">{t('contract.detail.acceptance_hint')}</p>
            <AcceptanceTerms terms={contract.acceptance} />
          </Section>
        )}
        {contract.terms && (
          <Section title={t('contract.detail.text')}>
            <p className="max-w-text whitespace-pre-line">{contract.terms}</p>
          </Section>
        )}
        <Section title={t('contract.detail.facts')}>
          <ContractFacts contract={contract} />
        </Section>
        {contract.entries.length > 0 && (
          <Section title={t('contract.detail.ledger')}>
            <Ledger contract={contract} />
          </Section>
        )}
      </Columns>
    </>
  )
}
