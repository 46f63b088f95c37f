import { LinkButton } from '~/components/ui/button'
import { DataTable } from '~/components/ui/data-table'
import { Countdown, Moment } from '~/components/ui/moment'
import type { Todo, Waiting } from '~/domain/todo/kinds'
import { useText } from '~/i18n'
import { Link } from '@remix-run/react'

const Subject = ({ title, number, say }: { title: string; number: string | null; say: string }) => (
  <>
    <span className="font-semibold">{title}</span>
    {number && <span className="numbers ms-2 text-small font-normal whitespace-nowrap text-quiet">{number}</span>}
    <span className="block text-small font-normal">{say}</span>
  </>
)

/** What waits for the reader: each row with its deadline and one verb. */
export function TodoTable({ rows, caption }: { rows: readonly Todo[]; caption: string }) {
  const { t } = useText()
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => `${row.kind} ${row.to}`}
      columns={[
        {
          key: 'subject',
          header: t('workspace.column.subject'),
          rowHeader: true,
          cell: ({ title, number, kind }) => (
            <Subject title={title} number={number} say={t(`workspace.todo.${kind}.say`)} />
          ),
        },
        {
          key: 'since',
          header: t('workspace.column.since'),
          width: '8rem',
          cell: ({ since }) => since && <Moment at={since} />,
        },
        {
          key: 'deadline',
          header: t('workspace.column.deadline'),
          width: '9rem',
          cell: ({ deadline }) =>
            deadline ? <Countdown to={deadline} /> : <span className="text-quiet">{t('workspace.no_deadline')}</span>,
        },
        {
          key: 'act',
          header: t('workspace.column.act'),
          width: '11rem',
          cell: ({ to, kind }) => <LinkButton to={to}>{t(`workspace.todo.${kind}.act`)}</LinkButton>,
        },
      ]}
    />
  )
}

/** What was handed on, with where it stands and until when. */
export function WaitingTable({ rows, caption }: { rows: readonly Waiting[]; caption: string }) {
  const { t } = useText()
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => `${row.kind} ${row.to}`}
      columns={[
        {
          key: 'subject',
          header: t('workspace.column.subject'),
          rowHeader: true,
          cell: ({ title, number, to }) => (
            <>
              <Link to={to}>{title}</Link>
              {number && <span className="numbers block text-small text-quiet">{number}</span>}
            </>
          ),
        },
        { key: 'waits', header: t('workspace.column.waits'), cell: ({ kind }) => t(`workspace.waiting.${kind}`) },
        {
          key: 'until',
          header: t('workspace.column.until'),
          width: '9rem',
          cell: ({ deadline }) => deadline && <Countdown to={deadline} />,
        },
      ]}
    />
  )
}
