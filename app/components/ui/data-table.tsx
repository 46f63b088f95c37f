import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { Link } from '@remix-run/react'
import { classes } from '~/components/classes'
import { moveBetweenRows } from './row-keys'

export interface Column<Row> {
  key: string
  /** Names the cell on a card too, so it is plain text. */
  header: string
  cell: (row: Row, index: number) => ReactNode
  /** Right-aligned, tabular figures. */
  numeric?: boolean
  /** The cell that names its row. */
  rowHeader?: boolean
  /** On a card the content takes all the room beside the name: bars. */
  fill?: boolean
  /** Left out of a card, where another cell says the same in short. */
  wideOnly?: boolean
  /** CSS width on wide pages. */
  width?: string
  /** Link that sorts by this column, and how it is sorted now. */
  sort?: { to: string; now: 'ascending' | 'descending' | null }
}

interface DataTableProps<Row> {
  caption: string
  /** Where a heading above already says the same. */
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row, index: number) => string
  /** Rows of one group stand together under its name. */
  groupOf?: (row: Row) => string | null
  /** Total rows: cells by column key. */
  totals?: readonly Partial<Record<string, ReactNode>>[]
  /** The first column stays while the others scroll. */
  stickyFirst?: boolean
  /** Stands in place of a table without rows. */
  empty?: ReactNode
}

/** A table; below 640 pixels each row is a card whose cells name themselves. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    caption,
    captionHidden = false,
    columns,
    rows,
    rowKey,
    groupOf,
    totals = [],
    stickyFirst = false,
    empty,
  } = props
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>
  const sticky = (index: number) => stickyFirst && index === 0 && 'sticky start-0 z-1 bg-paper'
  return (
    <div
      className={classes('border-line bg-paper', stickyFirst && 'overflow-x-auto')}
      tabIndex={stickyFirst ? 0 : undefined}
      role={stickyFirst ? 'region' : undefined}
      aria-label={stickyFirst ? caption : undefined}
    >
      <table role="table" className="cards w-full" onKeyDown={moveBetweenRows}>
        <caption className={captionHidden ? 'sr-only' : 'bg-ground pb-2 text-lead font-semibold'}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row" className="border-b border-ink text-small text-quiet">
            {columns.map((column, index) => (
              <th
                key={column.key}
                role="columnheader"
                scope="col"
                aria-sort={column.sort?.now ?? undefined}
                style={column.width ? { width: column.width } : undefined}
                className={classes(
                  'px-2.5 py-2 align-bottom font-normal',
                  column.numeric ? 'text-end' : 'text-start',
                  sticky(index),
                )}
              >
                {column.sort ? <SortLink header={column.header} sort={column.sort} /> : column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, index) => {
            const group = groupOf?.(row) ?? null
            const previous = index > 0 ? (groupOf?.(rows[index - 1]!) ?? null) : null
            return (
              <Fragment key={rowKey(row, index)}>
                {group !== null && group !== previous && (
                  <tr role="row" className="border-b border-line bg-ground">
                    <th
                      role="rowheader"
                      scope="rowgroup"
                      colSpan={columns.length}
                      className="px-2.5 py-2 text-start text-small font-normal text-quiet"
                    >
                      {group}
                    </th>
                  </tr>
                )}
                <tr role="row" className="border-b border-line">
                  {columns.map((column, at) => (
                    <Cell key={column.key} column={column} className={sticky(at) || ''}>
                      {column.cell(row, index)}
                    </Cell>
                  ))}
                </tr>
              </Fragment>
            )
          })}
        </tbody>
        {totals.length > 0 && (
          <tfoot role="rowgroup">
            {totals.map((total, index) => (
              <tr role="row" key={index} className="border-t border-ink font-semibold">
                {columns.map((column, at) => (
                  <Cell key={column.key} column={column} total className={sticky(at) || ''}>
                    {total[column.key]}
                  </Cell>
                ))}
              </tr>
            ))}
          </tfoot>
        )}
      </table>
    </div>
  )
}

interface CellProps<Row> {
  column: Column<Row>
  className: string
  total?: boolean
  children: ReactNode
}

function Cell<Row>({ column, className, total = false, children }: CellProps<Row>) {
  const look = classes(
    'px-2.5 py-2 align-top',
    column.numeric ? 'numbers text-end' : 'text-start',
    column.wideOnly && 'max-sm:hidden',
    className,
  )
  const nothing = children === null || children === undefined || children === '' || children === false
  // One element, so that on a card the cell's name and its content stand at two ends.
  const content = nothing ? null : <div className={column.fill ? 'min-w-0 flex-1' : 'min-w-0'}>{children}</div>
  return column.rowHeader ? (
    <th
      role="rowheader"
      scope="row"
      className={classes(look, total ? 'font-semibold' : 'font-normal max-sm:font-semibold')}
    >
      {content}
    </th>
  ) : (
    <td role="cell" data-label={column.header} className={look}>
      {content}
    </td>
  )
}

function SortLink({ header, sort }: { header: string; sort: { to: string; now: 'ascending' | 'descending' | null } }) {
  return (
    <Link to={sort.to} preventScrollReset>
      {header}
      {sort.now && <span aria-hidden="true">{sort.now === 'ascending' ? ' ↑' : ' ↓'}</span>}
    </Link>
  )
}
