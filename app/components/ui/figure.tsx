import type { ReactNode } from 'react'
import { Link } from '@remix-run/react'
import { classes } from '~/components/classes'
import { useText } from '~/i18n'
import { inkOfTone } from './tone'
import type { Tone } from './tone'

export interface FigureProps {
  /** What is counted: 技术交易总额 */
  label: ReactNode
  /** Formatted number without its unit. */
  value: string
  unit?: string
  /** Over which time and on which basis: 2026 年初至今，技术交易额口径 */
  period?: ReactNode
  trend?: { text: string; tone?: Tone } | null
  /** The contracts behind it. */
  to?: string | null
  toLabel?: string
  size?: 'large' | 'normal'
  /** Said beneath: a note, an uncertainty. */
  children?: ReactNode
}

/** A number with unit, period and trend that opens what it is made of. */
export function Figure({ label, value, unit, period, trend, to, toLabel, size = 'normal', children }: FigureProps) {
  const { t } = useText()
  return (
    <div role="group">
      <p className="text-small text-quiet">
        {label}
        {period && <> · {period}</>}
      </p>
      <p className="numbers">
        <span className={classes('font-semibold', size === 'large' ? 'text-figure' : 'text-title')}>{value}</span>
        {unit && <span className={size === 'large' ? 'ms-2 text-lead' : 'ms-1.5'}>{unit}</span>}
        {trend && <span className={classes('ms-3 text-small', inkOfTone[trend.tone ?? 'plain'])}>{trend.text}</span>}
      </p>
      {children && <div className="text-small text-quiet">{children}</div>}
      {to && (
        <p className="text-small">
          <Link to={to} className="inline-flex min-h-10 items-center sm:min-h-0">
            {toLabel ?? t('common.figure.details')}
            <span aria-hidden="true" className="ms-1">
              →
            </span>
          </Link>
        </p>
      )}
    </div>
  )
}
