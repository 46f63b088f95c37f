import { challengeListDefinition } from '~/domain/challenge/list'
import { challengeRows } from '~/domain/challenge/queries.server'
import { anyone } from '~/domain/kernel/actor'
import { fenNumber } from '~/domain/kernel/money'
import { page } from '~/http/page'
import { formatDateTime } from '~/i18n'
import { csvResponse, mostExported } from '~/lists/take-away.server'
import { readListParams } from '~/lists/url'

const columns = [
  'number',
  'title',
  'state',
  'field',
  'mode',
  'tags',
  'budget_min',
  'budget_max',
  'deadline',
  'published',
  'poser',
] as const

/** Yuan without separators, as a spreadsheet takes it. */
const yuan = (fen: string | null) => (fen === null ? null : fenNumber(BigInt(fen), '元').replaceAll(',', ''))

/** The list as a file, in the order and with the conditions of the URL. */
export const loader = page(anyone, async ({ services, now, url, t }) => {
  const rows = await challengeRows(
    services.db,
    readListParams(challengeListDefinition, url.searchParams),
    now,
    mostExported,
  )
  return csvResponse('challenges', [
    columns.map((column) => t(`challenge.column.${column}`)),
    ...rows.map((row) => [
      row.number,
      row.title,
      t(`challenge.state.${row.state}`),
      row.field && t(`common.field.${row.field}`),
      t(`challenge.mode.${row.cooperation_mode}`),
      row.tags.join('、'),
      yuan(row.budget_min_fen),
      yuan(row.budget_max_fen),
      formatDateTime(row.bid_deadline),
      formatDateTime(row.published_at),
      row.poser,
    ]),
  ])
})
