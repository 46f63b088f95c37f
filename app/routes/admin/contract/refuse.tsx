import { useActionData, useLoaderData } from '@remix-run/react'
import { Select, TextArea } from '~/components/forms/inputs'
import { refusalGrounds } from '#db/schema/codes'
import { refuseContract } from '~/domain/contract/commands/refuse.server'
import { contractIdOf } from '~/domain/contract/queries.server'

import { act, goTo } from '~/http/act'
import { useText } from '~/i18n'
import { titled } from '../../page-title'
import { Decision } from './decision'
import { decisionPage } from './decision-page.server'

export const meta = titled('contract.refuse.title')

export const loader = decisionPage('refuse')

export const action = act(refuseContract, {
  given: async ({ params, services }) => ({ id: await contractIdOf(services.db, params.number ?? '') }),
  then: () => goTo('/admin/contracts', 'contract.said.refused'),
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
      title={t('contract.refuse.title')}
      submit={t('contract.refuse.submit')}
      next={t('contract.refuse.next')}
      grave
    >
      <Select
        name="ground"
        label={t('contract.field.ground')}
        width="full"
        options={refusalGrounds.map((value) => ({ value, label: t(`contract.ground.${value}`) }))}
      />
      <TextArea name="reason" label={t('contract.field.reason')} rows={5} required />
    </Decision>
  )
}
