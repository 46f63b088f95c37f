import { Form, useNavigation } from '@remix-run/react'
import { FormProvider, parse, useForm } from '@conform-to/react'
import type { SubmissionResult } from '@conform-to/react'
import type { ReactNode } from 'react'
import { buttonClass } from '~/components/ui/button'
import type { ButtonLook } from '~/components/ui/button'
import { useText } from '~/i18n'
import { ErrorSummary } from './error-summary'
import { FormToken } from './form-token'
import { LabelsProvider } from './labels'

/** Values as a form takes them: text, lists, groups, by the names of the command's input. */
export type FormValues = Record<string, unknown>

interface ActFormProps {
  /** Unique on the page; ids of fields begin with it. */
  id: string
  /** Where it is sent; this page without it. */
  action?: string
  /** Idempotency key from the page's loader: sending twice counts once. */
  actKey?: string
  /** `result` of the action's answer. */
  result?: SubmissionResult<string[]> | null
  /** What the fields hold at first. */
  values?: FormValues
  /** Names of fields for the summary of errors, for those that do not name themselves by a label of their own. */
  labels?: Readonly<Record<string, string>>
  files?: boolean
  className?: string
  children: ReactNode
}

/**
 * A form that is one act. Fields inside find their value and errors by name. What the answer refuses comes back filled in, with
 * a summary of errors. Works without JavaScript.
 */
export function ActForm({
  id,
  action,
  actKey,
  result,
  values,
  labels,
  files = false,
  className,
  children,
}: ActFormProps) {
  const [form] = useForm<Record<string, never>, unknown, string[]>({
    id,
    lastResult: result ?? undefined,
    defaultValue: values as Record<string, never> | undefined,
    // Rows are added and removed on the spot; everything else is for the server to judge.
    onValidate: ({ formData }) => parse(formData, { resolve: () => ({ value: {} }) }),
    shouldValidate: 'onSubmit',
  })
  return (
    <FormProvider context={form.context}>
      <Form
        id={form.id}
        method="post"
        action={action}
        encType={files ? 'multipart/form-data' : undefined}
        onSubmit={form.onSubmit}
        noValidate
        className={className ?? 'max-w-form'}
      >
        {/* Enter in a field presses the first submit button: this one, not the one that removes a row. */}
        <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />
        <FormToken actKey={actKey} />
        <LabelsProvider labels={labels}>
          <ErrorSummary formId={form.id} errors={form.allErrors} />
          {children}
        </LabelsProvider>
      </Form>
    </FormProvider>
  )
}

interface SubmitButtonProps {
  look?: ButtonLook
  /** Another act than the form's own: save the draft. */
  formAction?: string
  name?: string
  value?: string
  children: ReactNode
}

/** Sends the form; cannot be pressed twice while its act is under way. */
export function SubmitButton({ look = 'primary', formAction, name, value, children }: SubmitButtonProps) {
  const { t } = useText()
  const navigation = useNavigation()
  const busy = navigation.state === 'submitting'
  return (
    <button
      type="submit"
      name={name}
      value={value}
      formAction={formAction}
      aria-disabled={busy || undefined}
      onClick={(event) => busy && event.preventDefault()}
      className={buttonClass(look)}
    >
      {busy ? t('common.form.sending') : children}
    </button>
  )
}

/** The end of a form: its buttons, and what happens next, who sees it, until when it can be undone. */
export function FormEnd({ next, children }: { next?: ReactNode; children: ReactNode }) {
  return (
    <div className="mt-8 border-t border-line pt-4">
      {next && <p className="running mb-3 max-w-text text-small text-quiet">{next}</p>}
      <div className="flex flex-wrap gap-3">{children}</div>
    </div>
  )
}
