import type { ReactNode } from 'react'
import { Link } from '@remix-run/react'
import { classes } from '~/components/classes'
import { moveBetweenRows } from '~/components/ui/row-keys'
import { Pager } from '~/components/ui/pager'
import type { PagerProps } from '~/components/ui/pager'
import { formatNumber, useText } from '~/i18n'
import { FacetForm } from './facets'
import type { Facet, ListQuery } from './facets'

interface ListPageProps {
  /** Path of the list, for the form of facets. */
  action: string
  facets: readonly Facet[]
  /** What the URL carries besides facets and page: sort, words. */
  kept?: Readonly<Record<string, string>>
  query?: ListQuery | null
  count: { total: number; exact: boolean }
  sorts: readonly { label: string; to: string; current: boolean }[]
  /** What is chosen; each can be taken away. */
  chips: readonly { label: string; without: string }[]
  /** The list with nothing chosen. */
  clear: string
  pager: PagerProps
  /** Where the present search is kept. */
  save?: string
  feeds?: { rss?: string; csv?: string; calendar?: string }
  /** Said between the bar and the rows: a warning, a saved search. */
  notice?: ReactNode
  /** Stands in place of the rows when there are none. */
  empty: ReactNode
  /** ListRows. */
  children: ReactNode
}

/** Facets on the left (folded above the list where narrow); count, sort, chips, rows, pager and feeds on the right. */
export function ListPage(props: ListPageProps) {
  const { action, facets, kept, query, count, sorts, chips, clear, pager, save, feeds, notice, empty, children } = props
  const { t } = useText()
  const form = (idPrefix: string) => (
    <FacetForm action={action} facets={facets} kept={kept} query={query} idPrefix={idPrefix} />
  )
  return (
    <div className="lg:grid lg:grid-cols-[13.5rem_minmax(0,1fr)] lg:gap-10">
      <aside aria-label={t('common.list.filter')} className="no-print max-lg:hidden">
        {form('side')}
      </aside>
      <details className="panel no-print mb-4 px-4 lg:hidden">
        <summary className="flex min-h-10 items-center gap-2 font-semibold text-river">
          {t('common.list.filter')}
          {chips.length > 0 && <span className="numbers font-normal">{chips.length}</span>}
        </summary>
        <div className="pb-4">{form('top')}</div>
      </details>
      <div className="min-w-0">
        <div className="flex flex-wrap items-center justify-between gap-x-6 border-b border-ink pb-1">
          <p className="numbers" role="status">
            {t(count.exact ? 'common.list.count' : 'common.list.count_at_least', {
              count: count.total,
              total: formatNumber(count.total),
            })}
          </p>
          <Sorts sorts={sorts} />
        </div>
        <Chips chips={chips} clear={clear} />
        {notice}
        {count.total === 0 ? (
          <div className="mt-4">{empty}</div>
        ) : (
          <ul onKeyDown={moveBetweenRows} className="bg-paper">
            {children}
          </ul>
        )}
        <div className="flex flex-wrap items-center justify-between gap-x-6">
          <Pager {...pager} />
          <Taken save={save} feeds={feeds} />
        </div>
      </div>
    </div>
  )
}

function Sorts({ sorts }: Pick<ListPageProps, 'sorts'>) {
  const { t } = useText()
  if (sorts.length < 2) return null
  return (
    <nav aria-label={t('common.list.sort')} className="no-print flex flex-wrap gap-x-4 text-small">
      {sorts.map((sort) => (
        <Link
          key={sort.to}
          to={sort.to}
          preventScrollReset
          aria-current={sort.current ? 'true' : undefined}
          data-plain={sort.current ? true : undefined}
          className={classes('inline-flex min-h-10 items-center', sort.current && 'font-semibold text-ink')}
        >
          {sort.label}
        </Link>
      ))}
    </nav>
  )
}

function Chips({ chips, clear }: Pick<ListPageProps, 'chips' | 'clear'>) {
  const { t } = useText()
  if (chips.length === 0) return null
  return (
    <ul className="flex flex-wrap items-center gap-2 py-2">
      {chips.map((chip) => (
        <li key={chip.without}>
          <Link
            to={chip.without}
            preventScrollReset
            data-plain
            aria-label={t('common.list.remove', { name: chip.label })}
            className="inline-flex min-h-10 items-center gap-2 rounded-sm bg-river-tint px-3 text-small text-river hover:underline lg:min-h-8"
          >
            {chip.label}
            <span aria-hidden="true">×</span>
          </Link>
        </li>
      ))}
      <li>
        <Link to={clear} preventScrollReset className="inline-flex min-h-10 items-center text-small lg:min-h-8">
          {t('common.list.clear')}
        </Link>
      </li>
    </ul>
  )
}

/** As what a list can be taken along: kept as a search, or as a feed or file. */
function Taken({ save, feeds = {} }: Pick<ListPageProps, 'save' | 'feeds'>) {
  const { t } = useText()
  if (!save && Object.keys(feeds).length === 0) return null
  return (
    <ul className="no-print my-6 flex flex-wrap gap-x-5 text-small">
      {save && (
        <li>
          <Link to={save} className="inline-flex min-h-10 items-center">
            {t('common.list.save')}
          </Link>
        </li>
      )}
      {(['rss', 'csv', 'calendar'] as const).map(
        (kind) =>
          feeds[kind] && (
            <li key={kind}>
              <a href={feeds[kind]} className="inline-flex min-h-10 items-center">
                {t(`common.list.feed.${kind}`)}
              </a>
            </li>
          ),
      )}
    </ul>
  )
}
