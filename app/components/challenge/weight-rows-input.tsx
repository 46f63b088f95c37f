import { useField, useFormMetadata } from '@conform-to/react'
import type { ReactNode } from 'react'
import { FieldGroup, useFieldState } from '~/components/forms/field'
import { issueText } from '~/components/forms/issue-text'
import { Button } from '~/components/ui/button'
import { useText } from '~/i18n'

interface WeightRowsInputProps {
  /** Of the list in the command's input. */
  name: string
  label: ReactNode
  hint?: ReactNode
  /** Names of the two fields of a row, and what they are called. */
  text: { name: string; label: string }
  weight: { name: string; label: string }
  add: string
  most: number
}

/** Rows of a name and its share of one hundred; rows come and go without JavaScript too. */
export function WeightRowsInput({ name, label, hint, text, weight, add, most }: WeightRowsInputProps) {
  const { t } = useText()
  const field = useFieldState(name)
  const [list] = useField<Record<string, string>[]>(name)
  const form = useFormMetadata()
  const rows = list.getFieldList()
  return (
    <FieldGroup field={field} label={label} hint={hint}>
      <ol>
        {rows.map((row, index) => {
          const fields = row.getFieldset()
          const messages = Object.values(row.allErrors).flatMap((each) => each ?? [])
          const input = (part: string, called: string, numeric: boolean) => {
            const held: unknown = fields[part]?.initialValue
            const initial = typeof held === 'string' ? held : undefined
            return (
              <label className="block text-small">
                <span className="text-quiet">{called}</span>
                <input
                  key={initial}
                  id={`${row.id}.${part}`}
                  name={`${row.name}.${part}`}
                  defaultValue={initial}
                  inputMode={numeric ? 'numeric' : undefined}
                  autoComplete="off"
                  aria-invalid={fields[part]?.errors?.length ? true : undefined}
                  aria-describedby={messages.length > 0 ? `${row.id}-error` : undefined}
                  className={`control text-body ${numeric ? 'numbers text-end' : ''}`}
                />
              </label>
            )
          }
          return (
            <li key={row.key ?? index} className="mb-2">
              <fieldset id={row.id} tabIndex={-1} className="grid grid-cols-[minmax(0,1fr)_6rem_auto] items-end gap-2">
                <legend className="sr-only">{t('challenge.form.row', { number: index + 1 })}</legend>
                {input(text.name, text.label, false)}
                {input(weight.name, weight.label, true)}
                <button
                  {...form.remove.getButtonProps({ name: list.name, index })}
                  formNoValidate
                  className="min-h-10 px-2 text-small text-river hover:underline"
                >
                  {t('common.targets.remove')}
                  <span className="sr-only"> {index + 1}</span>
                </button>
              </fieldset>
              {messages.length > 0 && (
                <p id={`${row.id}-error`} className="font-semibold text-seal">
                  {[...new Set(messages)].map((message) => issueText(t, message)).join(' ')}
                </p>
              )}
            </li>
          )
        })}
      </ol>
      {rows.length < most && (
        <Button {...form.insert.getButtonProps({ name: list.name })} formNoValidate>
          {add}
        </Button>
      )}
    </FieldGroup>
  )
}
