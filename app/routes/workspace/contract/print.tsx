import { useLoaderData } from '@remix-run/react'
import { contractPage } from '~/domain/contract/queries.server'
import { signedIn } from '~/domain/kernel/actor'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'
import { AcceptanceTerms } from './acceptance-terms'
import { AmountFacts, ContractFacts } from './facts'
import { Parties } from './parties'

export const meta = titled('contract.print.title')

export const loader = page(signedIn, ({ actor, params, now, services }) =>
  contractPage(services.db, actor, params.number ?? '', now),
)

/** The whole contract on paper: parties, amounts, terms, targets as terms of acceptance, signatures. */
export default function Page() {
  const contract = useLoaderData<typeof loader>()
  const { t } = useText()
  return (
    <article className="mx-auto max-w-form space-y-6">
      <header className="text-center">
        <h1 className="text-title">{t('contract.print.heading', { kind: t(`contract.kind.${contract.kind}`) })}</h1>
        <p className="text-lead">{contract.title}</p>
        <p className="numbers text-quiet">{contract.number}</p>
      </header>
      <Parties contract={contract} />
      <AmountFacts contract={contract} />
      <p className="whitespace-pre-line">{contract.terms}</p>
      {contract.acceptance.length > 0 && (
        <section>
          <h2 className="text-lead">{t('contract.detail.acceptance')}</h2>
          <AcceptanceTerms terms={contract.acceptance} />
        </section>
      )}
      <ContractFacts contract={contract} />
      <p className="text-small break-all text-quiet">
        {t('contract.print.note', { version: contract.version, hash: contract.document_hash })}
      </p>
    </article>
  )
}
