import { beforeAll, describe, expect, it } from 'vitest'
import { testWeb } from '#test/access/web'
import { castKernel, statement } from '#test/integration/challenge/given'
import { terms } from '#test/integration/contract/factory'
import { type Refusal, expectRefusal, leavingNothing } from './answers'

const kernel = castKernel()
const web = testWeb(kernel)

const long = (length: number) => '长'.repeat(length)
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
const target = (about: Record<string, unknown>) => ({
  targets: [{ name: '能量密度', comparator: '>=', value: 400, unit: 'Wh/kg', ...about }],
})
const criteria = (...weights: unknown[]) => ({
  criteria: weights.map((weight, at) => ({ name: `准则 ${at}`, weight })),
})
const steps = (...percents: unknown[]) => ({ payment_plan: percents.map((percent) => ({ label: '阶段', percent })) })
const field = (path: string, code?: string): Refusal => ({
  status: 422,
  title: 'invalid',
  at: code ? [path, `errors.field.${code}`] : [path],
})
const rule = (path: string, code: string): Refusal => ({ status: 422, title: 'invalid', at: [path, code] })

/** A challenge's statement with one thing wrong. */
const statements: [what: string, wrong: Record<string, unknown>, wanted: Refusal][] = [
  ['no title', { title: undefined }, field('title', 'required')],
  ['an empty title', { title: '   ' }, field('title')],
  ['a title of three letters', { title: '三个字' }, field('title', 'too_short')],
  ['a title of two lines', { title: '第一行标题\n第二行标题' }, field('title', 'one_line')],
  ['1 MB in the title', { title: long(350_000) }, field('title', 'too_long')],
  ['600 kB in the requirement', { requirement: long(200_000) }, field('requirement', 'too_long')],
  ['NUL in the title', { title: '标题里有\u0000空字符' }, field('title', 'characters')],
  ['half a surrogate pair in the title', { title: '标题里有半个\ud83d字符' }, field('title', 'characters')],
  ['half a surrogate pair in a tag', { tags: ['\udc00'] }, field('tags.0', 'characters')],
  ['a number for the title', { title: 42 }, field('title', 'type')],
  ['true for the title', { title: true }, field('title', 'type')],
  ['a list for the title', { title: ['标题'] }, field('title', 'type')],
  ['an object for the title', { title: { zh: '标题' } }, field('title', 'type')],
  ['null for the title', { title: null }, field('title', 'required')],
  ['text for a yes or no', { budget_negotiable: 'yes' }, field('budget_negotiable', 'type')],
  ['text for a list', { tags: '固态电池' }, field('tags', 'type')],
  ['an object for a list', { targets: { 0: {} } }, field('targets', 'type')],
  ['a list for an object', { targets: [[]] }, field('targets.0', 'type')],
  ['a kind that there is not', { kind: 'riddle' }, field('kind', 'choice')],
  ['a field that there is not', { field: 'alchemy' }, field('field', 'choice')],
  ['a kind by the name of a method', { kind: '__proto__' }, field('kind', 'choice')],
  ['21 tags', { tags: Array.from({ length: 21 }, (_, at) => `标签 ${at}`) }, field('tags', 'too_long')],
  ['a tag of 41 letters', { tags: [long(41)] }, field('tags.0', 'too_long')],
  ['a negative amount', { budget_max_fen: '-1' }, field('budget_max_fen', 'fen')],
  ['an amount of 30 digits', { budget_max_fen: '9'.repeat(30) }, field('budget_max_fen', 'fen')],
  ['an amount above any', { budget_max_fen: '9'.repeat(18) }, field('budget_max_fen', 'amount_too_large')],
  ['fen with decimals', { budget_max_fen: '100.5' }, field('budget_max_fen', 'fen')],
  ['an amount with an exponent', { budget_max_fen: '1e9' }, field('budget_max_fen', 'fen')],
  ['an amount as a number', { budget_max_fen: 100 }, field('budget_max_fen', 'type')],
  ['an amount in words', { budget_max_fen: '一百万' }, field('budget_max_fen', 'fen')],
  ['an empty amount', { budget_max_fen: '' }, field('budget_max_fen', 'fen')],
  [
    'a minimum above the maximum',
    { budget_min_fen: '200', budget_max_fen: '100' },
    rule('budget_max_fen', 'challenge.issue.budget_order'),
  ],
  ['31 February as a deadline', { bid_deadline: '2027-02-31T17:00:00+08:00' }, field('bid_deadline', 'moment')],
  ['31 February as a day', { delivery_deadline: '2027-02-31' }, field('delivery_deadline', 'date')],
  ['29 February of a common year', { delivery_deadline: '2027-02-29' }, field('delivery_deadline', 'date')],
  ['hour 25', { bid_deadline: '2027-03-01T25:00:00+08:00' }, field('bid_deadline', 'moment')],
  ['a deadline in words', { bid_deadline: '下周五' }, field('bid_deadline', 'moment')],
  ['a deadline as a number', { bid_deadline: 1_900_000_000 }, field('bid_deadline', 'type')],
  [
    'delivery before the deadline',
    { bid_deadline: '2027-06-01T17:00:00+08:00', delivery_deadline: '2027-05-01' },
    rule('delivery_deadline', 'challenge.issue.delivery'),
  ],
  ['criteria that sum to 99', criteria(60, 39), rule('criteria', 'challenge.issue.weights')],
  ['criteria that sum to 101', criteria(60, 41), rule('criteria', 'challenge.issue.weights')],
  ['a criterion of weight 0', criteria(100, 0), field('criteria.1.weight', 'too_small')],
  ['a criterion of a third', criteria(66.7, 33.3), field('criteria.0.weight')],
  ['payments of 90 %', steps(40, 50), rule('payment_plan', 'challenge.issue.percents')],
  ['a payment of −10 %', steps(110, -10), field('payment_plan.1.percent', 'too_small')],
  [
    'a single winner who is two',
    { winner_mode: 'single', max_winners: 2 },
    rule('max_winners', 'challenge.issue.single_winner'),
  ],
  ['a race of one', { winner_mode: 'race', max_winners: 1 }, rule('max_winners', 'challenge.issue.race_winners')],
  ['one and a half winners', { winner_mode: 'race', max_winners: 1.5 }, field('max_winners')],
  [
    'between without a second value',
    target({ comparator: 'between' }),
    rule('targets.0.value_to', 'challenge.issue.range_order'),
  ],
  [
    'between the wrong way round',
    target({ comparator: 'between', value: 60, value_to: -20 }),
    rule('targets.0.value_to', 'challenge.issue.range_order'),
  ],
  [
    'a second value without between',
    target({ value_to: 500 }),
    rule('targets.0.value_to', 'challenge.issue.range_not_between'),
  ],
  ['a comparator that there is not', target({ comparator: '≈' }), field('targets.0.comparator', 'choice')],
  ['a target without a value', target({ value: undefined }), field('targets.0.value', 'required')],
  ['a figure as text', target({ value: '400' }), field('targets.0.value', 'type')],
  ['a figure beyond doubles', target({ value: 1e300 }), field('targets.0.value', 'figure')],
  ['a unit of 41 letters', target({ unit: long(41) }), field('targets.0.unit', 'too_long')],
  ['a unit of two lines', target({ unit: 'Wh\n/kg' }), field('targets.0.unit', 'one_line')],
]

