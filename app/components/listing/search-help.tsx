import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Notice } from '~/components/ui/notice'
import type { SearchHelp as Help } from '~/domain/matching/search-help.server'
import { useText } from '~/i18n'
import { suggestionPath } from './suggestion-path'

interface SearchHelpProps {
  help: Help
  corrections: readonly { from: string; to: string }[]
  /** Whether anything was found. */
  found: boolean
}

/** What was done to the words that were typed, and what else may be meant. */
export function SearchHelp({ help, corrections, found }: SearchHelpProps) {
  const { t } = useText()
  const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join(t('matching.comma'))
  const meant = [
    ...help.names.map((each) => ({ label: each.label, to: suggestionPath(each, '/search') })),
    ...help.instead.map((word) => ({ label: word, to: `/search?${new URLSearchParams({ q: word })}` })),
  ]
  const said: ReactNode[] = corrections.map(({ from, to }) => t('search.corrected', { from, to }))
  if (help.dropped.length > 0)
    said.push(t(found ? 'search.dropped' : 'search.not_found', { words: quoted(help.dropped) }))
  if (said.length === 0 && meant.length === 0) return null
  return (
    <Notice>
      {said.map((text, index) => (
        <p key={index}>{text}</p>
      ))}
      {meant.length > 0 && (
        <nav aria-label={t('search.meant')} className="flex flex-wrap items-center gap-x-4">
          <span>{t('search.meant')}</span>
          {meant.map(({ label, to }) => (
            <Link key={to} to={to} className="inline-flex min-h-10 items-center">
              {label}
            </Link>
          ))}
        </nav>
      )}
    </Notice>
  )
}
