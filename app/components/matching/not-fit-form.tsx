import { refusalReasons } from '#db/schema/codes'
import { ActForm, SubmitButton } from '~/components/forms/act-form'
import { Select, TextArea } from '~/components/forms/inputs'
import type { MatchView } from '~/domain/matching/match.server'
import { useText } from '~/i18n'

interface NotFitFormProps {
  /** Path of the match page. */
  base: string
  match: MatchView
  actKey: string
}

/** Lets a match be, with a reason; folded away until somebody wants it. */
export function NotFitForm({ base, match, actKey }: NotFitFormProps) {
  const { t } = useText()
  return (
    <details>
      <summary className="inline-flex min-h-10 items-center text-small text-river">
        {t('matching.not_fit.open')}
      </summary>
      <ActForm
        id={`not-fit-${match.number}`}
        action={`${base}/not-fit`}
        actKey={`${actKey}:${match.number}`}
        className="max-w-form border-t border-line pt-3"
      >
        <input type="hidden" name="listing" value={match.number} />
        <Select
          name="reason"
          label={t('matching.not_fit.reason')}
          hint={t('matching.not_fit.reason_hint')}
          required
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
    </details>
  )
}
