import { Checkbox } from '~/components/forms/choices'
import { TextInput } from '~/components/forms/inputs'
import { requirementText } from '~/components/ui/target-strip'
import type { StripTarget } from '~/components/ui/strip-scale'
import { useText } from '~/i18n'

interface CommitmentFieldsProps {
  targets: readonly (StripTarget & { position: number })[]
}

/** One group per target: what is required, and beside it what the bid commits to, or expressly nothing. */
export function CommitmentFields({ targets }: CommitmentFieldsProps) {
  const { t } = useText()
  return (
    <>
      {targets.map((target, index) => {
        const name = `content.commitments[${index}]`
        const range = target.comparator === 'between'
        return (
          <fieldset key={target.position} className="panel mb-4 px-4 pt-3">
            <legend className="float-start me-3 font-semibold">{target.name}</legend>
            <input type="hidden" name={`${name}.position`} value={target.position} />
            <p className="numbers mb-3 text-quiet">
              {t('bid.page.required')} {requirementText(t, target)} ·{' '}
              {t(target.must ? 'common.strip.must' : 'common.strip.wished')}
            </p>
            <div className="gap-x-4 sm:flex sm:flex-wrap">
              <TextInput
                name={`${name}.value`}
                label={`${t(range ? 'bid.page.value_from' : 'bid.page.value')}${target.unit && t('common.bracketed', { text: target.unit })}`}
                inputMode="decimal"
                autoComplete="off"
                width="short"
              />
              {range && (
                <TextInput
                  name={`${name}.value_to`}
                  label={`${t('bid.page.value_to')}${target.unit && t('common.bracketed', { text: target.unit })}`}
                  inputMode="decimal"
                  autoComplete="off"
                  width="short"
                />
              )}
              <div className="sm:mt-7">
                <Checkbox name={`${name}.none`} label={t('bid.page.none')} />
              </div>
            </div>
            <TextInput name={`${name}.note`} label={t('bid.page.note')} hint={t('bid.page.note_hint')} />
          </fieldset>
        )
      })}
    </>
  )
}
