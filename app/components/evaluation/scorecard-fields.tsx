import { TextArea, TextInput } from '~/components/forms/inputs'
import type { ScorecardView } from '~/domain/evaluation/queries.server'
import { useText } from '~/i18n'

interface ScorecardFieldsProps {
  bidId: string
  criteria: ScorecardView['criteria']
  /** Index of the first line of this bid in the form's list. */
  from: number
}

/** Points and reason by every criterion for one bid. */
export function ScorecardFields({ bidId, criteria, from }: ScorecardFieldsProps) {
  const { t } = useText()
  return (
    <div className="gap-x-6 lg:grid lg:grid-cols-2">
      {criteria.map((criterion, index) => {
        const name = `scores[${from + index}]`
        return (
          <div key={criterion.position} className="border-t border-line pt-3">
            <input type="hidden" name={`${name}.bid_id`} value={bidId} />
            <input type="hidden" name={`${name}.criterion`} value={criterion.position} />
            <TextInput
              name={`${name}.value`}
              label={t('evaluation.score.points', { criterion: criterion.name, weight: criterion.weight })}
              inputMode="numeric"
              autoComplete="off"
              width="short"
            />
            <TextArea name={`${name}.reason`} label={t('evaluation.score.reason')} rows={3} />
          </div>
        )
      })}
    </div>
  )
}
