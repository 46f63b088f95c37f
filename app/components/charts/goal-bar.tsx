import { useText } from '~/i18n'

interface GoalBarProps {
  /** All in one unit; only their ratio is drawn. */
  done: number
  forecast?: number | null
  goal: number
  /** Texts with their amounts: 已登记 8,412 项 · 预计全年 283（±14） · 2026 年目标 365 */
  doneLabel: string
  forecastLabel?: string | null
  goalLabel: string
}

/** How far towards a goal: done, expected, and where the goal stands. */
export function GoalBar({ done, forecast, goal, doneLabel, forecastLabel, goalLabel }: GoalBarProps) {
  const { t } = useText()
  const end = Math.max(done, forecast ?? 0, goal) * (goal >= Math.max(done, forecast ?? 0) ? 1.08 : 1.02) || 1
  const percent = (value: number) => `${Math.min(100, Math.max(0, (value / end) * 100)).toFixed(2)}%`
  const words = [doneLabel, forecastLabel, goalLabel].filter(Boolean).join(t('common.list_separator'))
  return (
    <div>
      <svg role="img" aria-label={words} width="100%" height="28" className="block overflow-visible">
        <rect x="0" y="7" width="100%" height="14" className="fill-line" />
        {forecast !== undefined && forecast !== null && forecast > done && (
          <rect x={percent(done)} y="7" width={percent(forecast - done)} height="14" className="fill-before" />
        )}
        <rect x="0" y="7" width={percent(done)} height="14" className="fill-river" />
        <line x1={percent(goal)} x2={percent(goal)} y1="1" y2="27" className="stroke-ink" strokeWidth="2" />
      </svg>
      <p aria-hidden="true" className="numbers flex flex-wrap justify-between gap-x-6 text-small">
        <span className="inline-flex items-center gap-1.5">
          <Swatch className="fill-river" />
          {doneLabel}
        </span>
        {forecastLabel && (
          <span className="inline-flex items-center gap-1.5 text-quiet">
            <Swatch className="fill-before" />
            {forecastLabel}
          </span>
        )}
        <span className="inline-flex items-center gap-1.5 font-semibold">
          <svg width="2" height="14" className="block">
            <rect width="2" height="14" className="fill-ink" />
          </svg>
          {goalLabel}
        </span>
      </p>
    </div>
  )
}

function Swatch({ className }: { className: string }) {
  return (
    <svg width="10" height="10" className="block shrink-0">
      <rect width="10" height="10" className={className} />
    </svg>
  )
}
