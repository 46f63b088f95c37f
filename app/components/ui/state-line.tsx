import { classes } from '~/components/classes'
import { useNow } from '~/components/layout/shell-context'
import { formatDate, formatDateTime, formatDuration, formatMonthDay, formatTime, useText } from '~/i18n'

export interface StateStep {
  label: string
  /** When it was reached, or will be. */
  at?: string | null
  /** Beside the date: 第 2 版 10-21, 5 个工作日. */
  note?: string | null
  /** When it ends by the clock: shown with what is left while the step is present. */
  deadline?: string | null
  /** It ended here without going on: returned, withdrawn, failed. */
  stopped?: boolean
}

interface StateLineProps {
  label: string
  steps: readonly StateStep[]
  /** Index of the present step; steps.length when all are past. */
  present: number
}

/** The life of a thing: past steps filled, the present one bold with its deadline, then what comes. */
export function StateLine({ label, steps, present }: StateLineProps) {
  const { t } = useText()
  return (
    <ol aria-label={label} className="state-line my-4">
      {steps.map((step, index) => {
        const when = step.stopped ? 'stopped' : index < present ? 'past' : index === present ? 'present' : 'later'
        return (
          <li key={index} data-when={when} aria-current={index === present ? 'step' : undefined}>
            <span
              className={classes(
                when === 'present' && 'font-semibold text-river',
                when === 'stopped' && 'font-semibold text-seal',
                when === 'later' && 'text-quiet',
              )}
            >
              {step.label}
              {when === 'past' && <span className="sr-only">{t('common.state_line.done')}</span>}
            </span>
            <StepTimes step={step} present={when === 'present'} />
          </li>
        )
      })}
    </ol>
  )
}

function StepTimes({ step, present }: { step: StateStep; present: boolean }) {
  const { t, locale } = useText()
  const now = useNow()
  const year = now ? formatDate(now).slice(0, 4) : null
  const short = (at: string) => (formatDate(at).startsWith(year ?? '-') ? formatMonthDay(at) : formatDate(at))
  const left = step.deadline && now ? new Date(step.deadline).getTime() - new Date(now).getTime() : null
  return (
    <span className="numbers block text-small text-quiet">
      {step.at && (
        <time dateTime={step.at} title={formatDateTime(step.at)} className="whitespace-nowrap">
          {short(step.at)}
        </time>
      )}
      {step.at && step.note && ' · '}
      {step.note}
      {present && step.deadline && (
        <time dateTime={step.deadline} className="block text-seal">
          {t('common.deadline.until', { time: `${short(step.deadline)} ${formatTime(step.deadline)}` })}
          {left !== null && left > 0 && (
            <span className="block">{t('common.deadline.left', { duration: formatDuration(left, locale) })}</span>
          )}
          {left !== null && left <= 0 && <span className="block">{t('common.deadline.passed')}</span>}
        </time>
      )}
    </span>
  )
}
