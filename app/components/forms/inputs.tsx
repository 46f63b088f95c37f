import type { ComponentProps } from 'react'
import { classes } from '~/components/classes'
import { formatDate, formatTime, useText } from '~/i18n'
import { Field, describedBy, useFieldState } from './field'
import type { FieldProps } from './field'

type Width = 'short' | 'medium' | 'full'
const widths: Record<Width, string> = { short: 'max-w-40', medium: 'max-w-80', full: '' }

type Own<Element extends 'input' | 'textarea' | 'select'> = Omit<
  ComponentProps<Element>,
  'name' | 'id' | 'defaultValue' | 'value' | 'className'
>

interface TextInputProps extends FieldProps, Own<'input'> {
  width?: Width
}

export function TextInput({
  name,
  label,
  hint,
  optional,
  className,
  width = 'full',
  type = 'text',
  ...rest
}: TextInputProps) {
  const field = useFieldState(name)
  return (
    <Field field={field} label={label} hint={hint} optional={optional} className={className}>
      <input
        key={field.initial}
        id={field.id}
        name={name}
        type={type}
        defaultValue={type === 'password' ? undefined : field.initial}
        className={classes('control', widths[width])}
        {...describedBy(field, hint)}
        {...rest}
      />
    </Field>
  )
}

interface TextAreaProps extends FieldProps, Own<'textarea'> {}

export function TextArea({ name, label, hint, optional, className, rows = 5, ...rest }: TextAreaProps) {
  const field = useFieldState(name)
  return (
    <Field field={field} label={label} hint={hint} optional={optional} className={className}>
      <textarea
        key={field.initial}
        id={field.id}
        name={name}
        rows={rows}
        defaultValue={field.initial}
        className="control"
        {...describedBy(field, hint)}
        {...rest}
      />
    </Field>
  )
}

export interface Choice {
  value: string
  label: string
  hint?: string
}

interface SelectProps extends FieldProps, Own<'select'> {
  options: readonly Choice[]
  /** The empty first option. */
  placeholder?: string
  width?: Width
}

export function Select({
  name,
  label,
  hint,
  optional,
  className,
  options,
  placeholder,
  width = 'medium',
  ...rest
}: SelectProps) {
  const { t } = useText()
  const field = useFieldState(name)
  return (
    <Field field={field} label={label} hint={hint} optional={optional} className={className}>
      <select
        key={field.initial}
        id={field.id}
        name={name}
        defaultValue={field.initial ?? ''}
        className={classes('control', widths[width])}
        {...describedBy(field, hint)}
        {...rest}
      >
        <option value="">{placeholder ?? t('common.form.choose')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** What a `datetime-local` field shows for a moment: the clock of Shanghai. A value without offset is shown as it is. */
export function localMoment(value: string | undefined): string | undefined {
  if (!value || !/(Z|[+-]\d{2}:\d{2})$/.test(value)) return value
  return `${formatDate(value)}T${formatTime(value)}`
}

interface DateTimeInputProps extends FieldProps, Own<'input'> {
  /** A civil day without a time. */
  dayOnly?: boolean
}

/** A moment on the clock of Shanghai, or a civil day. */
export function DateTimeInput({
  name,
  label,
  hint,
  optional,
  className,
  dayOnly = false,
  ...rest
}: DateTimeInputProps) {
  const { t } = useText()
  const field = useFieldState(name)
  const told = hint ?? (dayOnly ? undefined : t('common.form.shanghai_time'))
  return (
    <Field field={field} label={label} hint={told} optional={optional} className={className}>
      <input
        key={field.initial}
        id={field.id}
        name={name}
        type={dayOnly ? 'date' : 'datetime-local'}
        defaultValue={dayOnly ? field.initial : localMoment(field.initial)}
        className="control numbers max-w-60"
        {...describedBy(field, told)}
        {...rest}
      />
    </Field>
  )
}

interface FileInputProps extends FieldProps, Own<'input'> {}

export function FileInput({ name, label, hint, optional, className, ...rest }: FileInputProps) {
  const field = useFieldState(name)
  return (
    <Field field={field} label={label} hint={hint} optional={optional} className={className}>
      <input id={field.id} name={name} type="file" className="control py-2" {...describedBy(field, hint)} {...rest} />
    </Field>
  )
}
