import { Link } from '@remix-run/react'
import { Section } from '~/components/layout/section'
import { DataTable } from '~/components/ui/data-table'
import { EmptyState } from '~/components/ui/empty-state'
import { Countdown, Moment } from '~/components/ui/moment'
import { Money, MoneyRange } from '~/components/ui/money'
import { daysBetween, useText } from '~/i18n'
import type { TextKey } from '~/i18n'

interface Closing {
  number: string
  title: string
  budget_min_fen: string | null
  budget_max_fen: string | null
  bid_deadline: string
}

export function ClosingTable({ rows }: { rows: readonly Closing[] }) {
  const { t } = useText()
  return (
    <Section
      title={t('home.closing')}
      aside={rows.length > 0 && <Link to="/challenges">{t('home.all_challenges')} →</Link>}
    >
      <DataTable
        caption={t('home.closing')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.number}
        empty={<EmptyState title={t('home.closing_none')}>{t('home.closing_none_hint')}</EmptyState>}
        columns={[
          {
            key: 'title',
            header: t('home.column.title'),
            rowHeader: true,
            cell: (row) => (
              <>
                <span className="numbers block text-small text-quiet">{row.number}</span>
                <Link to={`/challenges/${row.number}`}>{row.title}</Link>
              </>
            ),
          },
          {
            key: 'budget',
            header: t('home.column.budget'),
            numeric: true,
            cell: (row) => <MoneyRange from={row.budget_min_fen} to={row.budget_max_fen} />,
          },
          {
            key: 'left',
            header: t('home.column.left'),
            numeric: true,
            cell: (row) => <Countdown to={row.bid_deadline} />,
          },
        ]}
      />
    </Section>
  )
}

interface Deal {
  kind: string
  field: string
  seller_type: string
  buyer_type: string
  amount_fen: string
  registered_at: string
  published_at: string | null
}

/** Latest registrations without names; those from a challenge say how long they took. */
export function DealTable({ rows, to }: { rows: readonly Deal[]; to: string }) {
  const { t } = useText()
  const type = (code: string) => t(`organization.party_type.${code}` as TextKey)
  return (
    <Section title={t('home.deals')} aside={rows.length > 0 && <Link to={to}>{t('home.all_deals')} →</Link>}>
      <DataTable
        caption={t('home.deals')}
        captionHidden
        rows={rows}
        rowKey={(_, index) => String(index)}
        empty={<EmptyState title={t('home.deals_none')} />}
        columns={[
          {
            key: 'deal',
            header: t('home.column.deal'),
            rowHeader: true,
            cell: (row) => (
              <>
                {t(`common.field.${row.field}` as TextKey)} · {t(`contract.kind.${row.kind}` as TextKey)}
                <span className="block text-small text-quiet">
                  {type(row.seller_type)} → {type(row.buyer_type)}
                </span>
              </>
            ),
          },
          {
            key: 'amount',
            header: t('home.column.amount'),
            numeric: true,
            cell: (row) => <Money fen={row.amount_fen} />,
          },
          {
            key: 'registered',
            header: t('home.column.registered'),
            numeric: true,
            cell: (row) => (
              <>
                <Moment at={row.registered_at} />
                {row.published_at && (
                  <span className="block text-small text-quiet">
                    {t('home.days', { count: daysBetween(row.published_at, row.registered_at) })}
                  </span>
                )}
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}

interface Listing {
  number: string
  title: string
  organization: string
  listed_at: string
}

export function AchievementTable({ rows }: { rows: readonly Listing[] }) {
  const { t } = useText()
  return (
    <Section title={t('home.achievements')} aside={<Link to="/achievements">{t('home.all_achievements')} →</Link>}>
      <DataTable
        caption={t('home.achievements')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.number}
        columns={[
          {
            key: 'title',
            header: t('home.column.listing'),
            rowHeader: true,
            cell: (row) => (
              <>
                <span className="numbers block text-small text-quiet">{row.number}</span>
                <Link to={`/achievements/${row.number}`}>{row.title}</Link>
              </>
            ),
          },
          { key: 'owner', header: t('home.column.owner'), width: '30%', cell: (row) => row.organization },
          {
            key: 'listed',
            header: t('home.column.listed'),
            numeric: true,
            cell: (row) => <Moment at={row.listed_at} />,
          },
        ]}
      />
    </Section>
  )
}