/** Other commands, each as somebody who may fire it. */
const commands: [command: string, what: string, input: unknown, wanted: Refusal][] = [
  ['challenge.submit', 'an id that is none', { id: 'x' }, field('id', 'id')],
  ['challenge.submit', 'a path for an id', { id: '../../etc/passwd' }, field('id', 'id')],
  ['challenge.submit', 'SQL for an id', { id: "' or 1=1 --" }, field('id', 'id')],
  ['challenge.submit', '36 dashes for an id', { id: '-'.repeat(36) }, field('id', 'id')],
  ['challenge.submit', 'a number for an id', { id: 7 }, field('id')],
  ['challenge.submit', 'no input', {}, field('id')],
  ['challenge.return', 'no reason', { id: '00000000-0000-4000-8000-000000000000' }, field('reason', 'required')],
  ['contract.create', 'a wrong credit code', partyWith({ code: '91330108XJB0000101' }), field('parties.0.code')],
  ['contract.create', 'a region that there is not', partyWith({ region: '999999' }), field('parties.0.region')],
  ['contract.create', 'a share of nothing', partyWith({ share: 0 }), field('parties.0.share', 'too_small')],
  [
    'contract.create',
    'a negative value',
    { ...terms(), contract_value_fen: '-100' },
    field('contract_value_fen', 'fen'),
  ],
  ['contract.create', 'one party', { ...terms(), parties: terms().parties.slice(0, 1) }, field('parties')],
  [
    'contract.create',
    'a sub-kind of another kind',
    { ...terms(), kind: 'consultancy', sub_kind: 'commissioned' },
    rule('sub_kind', 'contract.issue.sub_kind'),
  ],
  [
    'contract.create',
    'an end before its beginning',
    { ...terms(), term_from: '2027-02-01', term_to: '2027-01-01' },
    rule('term_to', 'contract.issue.term'),
  ],
  ['identity.create_token', 'no days', { name: '脚本', scopes: ['*'], days: 0 }, field('days', 'too_small')],
  ['identity.create_token', 'a year and a day', { name: '脚本', scopes: ['*'], days: 366 }, field('days', 'too_big')],
  ['identity.create_token', 'no scope', { name: '脚本', scopes: [] }, field('scopes')],
  ['identity.create_token', 'a scope of no form', { name: '脚本', scopes: ['DROP TABLE'] }, field('scopes.0')],
  ['organization.create', 'nothing of an organisation', { name: 'x' }, field('code')],
  [
    'bid.submit',
    'a price of nothing, on 31 February, for target 99',
    {
      challenge_id: '00000000-0000-4000-8000-000000000000',
      content: {
        plan: long(20),
        team: '三人',
        price_fen: '0',
        delivery_date: '2027-02-31',
        commitments: [{ position: 99, value: 1 }],
      },
    },
    rule('content.price_fen', 'bid.issue.price'),
  ],
  [
    'evaluation.submit_scorecard',
    '101 points',
    {
      id: '00000000-0000-4000-8000-000000000000',
      scores: [{ bid_id: '00000000-0000-4000-8000-000000000000', criterion: 0, value: 101, reason: '太好' }],
    },
    field('scores.0.value', 'too_big'),
  ],
]

