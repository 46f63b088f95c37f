import type { ReactNode } from 'react'
import { classes } from '~/components/classes'
import { FieldGroup, useFieldState } from './field'
import type { FieldProps } from './field'
import type { Choice } from './inputs'

interface GroupProps extends FieldProps {
  options: readonly Choice[]
  /** Side by side where there is room, for short words. */
  inline?: boolean
}

export function RadioGroup({ name, label, hint, optional, className, options, inline }: GroupProps) {
  return <ChoiceGroup kind="radio" {...{ name, label, hint, optional, className, options, inline }} />
}

export function CheckboxGroup({ name, label, hint, optional, className, options, inline }: GroupProps) {
  return <ChoiceGroup kind="checkbox" {...{ name, label, hint, optional, className, options, inline }} />
}

/** Many stand under one another, or nobody finds his. */
const manyInline = 'sm:grid sm:grid-cols-[repeat(3,auto)] sm:gap-x-6'

function ChoiceGroup({
  kind,
  name,
  label,
  hint,
  optional,
  className,
  options,
  inline = false,
}: GroupProps & { kind: 'radio' | 'checkbox' }) {
  const field = useFieldState(name)
  return (
    <FieldGroup field={field} label={label} hint={hint} optional={optional} className={className}>
      <div
        key={field.chosen.join()}
        className={classes(inline && (options.length > 6 ? manyInline : 'sm:flex sm:flex-wrap sm:gap-x-6'))}
      >
        {options.map((option) => (
          <Choosable
            key={option.value}
            kind={kind}
            id={`${field.id}-${option.value}`}
            name={name}
            value={option.value}
            checked={field.chosen.includes(option.value)}
            label={option.label}
            hint={option.hint}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

/** One tick of its own: 我已阅读并同意. */
export function Checkbox({ name, label, hint }: Pick<FieldProps, 'name' | 'label' | 'hint'>) {
  const field = useFieldState(name)
  return (
    <div className={classes('mb-5', field.invalid && 'border-s-4 border-seal ps-3')}>
      {field.invalid && (
        <p id={field.errorId} className="font-semibold text-seal">
          {field.messages.join(' ')}
        </p>
      )}
      <Choosable
        key={field.initial}
        kind="checkbox"
        id={field.id}
        name={name}
        value="on"
        checked={field.initial === 'on' || field.initial === 'true'}
        label={label}
        hint={hint}
      />
    </div>
  )
}

interface ChoosableProps {
  kind: 'radio' | 'checkbox'
  id: string
  name: string
  value: string
  checked: boolean
  label: ReactNode
  hint?: ReactNode
}

function Choosable({ kind, id, name, value, checked, label, hint }: ChoosableProps) {
  return (
    <div className="flex min-h-10 items-start gap-2.5 py-1.5">
      <input
        type={kind}
        id={id}
        name={name}
        value={value}
        defaultChecked={checked}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-1 size-4 shrink-0 accent-river"
      />
      <div className="min-w-0">
        <label htmlFor={id} className="block">
          {label}
        </label>
        {hint && (
          <span id={`${id}-hint`} className="block max-w-text text-small text-quiet">
            {hint}
          </span>
        )}
      </div>
    </div>
  )
}
