import { formatDate, useText } from '~/i18n'

interface StandingStateProps {
  side: 'poser' | 'lister'
  state: { told: number; last_told_at: string | null }
  /** How many of the matches are new since somebody looked. */
  added?: number
  /** Organisations with a record, further down on the page. */
  records?: number
}

/** That matches come by themselves, and what came. */
export function StandingState({ side, state, added = 0, records = 0 }: StandingStateProps) {
  const { t } = useText()
  const told = state.last_told_at
    ? t(`matching.standing.told_${side}`, { count: state.told, date: formatDate(state.last_told_at) })
    : t(`matching.standing.waiting_${side}`)
  return (
    <p className="running mb-4 max-w-text text-small text-quiet">
      {added > 0 && <strong className="text-ink">{t('matching.standing.new_count', { count: added })} </strong>}
      {told}
      {records > 0 && (
        <>
          {' '}
          <a href="#records">{t('matching.records.more', { count: records })}</a>
        </>
      )}
    </p>
  )
}
