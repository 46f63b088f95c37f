import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { seedPeople } from '#test/cast'
import { testKernel } from '#test/integration/kernel'
import { parties, registered } from '#test/integration/contract/factory'
import { amendContract } from '~/domain/contract/commands/amend.server'
import { cancelContract } from '~/domain/contract/commands/cancel.server'
import { visitor } from '~/domain/kernel/actor'
import {
  indicatorAdjustments,
  indicatorBreakdown,
  indicatorQuarters,
  indicatorSides,
  indicatorTotal,
} from '~/domain/indicator/queries.server'
import { type Flow, bases, flows, recompute } from '~/domain/indicator/recompute'
import { indicatorRows, publicRows } from '~/domain/indicator/rows.server'
import { connect } from '#db/client'
import { compareFigures, unboundEntries } from '~/domain/indicator/audit.server'
import { brokenInvariants } from '#db/invariants'

const kernel = testKernel((made) => seedPeople(made).then(() => {}))
const end = new Date('2028-12-31T00:00:00+08:00')
const total = (flow: Flow, period = '2028', at = end) => indicatorTotal(kernel.db, { period, flow, at })

describe('the transaction total', () => {
  let joint: { id: string }

  beforeAll(async () => {
    const at = (day: string) => kernel.setClock(new Date(`${day}T10:00:00+08:00`))
    // Xihu sells to Binjiang, a year earlier.
    await at('2027-03-03')
    await registered(kernel, { contract_value_fen: '50000000' })
    // Binjiang and Qiantang sell to Jiangsu, 1 : 2.
    await at('2028-02-10')
    joint = await registered(
      kernel,
      {
        contract_value_fen: '300000001',
        field: 'electronics_information',
        parties: parties(['rival', 'partner'], ['semiconductor'], { partner: 2 }),
      },
      { claimed_amount_fen: '100000001', costs: [{ name: '设备', amount_fen: '200000000' }] },
      ['rival', 'partner', 'semiconductor'],
    )
    // Within the district.
    await at('2028-05-10')
    await registered(
      kernel,
      { contract_value_fen: '7000000', kind: 'service', sub_kind: 'general', parties: parties(['pilot'], ['poser']) },
      undefined,
      ['pilot', 'poser'],
    )
    // Neither side is of the district.
    await registered(
      kernel,
      { contract_value_fen: '900000000', parties: parties(['solver'], ['semiconductor']) },
      undefined,
      ['solver', 'semiconductor'],
    )
  })

  it('counts by the flow: parts of sellers, parts of buyers, or the whole once', async () => {
    expect(await total('union')).toMatchObject({ fen: '107000001', contracts: 2 })
    // A third of 1,000,000.01 yuan rounds down, the odd fen goes to the larger remainder.
    expect(await total('output')).toMatchObject({ fen: String(33_333_334n + 7_000_000n), contracts: 2 })
    expect(await total('absorbed')).toMatchObject({ fen: '7000000', contracts: 1 })
    const sides = await indicatorSides(kernel.db, { period: '2028', at: end })
    expect(sides.contract_value.union.fen).toBe('307000001')
    expect(sides.technology_amount.within).toEqual({ fen: '7000000', contracts: 1 })
    expect(sides.technology_amount.output.fen).toBe((await total('output')).fen)
  })

  it('is compared with the same days of the year before, and with the target of its year', async () => {
    expect((await total('union')).before).toMatchObject({ fen: '50000000', growth: 1.14 })
    expect((await total('union', '2028', new Date('2028-03-01T00:00:00+08:00'))).before).toMatchObject({
      fen: '0',
      growth: null,
    })
    expect((await total('union', '2027')).target).toMatchObject({ value: 400, unit: '亿元', fen: '4000000000000' })
    expect((await total('union')).target).toBeNull()
  })

  it.each(flows)('%s: every part opens rows that sum to it, and every dimension sums to the total', async (flow) => {
    for (const basis of bases) {
      const ask = { period: '2028', basis, flow, at: end }
      const whole = await indicatorTotal(kernel.db, ask)
      const breakdown = await indicatorBreakdown(kernel.db, ask)
      for (const [dimension, parts] of Object.entries(breakdown)) {
        expect([dimension, parts.reduce((sum, part) => sum + BigInt(part.fen), 0n)]).toEqual([
          dimension,
          BigInt(whole.fen),
        ])
        for (const each of parts) {
          const name = dimension === 'party_type' ? 'partyType' : dimension
          const opened = await indicatorRows(kernel.db, visitor, {
            ...ask,
            part: { [name]: each.key },
            limit: 100,
            offset: 0,
          })
          expect([dimension, each.key, opened.total]).toEqual([
            dimension,
            each.key,
            { fen: each.fen, contracts: each.contracts },
          ])
          expect(opened.rows.reduce((sum, row) => sum + BigInt(row.fen), 0n)).toBe(BigInt(each.fen))
        }
      }
    }
  })

  it('comes out of the public rows alone', async () => {
    const { formula, rows } = await publicRows(kernel.db, { period: '2028', at: end })
    for (const basis of bases) {
      for (const flow of flows) {
        const again = recompute(rows, { basis, flow, period: '2028', kinds: formula.kinds })
        const shown = await indicatorTotal(kernel.db, { period: '2028', basis, flow, at: end })
        expect([basis, flow, again.fen.toString(), again.contracts]).toEqual([basis, flow, shown.fen, shown.contracts])
      }
    }
  })

  it('shows staff which contracts, and the public none', async () => {
    const ask = { period: '2028', at: end, part: {}, limit: 10, offset: 0 }
    const staff = await indicatorRows(kernel.db, await kernel.as('analyst'), ask)
    expect(staff.rows.every((row) => row.contract?.number.startsWith('HT-'))).toBe(true)
    for (const actor of [visitor, await kernel.as('poser'), await kernel.as('reviewer')]) {
      const seen = await indicatorRows(kernel.db, actor, ask)
      expect(seen.rows.map((row) => row.contract)).toEqual([null, null])
      expect(JSON.stringify(seen)).not.toMatch(/HT-|储能|有限公司/)
    }
  })

  it('takes later changes into the quarter in which they are recorded, as an adjustment of the first', async () => {
    await kernel.setClock(new Date('2028-08-10T10:00:00+08:00'))
    const registrar = { actor: await kernel.as('registrar') }
    const amended = {
      id: joint.id,
      kind: 'development',
      sub_kind: 'commissioned',
      contract_value_fen: '300000001',
      technology_amount_fen: '80000000',
      reason: '补充协议',
    } as const
    await kernel.commands.run(amendContract, amended, registrar)
    const ask = { period: '2028', at: end }
    expect(await total('union')).toMatchObject({ fen: '87000000', contracts: 2 })
    expect(await indicatorAdjustments(kernel.db, ask)).toEqual([
      { period: '2028Q3', originPeriod: '2028Q1', fen: '-20000001' },
    ])
    const quarters = await indicatorQuarters(kernel.db, ask, 1)
    expect(quarters.filter((quarter) => quarter.fen !== '0').map((quarter) => [quarter.key, quarter.fen])).toEqual([
      ['2027Q1', '50000000'],
      ['2028Q1', '100000001'],
      ['2028Q2', '7000000'],
      ['2028Q3', '-20000001'],
    ])
    await kernel.commands.run(cancelContract, { id: joint.id, reason: '合同解除' }, registrar)
    expect(await total('union')).toMatchObject({ fen: '7000000', contracts: 1 })
    expect(await total('output')).toMatchObject({ fen: '7000000', contracts: 1 })
  })

  it('is audited: every figure against the rows, every commitment against what it binds', async () => {
    const comparisons = await compareFigures(kernel.db, end)
    expect(comparisons.length).toBeGreaterThan(20)
    expect(comparisons.filter((each) => each.shown !== each.recomputed)).toEqual([])
    expect(await unboundEntries(kernel.db, 2)).toEqual([])
    const owner = connect(kernel.ownerUrl, { max: 1 })
    await owner.db.execute(
      sql`update contract_entry set field = 'nuclear' where id = (select min(id) from contract_entry)`,
    )
    expect(await unboundEntries(kernel.db, 2)).toHaveLength(1)
    await owner.db.execute(
      sql`update contract_entry set field = 'new_energy' where id = (select min(id) from contract_entry)`,
    )
    await owner.close()
  })

  it('breaks no invariant, and the invariants see a ledger that was tampered with', async () => {
    expect(await brokenInvariants(kernel.db)).toEqual([])
    await kernel.db.execute(sql`update contract set technology_amount_fen = technology_amount_fen - 1
      where id = (select contract_id from contract_entry order by id limit 1)`)
    expect((await brokenInvariants(kernel.db)).map((each) => each.name)).toEqual([
      'entries sum to the registered amounts of their contract',
    ])
  })
})
