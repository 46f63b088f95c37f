import type { SubmissionResult } from '@conform-to/react'
import type { ReactNode } from 'react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import type { FormValues } from '~/components/forms/act-form'
import { PageHeading } from '~/components/layout/page-heading'
import { LinkButton } from '~/components/ui/button'
import { useText } from '~/i18n'
import { contractLabels } from '../../workspace/contract/names'

interface DecisionProps {
  contract: { number: string; title: string }
  actKey: string
  answer: unknown
  title: string
  submit: string
  next: string
  values?: FormValues
  /** Cannot be taken back. */
  grave?: boolean
  children?: ReactNode
}

/** One decision of a registrar about one contract. */
export function Decision({ contract, actKey, answer, title, submit, next, values, grave, children }: DecisionProps) {
  const { t } = useText()
  const at = `/admin/contracts/${contract.number}`
  const result =
    answer && typeof answer === 'object' && 'result' in answer ? (answer.result as SubmissionResult<string[]>) : null
  return (
    <>
      <PageHeading
        title={title}
        breadcrumb={[
          { label: t('contract.queue.title'), to: '/admin/contracts' },
          { label: contract.number, to: at },
          { label: title },
        ]}
        meta={contract.title}
      />
      <ActForm id="decision" actKey={actKey} result={result} values={values} labels={contractLabels(t)}>
        {children}
        <FormEnd next={next}>
          <SubmitButton look={grave ? 'grave' : 'primary'}>{submit}</SubmitButton>
          <LinkButton to={at} look="quiet">
            {t('contract.sign.back')}
          </LinkButton>
        </FormEnd>
      </ActForm>
    </>
  )
}
