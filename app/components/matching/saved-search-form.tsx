import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { RadioGroup } from '~/components/forms/choices'
import { TextInput } from '~/components/forms/inputs'
import { useText } from '~/i18n'

const alerts = ['at_once', 'digest', 'none'] as const

interface SavedSearchFormProps {
  action?: string
  actKey: string
  /** The search: its path, the list and what is chosen in it. */
  of: { path: string; list: string; chosen: readonly string[] }
  saved: { name: string; alerts: (typeof alerts)[number] }
  result: SubmissionResult<string[]> | null
  children?: ReactNode
}

/** Name and alerts of a kept search. */
export function SavedSearchForm({ action, actKey, of, saved, result, children }: SavedSearchFormProps) {
  const { t } = useText()
  const labels = { name: t('matching.saved.name'), alerts: t('matching.saved.alerts') }
  return (
    <ActForm id="saved" action={action} actKey={actKey} result={result} values={saved} labels={labels}>
      <p className="mb-5">
        <Link to={of.path}>{[of.list, ...of.chosen].join(' · ')}</Link>
      </p>
      <TextInput name="name" label={labels.name} width="medium" maxLength={80} required />
      <RadioGroup
        name="alerts"
        label={labels.alerts}
        options={alerts.map((value) => ({
          value,
          label: t(`matching.saved.alert.${value}`),
          hint: t(`matching.saved.alert_hint.${value}`),
        }))}
      />
      <FormEnd next={t('matching.saved.next')}>
        <SubmitButton>{t('matching.saved.submit')}</SubmitButton>
        {children}
      </FormEnd>
    </ActForm>
  )
}
