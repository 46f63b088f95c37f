import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { Link } from '@remix-run/react'

interface ListRowProps {
  to: string
  title: ReactNode
  /** BD-2026-000213, before the facts. */
  number?: string | null
  /** One line: kind, organisation, place. */
  facts?: readonly ReactNode[]
  badges?: ReactNode
  /** A line of text with found words marked. */
  snippet?: ReactNode
  /** Right-aligned: budget, price; its note beneath (days left). */
  figure?: ReactNode
  figureNote?: ReactNode
}

/** One thing of a list: title, a line of facts, and its figure at the right. */
export function ListRow({ to, title, number, facts = [], badges, snippet, figure, figureNote }: ListRowProps) {
  const line = [number, ...facts].filter((fact) => fact !== null && fact !== undefined && fact !== '')
  return (
    <li data-row className="border-b border-line px-2.5 py-3 sm:flex sm:justify-between sm:gap-8">
      <div className="min-w-0">
        <p>
          <Link to={to} className="font-semibold">
            {title}
          </Link>
          {badges && <span className="ms-2 inline-flex flex-wrap gap-1 align-middle">{badges}</span>}
        </p>
        {snippet && <p className="mt-0.5 line-clamp-2 max-w-text text-small">{snippet}</p>}
        {line.length > 0 && (
          <p className="numbers mt-0.5 text-small text-quiet">
            {line.map((fact, index) => (
              <Fragment key={index}>
                {index > 0 && ' · '}
                {fact}
              </Fragment>
            ))}
          </p>
        )}
      </div>
      {(figure || figureNote) && (
        <p className="numbers shrink-0 max-sm:mt-1 max-sm:flex max-sm:items-baseline max-sm:gap-4 sm:text-end">
          <span className="sm:block">{figure}</span>
          {figureNote && <span className="text-small text-quiet sm:block">{figureNote}</span>}
        </p>
      )}
    </li>
  )
}
