import { useActionData, useLoaderData } from '@remix-run/react'

import { acceptContract } from '~/domain/contract/commands/accept.server'
import { contractIdOf } from '~/domain/contract/queries.server'

import { act, goTo } from '~/http/act'
import { useText } from '~/i18n'
import { titled } from '../../page-title'
import { Decision } from './decision'
import { decisionPage } from './decision-page.server'

export const meta = titled('contract.accept.title')

export const loader = decisionPage('accept')

export const action = act(acceptContract, {
  given: async ({ params, services }) => ({ id: await contractIdOf(services.db, params.number ?? '') }),
  then: ({ number }) => goTo(`/admin/contracts/${number}`, 'contract.said.accepted'),
})

export default function Page() {
  const { contract, key } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useText()
  return (
    <Decision
      contract={contract}
      actKey={key}
      answer={answer}
      title={t('contract.accept.title')}
      submit={t('contract.accept.submit')}
      next={t('contract.accept.intro')}
    />
  )
}
