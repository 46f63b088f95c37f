import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Badge, VerdictCounts } from '~/components/ui/badge'
import { Marked } from '~/components/ui/marked'
import { TargetStrips } from '~/components/ui/target-strip'
import type { MatchView } from '~/domain/matching/match.server'
import { formatDate, formatPercent, useText } from '~/i18n'

const folders = { challenge: '/challenges', achievement: '/achievements', capability: '/capabilities' } as const

interface MatchCardProps {
  match: MatchView
  /** Place in the list, from 1. */
  rank: number
  /** Where its title leads; to its public page without it. */
  to?: string
  /** It came since somebody looked last: at that moment, where it is known. */
  added?: { at: string | null }
  actions?: ReactNode
}

/** One match: what it is, why it was found, and each target held against its figures. */
export function MatchCard({ match, rank, to, added, actions }: MatchCardProps) {
  const { t } = useText()
  const counts = { met: 0, missed: 0, unknown: 0 }
  for (const { verdict } of match.verdicts) counts[verdict] += 1
  const facts = [
    t(`matching.kind.${match.kind}`),
    match.number,
    match.organization,
    match.trl === null ? null : t('matching.trl', { level: match.trl }),
  ].filter(Boolean)
  return (
    <article className="panel mb-4 px-5 py-4 lg:px-6" aria-labelledby={`match-${rank}`}>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
        <p className="numbers text-small text-quiet">
          {added && (
            <>
              <Badge tone="working">
                {added.at ? t('matching.standing.added', { date: formatDate(added.at) }) : t('matching.standing.new')}
              </Badge>{' '}
            </>
          )}
          {rank} · {facts.join(' · ')}
        </p>
        {match.verdicts.length > 0 && <VerdictCounts {...counts} />}
      </div>
      <h3 id={`match-${rank}`} className="text-lead">
        <Link to={to ?? `${folders[match.kind]}/${match.number}`}>{match.title}</Link>
      </h3>
      <Why match={match} />
      {/* Where nothing is stated the count and what to ask say all there is. */}
      {counts.unknown < match.verdicts.length && (
        <div className="mt-2">
          <TargetStrips
            label={t('matching.targets_of', { title: match.title })}
            rows={match.verdicts.map((each) => ({
              target: { ...each.target, valueTo: each.target.value_to },
              figures: [{ kind: 'stated', value: each.value, verdict: each.verdict, original: each.original }],
            }))}
          />
        </div>
      )}
      {match.missing.length > 0 && (
        <p className="mt-3 text-small text-quiet">
          {t(match.kind === 'challenge' ? 'matching.not_stated' : 'matching.ask', {
            targets: match.missing.join(t('matching.comma')),
          })}
        </p>
      )}
      {actions && <div className="mt-2">{actions}</div>}
    </article>
  )
}

/** The words that decided, in the sentence in which they stand, with their share of the score. */
function Why({ match }: { match: MatchView }) {
  const { t } = useText()
  const [first] = match.words
  if (!first) return null
  const marks = marksOf(
    first.snippet.text,
    match.words.map((each) => each.word),
  )
  const said = ({ word, via }: MatchView['words'][number]) =>
    via ? t('matching.meant', { word, via: via.join(t('matching.comma')) }) : word
  const field = match.reasons.some((reason) => reason.code === 'same_field')
  return (
    <>
      <p className="mt-1 max-w-text">
        <Marked text={first.snippet.text} marks={marks} />
      </p>
      <p className="mt-1 text-small text-quiet">
        {t('matching.words', {
          words: match.words
            .slice(0, 5)
            .map((each) => `${said(each)} ${formatPercent(each.share)}`)
            .join(t('matching.comma')),
        })}
        {field && ` · ${t('matching.same_field')}`}
      </p>
    </>
  )
}

/** Every shown word in the snippet, not only the one it was cut for. */
function marksOf(text: string, words: readonly string[]): [number, number][] {
  const lower = text.toLowerCase()
  const found = words.flatMap((word) => {
    const at: [number, number][] = []
    for (let start = lower.indexOf(word); start >= 0 && word !== ''; start = lower.indexOf(word, start + word.length))
      at.push([start, start + word.length])
    return at
  })
  found.sort(([a], [b]) => a - b)
  return found.filter(([start], index) => index === 0 || start >= found[index - 1]![1])
}
