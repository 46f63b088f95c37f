import { and, asc, eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { contract, contractEntry, contractEntryShare, event, membership, organization, person } from '#db/schema'
import { seedPeople } from '#test/cast'
import { testKernel } from '#test/integration/kernel'
import { acceptContract } from '~/domain/contract/commands/accept.server'
import { amendContract } from '~/domain/contract/commands/amend.server'
import { cancelContract } from '~/domain/contract/commands/cancel.server'
import { refuseContract } from '~/domain/contract/commands/refuse.server'
import { registerContract } from '~/domain/contract/commands/register.server'
import { returnContract } from '~/domain/contract/commands/return.server'
import { submitContract } from '~/domain/contract/commands/submit.server'
import { updateContract } from '~/domain/contract/commands/update.server'
import { readContract } from '~/domain/contract/lifecycle.server'
import { parties, registered, signed, submitted, terms, underReview } from './factory'

const kernel = testKernel((made) => seedPeople(made).then(() => {}))
const by = async (key: Parameters<typeof kernel.as>[0]) => ({ actor: await kernel.as(key) })
const entriesOf = (id: string) =>
  kernel.db.select().from(contractEntry).where(eq(contractEntry.contractId, id)).orderBy(asc(contractEntry.id))
const held = async (id: string) => {
  const [sum] = await kernel.db
    .select({
      value: sql<string>`coalesce(sum(contract_value_fen), 0)`,
      amount: sql<string>`coalesce(sum(technology_amount_fen), 0)`,
    })
    .from(contractEntry)
    .where(eq(contractEntry.contractId, id))
  return sum!
}

describe('submitting', () => {
  it('itemises costs and claims at most what they leave of the value', async () => {
    const { id } = await signed(kernel)
    const costs = [
      { name: '购置设备', amount_fen: '20000000' },
      { name: '原材料', amount_fen: '1' },
    ]
    const submit = async (claimed_amount_fen: string, more = costs) =>
      kernel.commands.run(submitContract, { id, costs: more, claimed_amount_fen }, await by('solver'))
    await expect(submit('80000000')).rejects.toMatchObject({
      issues: [{ path: ['claimed_amount_fen'], message: 'contract.issue.claim_above_rest' }],
    })
    await expect(submit('0', [{ name: '设备', amount_fen: '100000001' }])).rejects.toMatchObject({
      issues: [{ path: ['costs'], message: 'contract.issue.costs_above_value' }],
    })
    await submit('79999999')
    const now = await readContract(kernel.db, { id })
    expect(now).toMatchObject({ state: 'submitted', claimedAmountFen: 79_999_999n })
    expect(now!.costs).toEqual([
      { name: '购置设备', amountFen: 20_000_000n },
      { name: '原材料', amountFen: 1n },
    ])
  })

  it('is for the seller, and for a signed contract', async () => {
    const { id } = await signed(kernel)
    const claim = { id, claimed_amount_fen: '1' }
    await expect(kernel.commands.run(submitContract, claim, await by('poser'))).rejects.toMatchObject({
      key: 'contract.refusal.not_seller',
    })
    await kernel.commands.run(submitContract, claim, await by('solver'))
    await expect(kernel.commands.run(submitContract, claim, await by('solver'))).rejects.toMatchObject({
      code: 'stale',
    })
  })
})

describe('the examination', () => {
  it('is due in 15 working days, and in 30 from five million yuan on', async () => {
    await kernel.setClock(new Date('2027-03-01T10:00:00+08:00'))
    const small = await underReview(kernel)
    const large = await underReview(kernel, { contract_value_fen: '500000000' })
    expect((await readContract(kernel.db, { id: small.id }))!.reviewDueAt!.toISOString()).toBe(
      '2027-03-22T16:00:00.000Z',
    )
    expect((await readContract(kernel.db, { id: large.id }))!.reviewDueAt!.toISOString()).toBe(
      '2027-04-12T16:00:00.000Z',
    )
  })

  it('belongs to registrars who took no part; the contract does not exist for strangers', async () => {
    const { id } = await submitted(kernel)
    await expect(kernel.commands.run(acceptContract, { id }, await by('solver'))).rejects.toMatchObject({
      key: 'contract.refusal.not_registrar',
    })
    for (const key of ['rival', 'reviewer', 'stranger'] as const) {
      await expect(kernel.commands.run(acceptContract, { id }, await by(key))).rejects.toMatchObject({
        code: 'not_found',
      })
    }
    const [registrar] = await kernel.db.select({ id: person.id }).from(person).where(eq(person.demoKey, 'registrar'))
    const [seller] = await kernel.db
      .select({ id: organization.id })
      .from(organization)
      .where(eq(organization.name, '北辰储能研究院'))
    await kernel.db.insert(membership).values({ personId: registrar!.id, organizationId: seller!.id, role: 'viewer' })
    await expect(kernel.commands.run(acceptContract, { id }, await by('registrar'))).rejects.toMatchObject({
      key: 'contract.refusal.own_case',
    })
    await kernel.db.delete(membership).where(eq(membership.personId, registrar!.id))
    await kernel.commands.run(acceptContract, { id }, await by('registrar'))
  })

  it('gives back for completion: the number stays, the old signatures do not', async () => {
    const { id, number } = await underReview(kernel)
    await kernel.commands.run(returnContract, { id, reason: '请补充设备清单。' }, await by('registrar'))
    expect(await readContract(kernel.db, { id })).toMatchObject({
      state: 'returned',
      returnReason: '请补充设备清单。',
      reviewDueAt: null,
    })
    await kernel.commands.run(updateContract, { id, ...terms({ contract_value_fen: '80000000' }) }, await by('solver'))
    expect(await readContract(kernel.db, { id })).toMatchObject({ state: 'draft', number, version: 2, signed: [] })
    await expect(
      kernel.commands.run(submitContract, { id, claimed_amount_fen: '1' }, await by('solver')),
    ).rejects.toMatchObject({ code: 'stale' })
  })

  it('refuses on a coded ground; a refused contract counts nowhere and goes nowhere', async () => {
    const { id } = await underReview(kernel)
    await kernel.commands.run(
      refuseContract,
      { id, ground: 'not_technology', reason: '标的为设备买卖。' },
      await by('registrar'),
    )
    expect(await entriesOf(id)).toEqual([])
    await expect(
      kernel.commands.run(
        registerContract,
        { id, kind: 'development', sub_kind: 'commissioned', technology_amount_fen: '1' },
        await by('registrar'),
      ),
    ).rejects.toMatchObject({ code: 'stale' })
  })
})

describe('registration', () => {
  const confirm = { kind: 'development', sub_kind: 'commissioned' } as const

  it('appends one entry whose shares sum to it on both sides', async () => {
    const { id, registrationNumber } = await registered(
      kernel,
      { contract_value_fen: '100000001', parties: parties(['solver', 'rival', 'partner'], ['poser'], { solver: 2 }) },
      { claimed_amount_fen: '99999999' },
      ['solver', 'rival', 'partner', 'poser'],
    )
    expect(registrationNumber).toMatch(/^RD-\d{4}-\d{6}$/)
    const [entry, ...more] = await entriesOf(id)
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      type: 'registration',
      contractValueFen: 100_000_001n,
      technologyAmountFen: 99_999_999n,
    })
    expect(entry!.commitment).toMatch(/^[0-9a-f]{64}$/)
    const shares = await kernel.db
      .select()
      .from(contractEntryShare)
      .where(eq(contractEntryShare.entryId, entry!.id))
      .orderBy(asc(contractEntryShare.position))
    expect(shares.map((share) => [share.side, share.region, share.technologyAmountFen])).toEqual([
      ['seller', '330106', 49_999_999n],
      ['seller', '330108', 25_000_000n],
      ['seller', '330114', 25_000_000n],
      ['buyer', '330108', 99_999_999n],
    ])
    const certified = await readContract(kernel.db, { id })
    expect(certified!.checkingCode).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
  })

  it('takes an amount of its own only with a reason, and never above the value', async () => {
    const { id } = await underReview(kernel)
    const register = async (technology_amount_fen: string, amount_reason = '') =>
      kernel.commands.run(
        registerContract,
        { id, ...confirm, technology_amount_fen, amount_reason },
        await by('registrar'),
      )
    await expect(register('90000000')).rejects.toMatchObject({
      issues: [{ path: ['amount_reason'], message: 'contract.issue.amount_reason' }],
    })
    await expect(register('100000001', '多算一分')).rejects.toMatchObject({
      issues: [{ path: ['technology_amount_fen'], message: 'contract.issue.amount_above_value' }],
    })
    expect(await entriesOf(id)).toEqual([])
    await register('90000000', '扣除未列明的样机购置费')
    expect(await held(id)).toEqual({ value: '100000000', amount: '90000000' })
  })

  it('happens once, also when two registrars press at the same time', async () => {
    const { id } = await underReview(kernel)
    const registrar = await by('registrar')
    const once = () =>
      kernel.commands.run(registerContract, { id, ...confirm, technology_amount_fen: '100000000' }, registrar)
    const outcomes = await Promise.allSettled([once(), once(), once()])
    expect(outcomes.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    expect(await entriesOf(id)).toHaveLength(1)
    const events = await kernel.db
      .select()
      .from(event)
      .where(and(eq(event.subjectId, id), eq(event.type, 'contract.registered')))
    expect(events).toHaveLength(1)
  })

  it('cannot be changed in the ledger afterwards by the role of the app', async () => {
    const { id } = await registered(kernel)
    const refused = (work: Promise<unknown>) =>
      expect(work).rejects.toMatchObject({ cause: expect.objectContaining({ code: '42501' }) })
    await refused(
      kernel.db.update(contractEntry).set({ technologyAmountFen: 1n }).where(eq(contractEntry.contractId, id)),
    )
    await refused(kernel.db.delete(contractEntryShare))
  })
})

