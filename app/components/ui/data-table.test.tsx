import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { DataTable } from './data-table'
import type { Column } from './data-table'

interface Row {
  name: string
  amount: string | null
  group: string
}

const columns: Column<Row>[] = [
  { key: 'name', header: '名称', rowHeader: true, cell: (row) => row.name },
  { key: 'amount', header: '万元', numeric: true, cell: (row) => row.amount },
]
const rows: Row[] = [
  { name: '甲', amount: '12.00', group: '一' },
  { name: '乙', amount: '3.50', group: '一' },
  { name: '丙', amount: null, group: '二' },
]
const draw = (more: Partial<Parameters<typeof DataTable<Row>>[0]> = {}) =>
  renderToStaticMarkup(<DataTable caption="合同" columns={columns} rows={rows} rowKey={(row) => row.name} {...more} />)

describe('a data table', () => {
  it('has a caption, column heads and a head per row', () => {
    const html = draw()
    expect(html).toMatch(/<caption[^>]*>合同<\/caption>/)
    expect(html.match(/scope="col"/g)).toHaveLength(2)
    expect(html.match(/scope="row"/g)).toHaveLength(3)
  })

  it('aligns numbers to the right with tabular figures, heads too', () => {
    const html = draw()
    expect(html).toMatch(/<th[^>]*class="[^"]*text-end[^"]*"[^>]*>万元/)
    expect(html).toMatch(/<td[^>]*class="[^"]*numbers text-end[^"]*"[^>]*><div[^>]*>12\.00/)
  })

  it('names each cell for the card it becomes on a narrow page, and leaves empty cells empty', () => {
    const html = draw()
    expect(html.match(/data-label="万元"/g)).toHaveLength(3)
    expect(html).toMatch(/data-label="万元"[^>]*><\/td>/)
  })

  it('puts the rows of a group under its name once', () => {
    const html = draw({ groupOf: (row) => row.group })
    expect(html.match(/scope="rowgroup"/g)).toHaveLength(2)
  })

  it('shows totals in its foot', () => {
    expect(draw({ totals: [{ name: '合计', amount: '15.50' }] })).toMatch(/<tfoot[^>]*>.*合计.*15\.50.*<\/tfoot>/)
  })

  it('gives way to the empty state when there are no rows', () => {
    expect(draw({ rows: [], empty: <p>还没有合同</p> })).toBe('<p>还没有合同</p>')
  })
})
