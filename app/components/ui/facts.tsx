import type { ReactNode } from 'react'
import { classes } from '~/components/classes'

export interface Fact {
  term: ReactNode
  value: ReactNode
  strong?: boolean
}

/** Terms and their values as rows: a side panel of facts. Rows without a value are left out. */
export function Facts({ rows, layout = 'ends' }: { rows: readonly Fact[]; layout?: 'ends' | 'start' }) {
  return (
    <dl className="divide-y divide-line">
      {rows
        .filter((row) => row.value !== null && row.value !== undefined && row.value !== false && row.value !== '')
        .map((row, index) => (
          <div
            key={index}
            className={classes(
              'py-2',
              layout === 'ends' ? 'flex justify-between gap-4' : 'sm:grid sm:grid-cols-[10rem_1fr] sm:gap-4',
            )}
          >
            <dt className={classes('text-quiet', layout === 'ends' && 'shrink-0')}>{row.term}</dt>
            <dd className={classes('numbers min-w-0', layout === 'ends' && 'text-end', row.strong && 'font-semibold')}>
              {row.value}
            </dd>
          </div>
        ))}
    </dl>
  )
}