describe('after registration', () => {
  it('an amendment adds the difference in the present quarter, a cancellation leaves nothing, to the fen and per party', async () => {
    await kernel.setClock(new Date('2027-05-10T10:00:00+08:00'))
    const { id } = await registered(
      kernel,
      { parties: parties(['solver', 'rival', 'partner'], ['poser']) },
      undefined,
      ['solver', 'rival', 'partner', 'poser'],
    )
    await kernel.setClock(new Date('2027-08-10T10:00:00+08:00'))
    const amended = {
      id,
      kind: 'development',
      sub_kind: 'commissioned',
      contract_value_fen: '70000000',
      technology_amount_fen: '69999998',
      reason: '双方补充协议调减',
    } as const
    await kernel.commands.run(amendContract, amended, await by('registrar'))
    expect(await entriesOf(id)).toMatchObject([
      { period: '2027Q2', originPeriod: '2027Q2', type: 'registration' },
      {
        period: '2027Q3',
        originPeriod: '2027Q2',
        type: 'amendment',
        technologyAmountFen: -30_000_002n,
        contractVersion: 2,
      },
    ])
    await expect(kernel.commands.run(amendContract, amended, await by('registrar'))).rejects.toMatchObject({
      issues: [{ message: 'contract.issue.nothing_changed' }],
    })
    await kernel.commands.run(
      amendContract,
      { ...amended, kind: 'service', sub_kind: 'general' },
      await by('registrar'),
    )
    await kernel.commands.run(cancelContract, { id, reason: '合同解除' }, await by('registrar'))
    expect(await held(id)).toEqual({ value: '0', amount: '0' })
    const perParty = await kernel.db.execute<{ amount: string; value: string }>(sql`
      select sum(s.technology_amount_fen) as amount, sum(s.contract_value_fen) as value from contract_entry_share s
      join contract_entry e on e.id = s.entry_id where e.contract_id = ${id} group by s.position`)
    expect(perParty.map((row) => [row.amount, row.value])).toEqual([
      ['0', '0'],
      ['0', '0'],
      ['0', '0'],
      ['0', '0'],
    ])
    const [row] = await kernel.db.select({ state: contract.state }).from(contract).where(eq(contract.id, id))
    expect(row!.state).toBe('cancelled')
    await expect(
      kernel.commands.run(cancelContract, { id, reason: '再注销一次' }, await by('registrar')),
    ).rejects.toMatchObject({ code: 'stale' })
  })

  it('neither is for the parties', async () => {
    const { id } = await registered(kernel)
    await expect(
      kernel.commands.run(cancelContract, { id, reason: '我们不做了' }, await by('solver')),
    ).rejects.toMatchObject({ key: 'contract.refusal.not_registrar' })
  })
})
