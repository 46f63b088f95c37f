import { DataTable } from '~/components/ui/data-table'
import { useText } from '~/i18n'

/** Every problem type of the API; `type` of a problem is `/about#problem-<code>`. */
const problems = [
  { code: 'not_signed_in', status: 401 },
  { code: 'not_allowed', status: 403 },
  { code: 'not_found', status: 404 },
  { code: 'method_not_allowed', status: 405 },
  { code: 'stale', status: 409 },
  { code: 'invalid', status: 422 },
  { code: 'limit_reached', status: 429 },
  { code: 'internal', status: 500 },
  { code: 'unavailable', status: 503 },
] as const

export function ProblemTable() {
  const { t } = useText()
  return (
    <DataTable
      caption={t('about.problems.title')}
      captionHidden
      rows={problems}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'code',
          header: t('about.problems.code'),
          rowHeader: true,
          width: '14rem',
          cell: ({ code }) => <code id={`problem-${code}`}>{code}</code>,
        },
        { key: 'status', header: t('about.problems.status'), width: '6rem', cell: ({ status }) => status },
        {
          key: 'meaning',
          header: t('about.problems.meaning'),
          cell: ({ code }) => t(`about.problems.meaning_of.${code}`),
        },
      ]}
    />
  )
}
