import { useEffect, useRef } from 'react'
import { useText } from '~/i18n'
import { issueText } from './issue-text'
import { useLabelOf } from './labels'

interface ErrorSummaryProps {
  formId: string
  /** Issue messages by field name; under '' those of the whole form. */
  errors: Readonly<Record<string, readonly string[] | null | undefined>>
}

/** What keeps the form from being done, each with a link to its field. Takes the focus when it appears. */
export function ErrorSummary({ formId, errors }: ErrorSummaryProps) {
  const { t } = useText()
  const labelOf = useLabelOf()
  const box = useRef<HTMLDivElement>(null)
  const lines = Object.entries(errors).flatMap(([name, messages]) =>
    (messages ?? []).map((message) => ({ name, message })),
  )
  const sign = lines.map((line) => line.name + line.message).join()
  useEffect(() => {
    if (sign !== '') box.current?.focus()
  }, [sign])
  if (lines.length === 0) return null
  return (
    <div ref={box} role="alert" tabIndex={-1} className="panel mb-6 border-2 border-seal px-4 py-3">
      <h2 className="text-lead">{t('common.form.summary', { count: lines.length })}</h2>
      <ul className="mt-1">
        {lines.map(({ name, message }, index) => {
          const label = labelOf(name)
          const text = issueText(t, message)
          const words = label ? t('common.form.labelled', { label, text }) : text
          return (
            <li key={index}>
              {name === '' ? (
                <span className="font-semibold text-seal">{words}</span>
              ) : (
                <a
                  href={`#${formId}-${name}`}
                  data-plain
                  className="inline-flex min-h-10 items-center font-semibold text-seal underline sm:min-h-8"
                >
                  {words}
                </a>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
