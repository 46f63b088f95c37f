import { DataTable } from '~/components/ui/data-table'
import { formatFigureOrRange } from '~/components/ui/strip-scale'
import type { MetricView } from '~/domain/kernel/metric'
import { useText } from '~/i18n'

/** The figures that a listing states. */
export function MetricsTable({ metrics, mine }: { metrics: readonly MetricView[]; mine: boolean }) {
  const { t } = useText()
  if (metrics.length === 0)
    return (
      <p className="max-w-text text-quiet">
        {t(mine ? 'achievement.detail.no_metrics_own' : 'achievement.detail.no_metrics')}
      </p>
    )
  return (
    <DataTable
      caption={t('achievement.detail.metrics')}
      captionHidden
      rows={metrics}
      rowKey={(row, index) => `${row.name}-${index}`}
      columns={[
        { key: 'name', header: t('achievement.detail.metric_name'), cell: (row) => row.name, rowHeader: true },
        {
          key: 'value',
          header: t('achievement.detail.metric_value'),
          numeric: true,
          cell: (row) =>
            `${formatFigureOrRange(row.value_to === null ? row.value : [row.value, row.value_to])} ${row.unit}`,
        },
        { key: 'condition', header: t('achievement.detail.metric_condition'), cell: (row) => row.condition || '—' },
      ]}
    />
  )
}
