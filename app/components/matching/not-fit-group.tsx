import { Link } from '@remix-run/react'
import { ActForm, SubmitButton } from '~/components/forms/act-form'
import type { NotFitView } from '~/domain/matching/feedback.server'
import { useText } from '~/i18n'

const folders = { achievement: '/achievements', capability: '/capabilities' } as const

interface NotFitGroupProps {
  /** Path of the match page. */
  base: string
  rows: readonly NotFitView[]
  /** Whether the reader may take them back. */
  judges: boolean
  actKey: string
}

/** What was let be on this challenge, folded; each can be taken back. */
export function NotFitGroup({ base, rows, judges, actKey }: NotFitGroupProps) {
  const { t } = useText()
  if (rows.length === 0) return null
  return (
    <details id="not-fit" className="panel mt-6 px-5 py-2 lg:px-6">
      <summary className="inline-flex min-h-10 items-center font-semibold">
        {t('matching.not_fit.group', { count: rows.length })}
      </summary>
      <p className="max-w-text text-small text-quiet">{t('matching.not_fit.group_hint')}</p>
      <ul className="mt-2">
        {rows.map((row) => (
          <li
            key={row.number}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line py-3"
          >
            <div className="min-w-0 flex-1 basis-80">
              <Link to={`${folders[row.kind]}/${row.number}`}>{row.title}</Link>
              <p className="numbers text-small text-quiet">
                {t(`matching.kind.${row.kind}`)} · {row.number} · {row.organization}
              </p>
              <p className="running max-w-text text-small">
                {t(`matching.reason.${row.reason}`)}
                {row.note && ` · ${row.note}`}
              </p>
            </div>
            {judges && (
              <ActForm
                id={`take-back-${row.number}`}
                action={`${base}/${row.number}/not-fit/undo`}
                actKey={`${actKey}:${row.number}`}
                className=""
              >
                <SubmitButton look="secondary">{t('matching.not_fit.take_back')}</SubmitButton>
              </ActForm>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
