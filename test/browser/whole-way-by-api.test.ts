import { expect, test } from 'vitest'
import { type ApiPerson, apiAs, apiGet, until } from './as-person'

interface Challenge {
  id: string
  state: string
  bid_deadline: string
}
interface Total {
  fen: string
}

const day = 86_400_000
const targets = [
  { name: '循环寿命', comparator: '>=', value: 800, unit: '次' },
  { name: '室温离子电导率', comparator: '>=', value: 1, unit: 'mS/cm' },
  { name: '工作温度', comparator: 'between', value: -20, value_to: 60, unit: '℃' },
]
const total = () => apiGet<Total>('indicators/technology_transaction_volume').then((figure) => BigInt(figure.fen))

async function publishedChallenge(poser: ApiPerson, reviewer: ApiPerson, deadline: Date): Promise<string> {
  const { id } = await poser.run('challenge.create_draft', {
    title: '软包电芯循环后鼓包，求固态电解质方案',
    requirement:
      '软包电芯在四十五度下存放后鼓包，循环三百次容量掉到百分之八十以下，希望换成固态电解质，并给出可在现有产线试制的工艺。',
    field: 'new_energy',
    targets,
    budget_max_fen: '900000000',
    bid_deadline: deadline.toISOString(),
    criteria: [
      { name: '技术方案', weight: 70 },
      { name: '价格', weight: 30 },
    ],
  })
  await poser.run('challenge.submit', { id })
  const { number } = await reviewer.run<{ number: string }>('challenge.publish', { id })
  return number
}

const bid = (challenge_id: string, cycles: number, price_fen: string) => ({
  challenge_id,
  content: {
    plan: `以氧化物复合电解质膜替换电解液，循环 ${cycles} 次后容量保持百分之八十三，三个月交付小试样品。`,
    team: '固态电池课题组八人，中试线一条。',
    price_fen,
    delivery_date: new Date(Date.now() + 800 * day).toISOString().slice(0, 10),
    commitments: [
      { position: 0, value: cycles },
      { position: 1, value: 1.4 },
      { position: 2, value: -30, value_to: 65 },
    ],
  },
})

test('by the API alone a challenge ends in a registered contract, and the public total rises by its technology amount to the fen', async () => {
  const names = ['poser', 'reviewer', 'solver', 'rival', 'judge', 'judge_two', 'judge_three', 'registrar'] as const
  const people = {} as Record<(typeof names)[number], ApiPerson>
  for (const name of names) people[name] = await apiAs(name)
  const { poser, reviewer, solver, rival, registrar } = people

  const { business_at } = await poser.run<{ business_at: string }>('demo.move_clock', { to: 'next_working_day' })
  const deadline = new Date(Date.parse(business_at) + 20 * day)
  const number = await publishedChallenge(poser, reviewer, deadline)
  const challenge = await apiGet<Challenge>(`challenges/${number}`)
  expect(challenge.state).toBe('open')
  const before = await apiGet<Challenge>(`challenges/${number}`)
  await solver.run('bid.submit', bid(challenge.id, 1_000, '420000000'))
  await rival.run('bid.submit', bid(challenge.id, 700, '390000000'))
  expect(await apiGet<Challenge>(`challenges/${number}`)).toEqual(before)

  await poser.run('demo.move_clock', { to: new Date(deadline.getTime() + 1_000).toISOString() })
  await until(
    () => apiGet<Challenge>(`challenges/${number}`),
    (now) => now.state === 'judging',
  )
  const { bids } = await poser.get<{ bids: { id: string; price_fen: string }[] }>(`challenges/${number}/comparison`)
  expect(bids).toHaveLength(2)

  const { candidates } = await poser.get<{ candidates: { person_id: string; refusal: unknown }[] }>(
    `challenges/${number}/judges`,
  )
  for (const { person_id, refusal } of candidates)
    if (!refusal) await poser.run('evaluation.invite_judge', { challenge_id: challenge.id, person_id })
  for (const name of ['judge', 'judge_two', 'judge_three'] as const) {
    const { items } = await people[name].get<{ items: { id: string; number: string }[] }>('judgings')
    const id = items.find((each) => each.number === number)!.id
    await people[name].run('evaluation.accept', { id, no_conflict: true })
    const scores = bids.flatMap((each) =>
      [0, 1].map((criterion) => ({
        bid_id: each.id,
        criterion,
        value: each.price_fen === '420000000' ? 90 : 60,
        reason: '按承诺值与方案评分',
      })),
    )
    await people[name].run('evaluation.submit_scorecard', { id, scores })
  }
  const winner = bids.find((each) => each.price_fen === '420000000')!
  await poser.run('challenge.intend_award', { id: challenge.id, bids: [winner.id] })
  expect((await poser.try('challenge.confirm_award', { id: challenge.id })).status).toBe(409)
  const { publicity_ends_at } = await apiGet<{ publicity_ends_at: string }>(`challenges/${number}`)
  await poser.run('demo.move_clock', { to: publicity_ends_at })
  await poser.run('challenge.confirm_award', { id: challenge.id })

  const { items: awards } = await apiGet<{ items: { id: string }[] }>(`challenges/${number}/awards`)
  const contract = await solver.run<{ id: string; number: string }>('contract.draft_from_award', {
    award: awards[0]!.id,
  })
  await solver.run('contract.sign', { id: contract.id, version: 1 })
  await poser.run('contract.sign', { id: contract.id, version: 1 })
  await solver.run('contract.submit', {
    id: contract.id,
    costs: [{ name: '购置检测仪器', amount_fen: '20000001' }],
    claimed_amount_fen: '399999999',
  })
  await registrar.run('contract.accept', { id: contract.id })
  const earlier = await total()
  await registrar.run('contract.register', {
    id: contract.id,
    kind: 'development',
    sub_kind: 'commissioned',
    technology_amount_fen: '399999999',
  })
  expect((await total()) - earlier).toBe(399_999_999n)
}, 300_000)
