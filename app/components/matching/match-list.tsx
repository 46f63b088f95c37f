import type { ReactNode } from 'react'
import { EmptyState } from '~/components/ui/empty-state'
import type { MatchAnswer, MatchView } from '~/domain/matching/match.server'
import { useText } from '~/i18n'
import { MatchCard } from './match-card'

interface MatchListProps {
  /** Null while it is not in the matching. */
  answer: MatchAnswer | null
  /** By number: what came since somebody looked last, with the moment where it is known. */
  added?: Readonly<Record<string, { at: string | null }>>
  linkOf?: (match: MatchView) => string
  actionsOf?: (match: MatchView) => ReactNode
}

/** Matches of something published. */
export function MatchList({ answer, added, linkOf, actionsOf }: MatchListProps) {
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
        <MatchCard
          key={match.number}
          match={match}
          rank={index + 1}
          added={added?.[match.number]}
          to={linkOf?.(match)}
          actions={actionsOf?.(match)}
        />
      ))}
    </section>
  )
}
