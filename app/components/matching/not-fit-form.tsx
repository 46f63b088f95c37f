import type { SubmissionResult } from '@conform-to/react'
import { refusalReasons } from '#db/schema/codes'
import { ActForm, SubmitButton } from '~/components/forms/act-form'
import { Select, TextArea } from '~/components/forms/inputs'
import { useText } from '~/i18n'

interface NotFitFormProps {
  /** Number of the listing; names the form. */
  listing: string
  action: string
  actKey: string
  result?: SubmissionResult<string[]> | null
}

/** Lets a match be, with a reason. */
export function NotFitForm({ listing, action, actKey, result }: NotFitFormProps) {
  const { t } = useText()
  return (
    <ActForm
      id={`not-fit-${listing}`}
      action={action}
      // One page holds many of these forms: each is an act of its own.
      actKey={`${actKey}:${listing}`}
      result={result}
      labels={{ reason: t('matching.not_fit.reason'), note: t('matching.not_fit.note') }}
    >
      <Select
        name="reason"
        label={t('matching.not_fit.reason')}
        hint={t('matching.not_fit.reason_hint')}
        options={refusalReasons.map((reason) => ({ value: reason, label: t(`matching.reason.${reason}`) }))}
      />
      <TextArea
        name="note"
        label={t('matching.not_fit.note')}
        hint={t('matching.not_fit.note_hint')}
        optional
        rows={2}
        maxLength={500}
      />
      <div className="mt-3">
        <SubmitButton look="secondary">{t('matching.not_fit.submit')}</SubmitButton>
      </div>
    </ActForm>
  )
}
