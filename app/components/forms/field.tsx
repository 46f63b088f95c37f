import { useField } from '@conform-to/react'
import type { ReactNode } from 'react'
import { useText } from '~/i18n'
import { classes } from '~/components/classes'
import { issueText } from './issue-text'

export interface FieldProps {
  /** Of the command's input: `title`, `contact.phone`, `targets[0].value`. */
  name: string
  label: ReactNode
  hint?: ReactNode
  optional?: boolean
  className?: string
}

/** What a control needs to know of its field. */
export interface FieldState {
  id: string
  name: string
  initial: string | undefined
  /** Chosen options, for groups. */
  chosen: string[]
  invalid: boolean
  messages: string[]
  hintId: string
  errorId: string
}

/** Value and errors of a field of the surrounding ActForm. */
export function useFieldState(name: string): FieldState {
  const { t } = useText()
  const [meta] = useField<string>(name)
  const initial: unknown = meta.initialValue
  const chosen = Array.isArray(initial)
    ? initial.map(String)
    : typeof initial === 'string' && initial !== ''
      ? [initial]
      : []
  const messages = (meta.errors ?? []).map((message) => issueText(t, message))
  return {
    id: meta.id,
    name,
    initial: typeof initial === 'string' ? initial : undefined,
    chosen,
    invalid: messages.length > 0,
    messages,
    hintId: `${meta.id}-hint`,
    errorId: `${meta.id}-error`,
  }
}

/** The aria attributes that tie a control to its hint and error. */
export function describedBy(field: FieldState, hint: ReactNode) {
  const ids = [hint ? field.hintId : null, field.invalid ? field.errorId : null].filter(Boolean).join(' ')
  return { 'aria-describedby': ids || undefined, 'aria-invalid': field.invalid || undefined }
}

/** Label above, hint under the label, error before the control. */
export function Field({
  field,
  label,
  hint,
  optional,
  className,
  children,
}: Omit<FieldProps, 'name'> & { field: FieldState; children: ReactNode }) {
  return (
    <div className={classes('mb-5', field.invalid && 'border-s-4 border-seal ps-3', className)}>
      <label htmlFor={field.id} className="block font-semibold">
        {label}
        {optional && <Optional />}
      </label>
      <HintAndError field={field} hint={hint} />
      <div className="mt-1">{children}</div>
    </div>
  )
}

/** The same around several controls. */
export function FieldGroup({
  field,
  label,
  hint,
  optional,
  className,
  children,
}: Omit<FieldProps, 'name'> & { field: FieldState; children: ReactNode }) {
  return (
    <fieldset
      id={field.id}
      tabIndex={-1}
      {...describedBy(field, hint)}
      className={classes('mb-5', field.invalid && 'border-s-4 border-seal ps-3', className)}
    >
      <legend className="font-semibold">
        {label}
        {optional && <Optional />}
      </legend>
      <HintAndError field={field} hint={hint} />
      <div className="mt-1">{children}</div>
    </fieldset>
  )
}

function Optional() {
  const { t } = useText()
  return <span className="font-normal text-quiet">{t('common.form.optional')}</span>
}

function HintAndError({ field, hint }: { field: FieldState; hint: ReactNode }) {
  return (
    <>
      {hint && (
        <div id={field.hintId} className="running max-w-text text-small text-quiet">
          {hint}
        </div>
      )}
      {field.invalid && (
        <p id={field.errorId} className="font-semibold text-seal">
          {field.messages.join(' ')}
        </p>
      )}
    </>
  )
}

/** One topic of a form. */
export function FormSection({ title, intro, children }: { title: ReactNode; intro?: ReactNode; children: ReactNode }) {
  return (
    <section className="mt-8 border-t border-line pt-4 first-of-type:mt-0 first-of-type:border-t-0 first-of-type:pt-0">
      <h2 className="mb-3 text-lead">{title}</h2>
      {intro && <p className="running mb-4 max-w-text text-quiet">{intro}</p>}
      {children}
    </section>
  )
}
