import type { ReactNode } from 'react'
import { Link } from '@remix-run/react'
import { classes } from '~/components/classes'
import { DataTable } from '~/components/ui/data-table'
import { useText } from '~/i18n'

export interface QuarterBar {
  /** Under the bar: Q1 */
  label: string
  /** Under a run of bars: 2026 */
  group: string
  value: number
  /** Over the bar. */
  text: string
  /** The year looked at; the others are lighter. */
  current: boolean
  /** What the whole quarter is expected to reach, where it runs still. */
  forecast?: { value: number; text: string } | null
  /** The rows behind it. */
  to?: string | null
}

interface QuarterBarsProps {
  caption: string
  /** Of every figure: 亿元 */
  unit: string
  bars: readonly QuarterBar[]
  note?: ReactNode
}

const head = 24
const plot = 184
const foot = 48

/** Amounts per quarter, labelled on the bars, the same figures as a table under them. */
export function QuarterBars({ caption, unit, bars, note }: QuarterBarsProps) {
  const { t } = useText()
  const tops = bars.map((bar) => Math.max(bar.value, bar.forecast?.value ?? bar.value))
  const high = Math.max(0, ...tops)
  const low = Math.min(0, ...bars.map((bar) => bar.value))
  const y = (value: number) => head + (plot * (high - value)) / (high - low || 1)
  const slot = 100 / Math.max(1, bars.length)
  const at = (index: number, share: number) => `${((index + share) * slot).toFixed(3)}%`
  const groups = [...new Set(bars.map((bar) => bar.group))]
  const words = bars.map((bar) => `${bar.group} ${bar.label} ${bar.text}`).join(t('common.list_separator'))
  return (
    <figure className="panel p-4">
      <figcaption className="mb-2 text-small text-quiet">
        {caption}
        {unit && <> · {unit}</>}
      </figcaption>
      <div className="flex flex-row-reverse overflow-x-auto" tabIndex={0} role="group" aria-label={caption}>
        <svg
          role={bars.some((bar) => bar.to) ? 'group' : 'img'}
          aria-label={words}
          width="100%"
          height={head + plot + foot}
          className="numbers block shrink-0"
          style={{ minWidth: `${bars.length * 2.75}rem` }}
        >
          {bars.map((bar, index) => (
            <Bar
              key={`${bar.group}-${bar.label}`}
              bar={bar}
              x={at(index, 0.14)}
              width={`${(slot * 0.72).toFixed(3)}%`}
              middle={at(index, 0.5)}
              y={y}
            />
          ))}
          <line x1="0" x2="100%" y1={y(0)} y2={y(0)} className="stroke-ink" />
          {groups.map((group) => {
            const first = bars.findIndex((bar) => bar.group === group)
            const count = bars.filter((bar) => bar.group === group).length
            return (
              <g key={group}>
                <line
                  x1={at(first, 0.14)}
                  x2={at(first + count - 1, 0.86)}
                  y1={head + plot + 26}
                  y2={head + plot + 26}
                  className="stroke-line"
                />
                <text
                  x={at(first, count / 2)}
                  y={head + plot + 43}
                  textAnchor="middle"
                  className={classes('text-small', bars[first]?.current ? 'fill-ink font-semibold' : 'fill-quiet')}
                >
                  {group}
                </text>
              </g>
            )
          })}
        </svg>
      </div>
      {note && <div className="mt-3 max-w-text text-small text-quiet">{note}</div>}
      <details className="mt-2 print:hidden">
        <summary className="inline-flex min-h-10 items-center text-small text-river">{t('common.chart.table')}</summary>
        <DataTable
          caption={caption}
          captionHidden
          rows={[...bars].reverse()}
          rowKey={(bar) => `${bar.group}-${bar.label}`}
          columns={[
            {
              key: 'period',
              header: t('common.chart.period'),
              rowHeader: true,
              cell: (bar) => `${bar.group} ${bar.label}`,
            },
            {
              key: 'value',
              header: unit,
              numeric: true,
              cell: (bar) => (bar.to ? <Link to={bar.to}>{bar.text}</Link> : bar.text),
            },
            { key: 'forecast', header: t('common.chart.forecast'), numeric: true, cell: (bar) => bar.forecast?.text },
          ]}
        />
      </details>
    </figure>
  )
}

interface BarProps {
  bar: QuarterBar
  x: string
  width: string
  middle: string
  y: (value: number) => number
}

function Bar({ bar, x, width, middle, y }: BarProps) {
  const { t } = useText()
  const top = Math.min(y(bar.value), y(0))
  const forecast = bar.forecast && bar.forecast.value > bar.value ? bar.forecast : null
  const drawn = (
    <>
      {forecast && (
        <rect
          x={x}
          width={width}
          y={y(forecast.value)}
          height={y(bar.value) - y(forecast.value)}
          className="fill-river-tint stroke-river"
          strokeDasharray="3 3"
        />
      )}
      <rect
        x={x}
        width={width}
        y={top}
        height={Math.max(1, Math.abs(y(bar.value) - y(0)))}
        className={bar.current ? 'fill-river' : 'fill-before'}
      />
    </>
  )
  const labelTop = forecast ? y(forecast.value) : top
  return (
    <>
      {bar.to ? (
        <a href={bar.to} aria-label={`${bar.group} ${bar.label} ${bar.text}`}>
          {drawn}
        </a>
      ) : (
        drawn
      )}
      <text
        x={middle}
        y={labelTop - 7}
        textAnchor="middle"
        className={classes('text-small', bar.current ? 'fill-ink' : 'fill-quiet')}
      >
        {forecast ? t('common.chart.expected', { amount: forecast.text }) : bar.text}
      </text>
      {forecast && (
        <text x={middle} y={top - 5} textAnchor="middle" className="fill-ink text-small">
          {bar.text}
        </text>
      )}
      <text x={middle} y={head + plot + 19} textAnchor="middle" className="fill-quiet text-small">
        {bar.label}
      </text>
    </>
  )
}
