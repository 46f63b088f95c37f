import { useActionData, useLoaderData } from '@remix-run/react'
import { TextArea } from '~/components/forms/inputs'
import { cancelContract } from '~/domain/contract/commands/cancel.server'
import { contractIdOf } from '~/domain/contract/queries.server'

import { act, goTo } from '~/http/act'
import { useText } from '~/i18n'
import { titled } from '../../page-title'
import { Decision } from './decision'
import { decisionPage } from './decision-page.server'

export const meta = titled('contract.cancel.title')

export const loader = decisionPage('cancel')

export const action = act(cancelContract, {
  given: async ({ params, services }) => ({ id: await contractIdOf(services.db, params.number ?? '') }),
  then: () => goTo('/admin/contracts', 'contract.said.cancelled'),
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
      title={t('contract.cancel.title')}
      submit={t('contract.cancel.submit')}
      next={t('contract.cancel.next')}
      grave
    >
      <TextArea name="reason" label={t('contract.cancel.reason')} rows={4} required />
    </Decision>
  )
}
