import { EmptyState } from '~/components/ui/empty-state'
import type { MatchAnswer } from '~/domain/matching/match.server'
import { useText } from '~/i18n'
import { MatchCard } from './match-card'

/** Matches of something published; null while it is not in the matching. */
export function MatchList({ answer }: { answer: MatchAnswer | null }) {
  const { t } = useText()
  if (!answer) return <EmptyState title={t('matching.not_indexed.title')}>{t('matching.not_indexed.text')}</EmptyState>
  if (answer.matches.length === 0)
    return <EmptyState title={t('matching.none.title')}>{t('matching.none.text')}</EmptyState>
  return (
    <section aria-labelledby="found">
      <h2 id="found" className="mb-3 text-lead">
        {t('matching.found', { count: answer.matches.length })}
      </h2>
      {answer.matches.map((match, index) => (
        <MatchCard key={match.number} match={match} rank={index + 1} />
      ))}
    </section>
  )
}