function partyWith(about: Record<string, unknown>) {
  const [first, ...others] = terms().parties
  return { ...terms(), parties: [{ ...first, ...about }, ...others] }
}

const post = async (body: string | Buffer, headers: Record<string, string>, command = 'challenge.create_draft') =>
  web.ask(`/api/v1/commands/${command}`, { method: 'POST', body, headers })

describe('a command over the API with something wrong in it', () => {
  // The token itself is a row: made before anything is counted.
  beforeAll(() => web.bearer('poser'))

  it.each(statements)('says what: %s', async (_what, wrong, wanted) => {
    await leavingNothing(kernel, web, () =>
      expectRefusal(
        (headers) => web.fire('challenge.create_draft', statement(wrong as never), 'poser', headers),
        wanted,
      ),
    )
  })

  it.each(commands)('%s says what: %s', async (command, _what, input, wanted) => {
    await leavingNothing(kernel, web, async () => {
      await expectRefusal((headers) => web.fire(command, input, 'poser', headers), wanted)
    })
  })
})

describe('a body that is not what it should be', () => {
  const unreadable: [string, string, Refusal][] = [
    ['nothing', '', { status: 422, reason: 'api.problem.json' }],
    ['half an object', '{"title": "半', { status: 422, reason: 'api.problem.json' }],
    ['a form', 'title=x', { status: 422, reason: 'api.problem.json' }],
    ['bytes that are no UTF-8', '{"title":"\xff"', { status: 422, reason: 'api.problem.json' }],
    ['a list', '[1, 2]', field('', 'type')],
    ['a text', '"title"', field('', 'type')],
    ['a number', '42', field('', 'type')],
    ['null', 'null', field('', 'required')],
    ['10,000 brackets', nested(10_000), field('', 'type')],
    ['10,000 brackets in a field', `{"title": ${nested(10_000)}}`, field('title', 'type')],
    ['200,000 brackets', nested(200_000), { status: 422 }],
    [
      '__proto__ instead of fields',
      '{"__proto__": {"title": "标题在原型上", "polluted": true}}',
      field('title', 'required'),
    ],
    ['constructor.prototype', '{"constructor": {"prototype": {"polluted": true}}}', field('title', 'required')],
  ]
  it.each(unreadable)('is refused: %s', async (_what, body, wanted) => {
    const token = await web.bearer('poser')
    await leavingNothing(kernel, web, () =>
      expectRefusal((headers) => post(body, { ...token, 'content-type': 'application/json', ...headers }), wanted),
    )
  })

  it.each([undefined, 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp'])(
    'is refused with the content type %s',
    async (type) => {
      const token = await web.bearer('poser')
      await leavingNothing(kernel, web, () =>
        expectRefusal((headers) => post('{}', { ...token, ...(type ? { 'content-type': type } : {}), ...headers }), {
          status: 422,
          reason: 'api.problem.content_type',
        }),
      )
    },
  )

  it('is refused above 2 MB, in both languages, whatever its length says', async () => {
    const token = await web.bearer('poser')
    const body = JSON.stringify(statement({ requirement: 'x'.repeat(2.2 * 1024 * 1024) }))
    await leavingNothing(kernel, web, async () => {
      for (const headers of [{}, { 'transfer-encoding': 'chunked' }] as Record<string, string>[]) {
        const answer = await post(body, { ...token, 'content-type': 'application/json', ...headers })
        expect(answer.status).toBe(413)
        expect(answer.body).toContain('2 MB，请缩短')
        expect(answer.body).toContain('larger than 2 MB')
      }
    })
  })

  it.each(['gzip', 'deflate', 'br', 'zstd', 'nonsense'])(
    'is refused where it is not %s as it says',
    async (encoding) => {
      const token = await web.bearer('poser')
      await leavingNothing(kernel, web, async () => {
        const answer = await post('{}', { ...token, 'content-type': 'application/json', 'content-encoding': encoding })
        expect([400, 415]).toContain(answer.status)
      })
    },
  )
})

describe('who and what is called', () => {
  const good = { 'content-type': 'application/json' }

  it.each([
    'nothing.at_all',
    'challenge.close',
    'challenge.open_bids',
    'bid.report_unopened',
    'award.mark_contracted',
    'contract.complete',
    'achievement.expire',
    '__proto__',
    'constructor',
    'toString',
    '..%2f..%2fhealthz',
    "'%20or%201=1",
  ])('no such command can be fired: %s', async (command) => {
    const token = await web.bearer('poser')
    await leavingNothing(kernel, web, () =>
      expectRefusal((headers) => post('{}', { ...token, ...good, ...headers }, command), {
        status: 404,
        title: 'not_found',
      }),
    )
  })

  it.each([
    ['no token', {}],
    ['a token that nobody has', { authorization: `Bearer jb_${'A'.repeat(43)}` }],
    ['a token of no form', { authorization: 'Bearer x' }],
    ['another scheme', { authorization: 'Basic cG9zZXI6cG9zZXI=' }],
    ['an empty header', { authorization: '' }],
    ['SQL for a token', { authorization: "Bearer ' or 1=1 -- aaaaaaaaaaaaaaaaaaaaaa" }],
  ])('it is refused with %s', async (_what, headers) => {
    await leavingNothing(kernel, web, () =>
      expectRefusal((more) => post(JSON.stringify(statement()), { ...good, ...headers, ...more } as never), {
        status: 401,
        title: 'not_signed_in',
      }),
    )
  })

  it('a session does not count, whatever it may', async () => {
    const cookie = await web.as('poser')
    await leavingNothing(kernel, web, () =>
      expectRefusal((headers) => post(JSON.stringify(statement()), { ...good, ...cookie, ...headers }), {
        status: 401,
      }),
    )
  })

  it('a token fires only what it was made for', async () => {
    const token = await web.bearer('poser', ['challenge.submit'])
    await leavingNothing(kernel, web, () =>
      expectRefusal((headers) => post(JSON.stringify(statement()), { ...token, ...good, ...headers }), {
        status: 403,
        reason: 'errors.refusal.token_scope',
      }),
    )
  })

  it.each(['short', 'with a space in it', 'x'.repeat(201), 'schlüssel-mit-umlaut'])(
    'the retry key is refused: %s',
    async (key) => {
      const token = await web.bearer('poser')
      await leavingNothing(kernel, web, () =>
        expectRefusal(
          (headers) => post(JSON.stringify(statement()), { ...token, ...good, 'idempotency-key': key, ...headers }),
          { status: 422, reason: 'api.problem.idempotency_key' },
        ),
      )
    },
  )

  it('the same retry key with another body is refused, with the same one it is answered the same', async () => {
    const again = (title: string, headers = {}) =>
      web.fire('challenge.create_draft', statement({ title }), 'poser', {
        'idempotency-key': 'the-same-key-1',
        ...headers,
      })
    const first = await again('第一份榜题的标题')
    expect(first.status).toBe(200)
    await leavingNothing(kernel, web, async () => {
      await expectRefusal((headers) => again('第二份榜题的标题', headers), { status: 422, reason: 'errors.key_reused' })
      expect((await again('第一份榜题的标题')).body).toBe(first.body)
    })
  })

  it('an external id is there once', async () => {
    for (const [command, input, status] of [
      ['challenge.create_draft', statement({ external_id: 'A-1' }), 409],
      [
        'achievement.create',
        { title: '一项成果', abstract: '写明它能做什么、做到了哪一步。', external_id: 'A-1' },
        409,
      ],
    ] as const) {
      expect((await web.fire(command, input, 'poser')).status).toBe(200)
      await leavingNothing(kernel, web, () =>
        expectRefusal((headers) => web.fire(command, input, 'poser', headers), { status, title: 'stale' }),
      )
    }
  })

  it('a deadline that is over cannot be submitted', async () => {
    const made = await web.fire(
      'challenge.create_draft',
      statement({ bid_deadline: '2020-01-01T17:00:00+08:00', delivery_deadline: '2030-01-01' }),
      'poser',
    )
    const { id } = JSON.parse(made.body) as { id: string }
    await leavingNothing(kernel, web, () =>
      expectRefusal((headers) => web.fire('challenge.submit', { id }, 'poser', headers), {
        status: 409,
        title: 'stale',
      }),
    )
  })

  it.each([
    ['no text', { text: '' }, field('text')],
    ['text of 20,001 letters', { text: long(20_001) }, field('text', 'too_long')],
    ['a limit of 51', { text: '固态电池', limit: 51 }, field('limit', 'too_big')],
    ['a limit of 0', { text: '固态电池', limit: 0 }, field('limit', 'too_small')],
    ['a limit as text', { text: '固态电池', limit: '20' }, field('limit', 'type')],
  ] as const)('a match is refused with %s', async (_what, input, wanted) => {
    await leavingNothing(kernel, web, () =>
      expectRefusal(
        (headers) =>
          web.ask('/api/v1/match', { method: 'POST', headers: { ...good, ...headers }, body: JSON.stringify(input) }),
        wanted,
      ),
    )
  })
})
