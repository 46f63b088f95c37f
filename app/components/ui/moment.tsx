import { formatDate, formatDateTime, formatDuration, formatRelative, useText } from '~/i18n'
import { classes } from '~/components/classes'
import { useNow } from '~/components/layout/shell-context'

/** A date as 2026-11-24 (with its time where `time`), the relative time as a title. */
export function Moment({ at, time = false }: { at: string; time?: boolean }) {
  const { locale } = useText()
  const now = useNow()
  return (
    <time dateTime={at} title={now ? formatRelative(at, now, locale) : undefined} className="numbers whitespace-nowrap">
      {time ? formatDateTime(at) : formatDate(at)}
    </time>
  )
}

/** What is left until a deadline by the business clock; red in the last two days and once it has passed. */
export function Countdown({ to, now: given }: { to: string; now?: string }) {
  const { t, locale } = useText()
  const shellNow = useNow()
  const now = given ?? shellNow
  if (!now) return <Moment at={to} time />
  const left = new Date(to).getTime() - new Date(now).getTime()
  const urgent = left < 2 * 86_400_000
  return (
    <time
      dateTime={to}
      title={formatDateTime(to)}
      className={classes('numbers whitespace-nowrap', urgent && 'font-semibold text-seal')}
    >
      {left > 0 ? formatDuration(left, locale) : t('common.deadline.passed')}
    </time>
  )
}
