import { useState } from 'react'
import { fenFrom, fenNumber, formatFen } from '~/domain/kernel/money'
import { useText } from '~/i18n'
import { Field, describedBy, useFieldState } from './field'
import type { FieldProps } from './field'

interface MoneyInputProps extends FieldProps {
  /** The value in fen at first, where the form's values do not carry the amount as typed. */
  fen?: string | null
}

/** An amount in 元 (or typed with 万, 亿); shows how it reads as one types. */
export function MoneyInput({ name, label, hint, optional, className, fen }: MoneyInputProps) {
  const { t, locale } = useText()
  const field = useFieldState(name)
  const initial = field.initial ?? (fen ? fenNumber(BigInt(fen), '元') : '')
  const [typed, setTyped] = useState(initial)
  const amount = typed.trim() === '' ? null : fenFrom(typed)
  const reading = amount === null ? null : formatFen(amount, amount >= 1_000_000n ? 'auto' : '元', locale)
  return (
    <Field
      field={field}
      label={label}
      hint={hint ?? t('common.form.money_hint')}
      optional={optional}
      className={className}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <input
          id={field.id}
          name={name}
          inputMode="decimal"
          autoComplete="off"
          defaultValue={initial}
          onChange={(event) => setTyped(event.target.value)}
          className="control numbers max-w-60 text-end"
          {...describedBy(field, true)}
        />
        <span>{t('common.form.yuan')}</span>
        <output htmlFor={field.id} className="numbers text-quiet">
          {reading && t('common.form.reads', { amount: reading })}
        </output>
      </div>
    </Field>
  )
}
