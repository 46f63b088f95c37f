import { parseWithZod } from '@conform-to/zod/v4'
import { describe, expect, it } from 'vitest'
import { amendForm, createForm, registerForm, submitForm } from './schema'

const id = '5f0c0f43-5df0-4b0e-9d39-2c4f0e3c6f10'

function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

const party = (index: number, said: Partial<Record<'side' | 'name' | 'code' | 'share', string>>) => ({
  [`parties[${index}].side`]: said.side ?? '',
  [`parties[${index}].name`]: said.name ?? '',
  [`parties[${index}].code`]: said.code ?? '',
  [`parties[${index}].party_type`]: 'enterprise_limited',
  [`parties[${index}].region`]: '330108',
  [`parties[${index}].share`]: said.share ?? '1',
})

describe('the forms', () => {
  it('take a contract as typed: 万, ticks, empty party rows', () => {
    const typed = form({
      title: '谐波减速器寿命提升',
      kind: 'development',
      sub_kind: 'joint',
      field: 'advanced_manufacturing',
      contract_value_fen: '120.5万',
      overseas: 'on',
      ...party(0, { side: 'seller', name: '卖方研究院', code: '91350100M000100Y43', share: '3' }),
      ...party(1, { side: 'buyer', name: '买方公司', code: 'X' }),
      ...party(2, {}),
    })
    const short = parseWithZod(typed, { schema: createForm })
    expect(short.status).toBe('error')
    expect(Object.keys(short.reply().error ?? {})).toContain('parties[1].code')
    typed.set('parties[1].party_type', 'natural_person')
    typed.set('parties[1].code', '330108199001011234')
    const read = parseWithZod(typed, { schema: createForm })
    expect(read.status === 'success' && read.value).toMatchObject({
      contract_value_fen: 120_500_000n,
      overseas: true,
      related_parties: false,
      parties: [
        { side: 'seller', share: 3 },
        { side: 'buyer', share: 1 },
      ],
    })
  })

  it('take costs line by line, leave empty ones out, and name the field of an amount that is none', () => {
    const typed = form({
      id,
      'costs[0].name': '设备',
      'costs[0].amount_fen': '1,234.56',
      'costs[1].name': '',
      'costs[1].amount_fen': '',
      claimed_amount_fen: '50万',
    })
    const read = parseWithZod(typed, { schema: submitForm })
    expect(read.status === 'success' && read.value).toEqual({
      id,
      costs: [{ name: '设备', amount_fen: 123_456n }],
      claimed_amount_fen: 50_000_000n,
    })
    typed.set('costs[0].amount_fen', '0')
    expect(parseWithZod(typed, { schema: submitForm }).reply().error).toEqual({
      'costs[0].amount_fen': ['contract.issue.cost_zero'],
    })
    typed.set('costs[0].amount_fen', '1')
    typed.set('claimed_amount_fen', '很多')
    const refused = parseWithZod(typed, { schema: submitForm })
    expect(refused.reply().error).toEqual({ claimed_amount_fen: ['errors.field.fen'] })
  })

  it('of the registrar refuse a sub-kind of another kind and an amount above the value', () => {
    const wrong = parseWithZod(form({ id, kind: 'service', sub_kind: 'joint', technology_amount_fen: '1' }), {
      schema: registerForm,
    })
    expect(wrong.reply().error).toEqual({ sub_kind: ['contract.issue.sub_kind'] })
    const above = parseWithZod(
      form({
        id,
        kind: 'service',
        sub_kind: 'general',
        contract_value_fen: '1',
        technology_amount_fen: '1.01',
        reason: '补充协议',
      }),
      { schema: amendForm },
    )
    expect(above.reply().error).toEqual({ technology_amount_fen: ['contract.issue.amount_above_value'] })
  })
})
