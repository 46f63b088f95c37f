import type { SubmissionResult } from '@conform-to/react'
import type { ReactNode } from 'react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { Checkbox } from '~/components/forms/choices'
import { TextInput } from '~/components/forms/inputs'
import type { SynonymGroupView } from '~/domain/matching/synonyms.server'
import { useText } from '~/i18n'

interface SynonymsFormProps {
  actKey: string
  /** Null or absent: a new group. */
  group?: SynonymGroupView | null
  result: SubmissionResult<string[]> | null
  submit: string
  children?: ReactNode
}

/** A group of words that say the same. */
export function SynonymsForm({ actKey, group, result, submit, children }: SynonymsFormProps) {
  const { t } = useText()
  const labels = { words: t('matching.synonyms.words'), note: t('matching.synonyms.note') }
  return (
    <ActForm
      id="synonyms"
      actKey={actKey}
      result={result}
      values={{
        words: group?.words.join('、') ?? '',
        note: group?.note ?? '',
        active: group?.active === false ? '' : 'on',
      }}
      labels={labels}
    >
      <TextInput name="words" label={labels.words} hint={t('matching.synonyms.words_hint')} required />
      <TextInput name="note" label={labels.note} hint={t('matching.synonyms.note_hint')} width="medium" optional />
      <Checkbox name="active" label={t('matching.synonyms.in_use')} />
      <FormEnd next={t('matching.synonyms.next')}>
        <SubmitButton>{submit}</SubmitButton>
        {children}
      </FormEnd>
    </ActForm>
  )
}
