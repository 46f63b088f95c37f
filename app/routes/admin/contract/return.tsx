import { useActionData, useLoaderData } from '@remix-run/react'
import { TextArea } from '~/components/forms/inputs'
import { returnContract } from '~/domain/contract/commands/return.server'
import { contractIdOf } from '~/domain/contract/queries.server'

import { act, goTo } from '~/http/act'
import { useText } from '~/i18n'
import { titled } from '../../page-title'
import { Decision } from './decision'
import { decisionPage } from './decision-page.server'

export const meta = titled('contract.return.title')

export const loader = decisionPage('return')

export const action = act(returnContract, {
  given: async ({ params, services }) => ({ id: await contractIdOf(services.db, params.number ?? '') }),
  then: () => goTo('/admin/contracts', 'contract.said.returned'),
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
      title={t('contract.return.title')}
      submit={t('contract.return.submit')}
      next={t('contract.return.next')}
    >
      <TextArea
        name="reason"
        label={t('contract.return.reason')}
        hint={t('contract.return.reason_hint')}
        rows={5}
        required
      />
    </Decision>
  )
}
