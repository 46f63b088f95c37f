import { Link } from '@remix-run/react'
import { useText } from '~/i18n'

export interface PagerProps {
  /** From 1. */
  page: number
  /** Null where counting all would cost too much: then only the next page is known. */
  pages: number | null
  hasNext?: boolean
  to: (page: number) => string
}

/** The pages to show: first, last, and those around the present one; null stands for a gap. */
export function pagesShown(page: number, pages: number): (number | null)[] {
  const near = [1, page - 1, page, page + 1, pages].filter((each) => each >= 1 && each <= pages)
  const shown: (number | null)[] = []
  for (const each of [...new Set(near)].sort((a, b) => a - b)) {
    const last = shown.at(-1)
    if (typeof last === 'number' && each - last === 2) shown.push(each - 1)
    else if (typeof last === 'number' && each - last > 2) shown.push(null)
    shown.push(each)
  }
  return shown
}

export function Pager({ page, pages, hasNext, to }: PagerProps) {
  const { t } = useText()
  const next = hasNext ?? (pages !== null && page < pages)
  if (page <= 1 && !next) return null
  const place = 'inline-flex min-h-10 min-w-10 items-center justify-center rounded-sm px-2 numbers'
  return (
    <nav aria-label={t('common.pager.label')} className="no-print my-6 flex flex-wrap items-center gap-1">
      {page > 1 && (
        <Link to={to(page - 1)} rel="prev" className={place}>
          {t('common.pager.previous')}
        </Link>
      )}
      {pages !== null &&
        pagesShown(page, pages).map((each, index) =>
          each === null ? (
            <span key={`gap-${index}`} aria-hidden="true" className="px-1 text-quiet max-sm:hidden">
              …
            </span>
          ) : each === page ? (
            <span key={each} aria-current="page" className={`${place} border border-ink font-semibold`}>
              {each}
              {pages !== null && <span className="font-normal sm:hidden">&nbsp;/ {pages}</span>}
            </span>
          ) : (
            <Link
              key={each}
              to={to(each)}
              aria-label={t('common.pager.page', { page: each })}
              className={`${place} max-sm:hidden`}
            >
              {each}
            </Link>
          ),
        )}
      {next && (
        <Link to={to(page + 1)} rel="next" className={place}>
          {t('common.pager.next')}
        </Link>
      )}
    </nav>
  )
}
