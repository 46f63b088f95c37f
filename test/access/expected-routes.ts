import { administrators, alone, type Expected } from './who'
import type { World } from './world'

/** A status, as the route's own loader gives it: 302 and 303 lead elsewhere, 401 asks for a token. */
export type Status = 200 | 302 | 303 | 401 | 403 | 404 | 405 | 409

export interface RouteCase {
  path: (world: World) => string
  expected: Expected<Status>
}

const toAll: Expected<Status> = [200]
const toNobody: Expected<Status> = [404]
const toSignedIn: Expected<Status> = [200, { 302: ['visitor'] }]
/** An act without a form of its own: whoever comes by its URL is led to the page that has its button. */
const toLead: Expected<Status> = [303, { 302: ['visitor'] }]
/** Whoever may write for an organisation. */
const toWriters: Expected<Status> = [200, { 302: ['visitor'], 403: [...alone, 'poser_viewer'] }]
/** To those named; to everybody else there is no such page. */
const only = (...people: NonNullable<NonNullable<Expected<Status>[1]>[200]>[number][]): Expected<Status> => [
  404,
  { 200: people, 302: ['visitor'] },
]

const poserOnly: Expected<Status> = [403, { 200: ['poser'], 302: ['visitor'] }]
const poserLater: Expected<Status> = [403, { 409: ['poser'], 302: ['visitor'] }]
const parties = ['solver', 'poser', 'poser_viewer'] as const
const registry = ['registrar', 'analyst', 'audit_administrator'] as const
const unknown = '7b1d4c1e-5f0a-4f6e-9a53-0c8f5f1f2a11'

const plain = (path: string, expected: Expected<Status>): RouteCase[] => [{ path: () => path, expected }]

/** Both listings have the same pages: the draft and the listed one belong to one organisation. */
const listing = (kind: 'achievements' | 'capabilities', owner: 'solver' | 'pilot') => {
  const at = (rest: string) => (which: 'draft' | 'listed') => (w: World) =>
    `/workspace/${kind}/${w[kind][which].id}${rest}`
  const others: Expected<Status> = [404, { 200: [owner], 302: ['visitor'], 403: [...alone, 'poser_viewer'] }]
  const lead: Expected<Status> = [303, { 302: ['visitor'], 403: [...alone, 'poser_viewer'] }]
  const both = (rest: string, expected: Expected<Status>): RouteCase[] =>
    (['draft', 'listed'] as const).map((which) => ({ path: at(rest)(which), expected }))
  return {
    [`${kind}`]: plain(`/${kind}`, toAll),
    [`${kind}/:number`]: [
      { path: (w: World) => `/${kind}/${w[kind].listed.number}`, expected: toAll },
      { path: (w: World) => `/${kind}/${w[kind].withdrawn.number}`, expected: [404, { 200: [owner] }] as const },
      ...plain(`/${kind}/CG-2026-999999`, toNobody),
    ],
    [`workspace/${kind}`]: plain(`/workspace/${kind}`, toSignedIn),
    [`workspace/${kind}/new`]: plain(`/workspace/${kind}/new`, toWriters),
    [`workspace/${kind}/:id`]: both('', others),
    [`workspace/${kind}/:id/publish`]: both('/publish', lead),
    [`workspace/${kind}/:id/renew`]: both('/renew', lead),
    [`workspace/${kind}/:id/withdraw`]: both('/withdraw', lead),
    [`workspace/${kind}/:id/matches`]: both('/matches', only(owner)),
    [`api/v1/${kind}`]: plain(`/api/v1/${kind}`, toAll),
    [`api/v1/${kind}/:number`]: [
      { path: (w: World) => `/api/v1/${kind}/${w[kind].listed.number}`, expected: toAll },
      { path: (w: World) => `/api/v1/${kind}/${w[kind].withdrawn.number}`, expected: [404, { 200: [owner] }] as const },
    ],
  } satisfies Record<string, RouteCase[]>
}

const challengePart = (
  part: string,
  ...cases: ['open' | 'judging' | 'publicity' | 'awarded', Expected<Status>][]
): RouteCase[] => [
  ...cases.map(([which, expected]) => ({
    path: (w: World) => `/challenges/${w.challenges[which].number}/${part}`,
    expected,
  })),
  ...plain(`/challenges/BD-2026-999999/${part}`, [404, { 302: ['visitor'] }]),
]

const ownChallenge = (rest: string, ...cases: ['draft' | 'submitted' | 'open', Expected<Status>][]): RouteCase[] =>
  cases.map(([which, expected]) => ({
    path: (w: World) => {
      const it = w.challenges[which]
      return `/workspace/challenges/${typeof it === 'string' ? it : it.id}${rest}`
    },
    expected,
  }))

const organization = (
  under: string,
  rest: string,
  ...cases: ['draft' | 'submitted' | 'verified', Expected<Status>][]
): RouteCase[] =>
  cases.map(([which, expected]) => ({ path: (w: World) => `/${under}/${w.organizations[which]}${rest}`, expected }))

const contract = (under: string, rest: string, ...cases: [keyof World['contracts'], Expected<Status>][]): RouteCase[] =>
  cases.map(([which, expected]) => ({ path: (w: World) => `/${under}/${w.contracts[which].number}${rest}`, expected }))

const judging = (rest: string): RouteCase[] => [
  { path: (w) => `/workspace/judging/${w.judges.accepted}${rest}`, expected: only('judge') },
  { path: (w) => `/workspace/judging/${w.judges.invited}${rest}`, expected: only('judge_two') },
]

const decision = (under: 'organizations' | 'challenges', rest: string): RouteCase[] => {
  const at = (which: 'draft' | 'submitted') => (w: World) => `/admin/${under}/${w[under][which]}/${rest}`
  return [
    { path: at('submitted'), expected: only('reviewer') },
    { path: at('draft'), expected: only() },
  ]
}

/** Every route by its path: a new one without a row fails the walk. Forms that have no page of their own answer 404 to GET. */
export const expectedRoutes: Readonly<Record<string, readonly RouteCase[]>> = {
  '': plain('/', toAll),
  challenges: plain('/challenges', toAll),
  'challenges.csv': plain('/challenges.csv', toAll),
  'challenges.rss': plain('/challenges.rss', toAll),
  'challenges/:number': [
    ...(['open', 'judging', 'publicity', 'awarded'] as const).map((which): RouteCase => ({
      path: (w) => `/challenges/${w.challenges[which].number}`,
      expected: toAll,
    })),
    ...plain('/challenges/BD-2026-999999', toNobody),
  ],
  ...listing('achievements', 'solver'),
  ...listing('capabilities', 'pilot'),
  search: plain('/search?q=电池', toAll),
  'search/suggest': plain('/search/suggest?q=电池', toAll),
  match: plain('/match', toAll),
  indicators: plain('/indicators', toAll),
  'indicators/contracts': plain('/indicators/contracts', toAll),
  'indicators/contracts.csv': plain('/indicators/contracts.csv', toAll),
  'indicators/contracts.json': plain('/indicators/contracts.json', toAll),
  notices: plain('/notices', toAll),
  verify: plain('/verify', toAll),
  'verify/certificate': plain('/verify/certificate', toAll),
  about: plain('/about', toAll),

  login: plain('/login', [302, { 200: ['visitor'] }]),
  signup: plain('/signup', [302, { 200: ['visitor'] }]),
  logout: plain('/logout', toNobody),
  language: plain('/language', toNobody),
  'demo/enter': plain('/demo/enter', toNobody),
  'demo/clock': plain('/demo/clock', toAll),

  'challenges/:number/matches': challengePart('matches', ['open', only('poser', 'poser_viewer', 'reviewer')]),
  'challenges/:number/matches/:listing': [
    {
      path: (w) => `/challenges/${w.challenges.open.number}/matches/${w.achievements.listed.number}`,
      expected: [404, { 303: ['poser', 'poser_viewer'], 302: ['visitor'] }],
    },
    {
      path: (w) => `/challenges/${w.challenges.open.number}/matches/CG-2026-999999`,
      expected: [404, { 302: ['visitor'] }],
    },
  ],
  'challenges/:number/matches/:listing/not-fit': [
    {
      path: (w) => `/challenges/${w.challenges.open.number}/matches/${w.achievements.listed.number}/not-fit`,
      expected: [404, { 200: ['poser'], 403: ['poser_viewer'], 302: ['visitor'] }],
    },
    {
      path: (w) => `/challenges/${w.challenges.open.number}/matches/${w.capabilities.listed.number}/not-fit`,
      expected: [404, { 403: ['poser', 'poser_viewer'], 302: ['visitor'] }],
    },
  ],
  'challenges/:number/matches/:listing/not-fit/undo': plain(
    '/challenges/BD-2026-000001/matches/CG-2026-000001/not-fit/undo',
    toLead,
  ),
  'challenges/:number/bid': challengePart('bid', ['open', toSignedIn], ['judging', toSignedIn]),
  'challenges/:number/bid/draft': challengePart('bid/draft', ['open', toSignedIn]),
  'challenges/:number/bid/withdraw': challengePart('bid/withdraw', ['open', only('solver')], ['judging', only()]),
  'challenges/:number/bid/open': challengePart('bid/open', ['open', only('solver')]),
  'challenges/:number/judges': challengePart('judges', ['judging', only('poser', 'reviewer')]),
  'challenges/:number/compare': challengePart(
    'compare',
    ['judging', only('poser', 'poser_viewer', 'reviewer', 'judge')],
    // Nothing is opened yet: the page says until when.
    ['open', only('poser', 'poser_viewer', 'reviewer')],
  ),
  'challenges/:number/award': challengePart('award', ['judging', poserOnly], ['open', poserLater]),
  'challenges/:number/confirm': challengePart('confirm', ['publicity', poserOnly], ['judging', poserLater]),
  'challenges/:number/fail': challengePart('fail', ['judging', poserOnly]),
  'challenges/:number/withdraw': challengePart('withdraw', ['open', poserOnly]),

  'calendar/:file': [
    { path: (w) => `/calendar/${w.calendar.token}.ics`, expected: toAll },
    { path: (w) => `/calendar/${w.calendar.token}`, expected: toNobody },
    ...plain(`/calendar/${'A'.repeat(43)}.ics`, toNobody),
  ],
  'demo/mail': plain('/demo/mail', toAll),
  'workspace/notifications': plain('/workspace/notifications', toSignedIn),
  'workspace/notifications/read': plain('/workspace/notifications/read', toLead),
  'workspace/notifications/preferences': plain('/workspace/notifications/preferences', toSignedIn),
  'workspace/notifications/language': plain('/workspace/notifications/language', toLead),
  'workspace/notifications/:id': [
    {
      path: (w) => `/workspace/notifications/${w.notification}`,
      expected: [404, { 303: ['poser'], 302: ['visitor'] }],
    },
    ...plain(`/workspace/notifications/${unknown}`, only()),
  ],
  'workspace/notifications/:id/read': [
    { path: (w) => `/workspace/notifications/${w.notification}/read`, expected: toLead },
  ],
  'workspace/calendar': plain('/workspace/calendar', toSignedIn),
  'workspace/calendar/:id/revoke': [
    { path: (w) => `/workspace/calendar/${w.calendar.id}/revoke`, expected: only('poser') },
  ],

  workspace: plain('/workspace', toSignedIn),
  'workspace/act-for': plain('/workspace/act-for', [404, { 302: ['visitor'] }]),
  'workspace/organizations': plain('/workspace/organizations', toSignedIn),
  'workspace/organizations/new': plain('/workspace/organizations/new', toSignedIn),
  'workspace/organizations/:id': [
    ...organization(
      'workspace/organizations',
      '',
      ['draft', only('newcomer')],
      ['submitted', only('newcomer', 'reviewer')],
      ['verified', only('poser', 'poser_viewer', 'reviewer')],
    ),
    ...plain(`/workspace/organizations/${'-'.repeat(36)}`, only()),
  ],
  'workspace/organizations/:id/submit': organization(
    'workspace/organizations',
    '/submit',
    ['draft', only('newcomer')],
    ['verified', [404, { 302: ['visitor'], 409: ['poser', 'poser_viewer', 'reviewer'] }]],
  ),
  'workspace/organizations/:id/members': organization(
    'workspace/organizations',
    '/members',
    ['verified', [404, { 200: ['poser'], 302: ['visitor'], 403: ['poser_viewer', 'reviewer'] }]],
    ['draft', only('newcomer')],
  ),
  'workspace/saved-searches': plain('/workspace/saved-searches', toSignedIn),
  'workspace/saved-searches/new': [
    ...plain('/workspace/saved-searches/new?of=%2Fsearch%3Fq%3Dx', toSignedIn),
    ...plain('/workspace/saved-searches/new?of=%2Fworkspace', [404, { 302: ['visitor'] }]),
    ...plain('/workspace/saved-searches/new', [404, { 302: ['visitor'] }]),
  ],
  'workspace/saved-searches/:id': [
    { path: (w) => `/workspace/saved-searches/${w.savedSearch}`, expected: only('partner') },
    ...plain(`/workspace/saved-searches/${unknown}`, only()),
  ],
  'workspace/saved-searches/:id/remove': [
    { path: (w) => `/workspace/saved-searches/${w.savedSearch}/remove`, expected: only('partner') },
  ],
  'workspace/tokens': plain('/workspace/tokens', toSignedIn),
  'workspace/tokens/:id/revoke': [{ path: (w) => `/workspace/tokens/${w.token}/revoke`, expected: only('poser') }],
  'workspace/challenges': plain('/workspace/challenges', toSignedIn),
  'workspace/challenges/new': plain('/workspace/challenges/new', toWriters),
  'workspace/challenges/:id': [
    ...ownChallenge(
      '',
      ['draft', only('poser', 'poser_viewer')],
      ['submitted', only('poser', 'poser_viewer', 'reviewer')],
      ['open', only('poser', 'poser_viewer', 'reviewer')],
    ),
    ...plain(`/workspace/challenges/${unknown}`, only()),
  ],
  'workspace/challenges/:id/edit': ownChallenge(
    '/edit',
    ['draft', [404, { 200: ['poser'], 302: ['visitor'], 403: ['poser_viewer'] }]],
    ['submitted', [404, { 302: ['visitor', 'poser', 'poser_viewer', 'reviewer'] }]],
  ),
  'workspace/challenges/:id/submit': ownChallenge(
    '/submit',
    ['draft', only('poser', 'poser_viewer')],
    ['submitted', [404, { 302: ['visitor', 'poser', 'poser_viewer', 'reviewer'] }]],
  ),
  'workspace/bids': plain('/workspace/bids', toSignedIn),
  'workspace/judging': plain('/workspace/judging', toSignedIn),
  'workspace/judging/:id': [...judging(''), ...plain(`/workspace/judging/${'-'.repeat(36)}`, only())],
  'workspace/judging/:id/save': judging('/save'),
  'workspace/judging/:id/accept': judging('/accept'),
  'workspace/judging/:id/decline': judging('/decline'),
  'workspace/contracts': plain('/workspace/contracts', toSignedIn),
  'workspace/contracts/new': plain('/workspace/contracts/new', toWriters),
  'workspace/contracts/from-award/:award': [
    {
      path: (w) => `/workspace/contracts/from-award/${w.award}`,
      expected: [404, { 200: ['poser', 'solver'], 302: ['visitor'], 403: ['poser_viewer'] }],
    },
    ...plain(`/workspace/contracts/from-award/${unknown}`, only()),
  ],
  'workspace/contracts/:number': [
    ...contract(
      'workspace/contracts',
      '',
      ['draft', only(...parties)],
      ['signed', only(...parties)],
      ['submitted', only(...parties, ...registry)],
      ['registered', only(...parties, ...registry)],
    ),
    ...plain('/workspace/contracts/HT-2026-999999', only()),
  ],
  'workspace/contracts/:number/edit': contract(
    'workspace/contracts',
    '/edit',
    ['draft', [404, { 200: ['solver', 'poser'], 302: ['visitor'], 403: ['poser_viewer'] }]],
    ['underReview', [404, { 302: ['visitor'], 409: [...parties, ...registry] }]],
  ),
  'workspace/contracts/:number/sign': contract('workspace/contracts', '/sign', [
    'draft',
    [404, { 200: ['solver', 'poser'], 302: ['visitor'], 403: ['poser_viewer'] }],
  ]),
  'workspace/contracts/:number/sign/:position': contract('workspace/contracts', '/sign/1', ['draft', only()]),
  'workspace/contracts/:number/submit': contract('workspace/contracts', '/submit', [
    'signed',
    [404, { 200: ['solver'], 302: ['visitor'], 403: ['poser', 'poser_viewer'] }],
  ]),
  'workspace/contracts/:number/print': contract(
    'workspace/contracts',
    '/print',
    ['draft', only(...parties)],
    ['submitted', only(...parties, ...registry)],
  ),
  'workspace/contracts/:number/certificate': contract(
    'workspace/contracts',
    '/certificate',
    ['registered', only(...parties, ...registry)],
    ['draft', only()],
  ),

  admin: plain('/admin', only(...administrators, 'reviewer', 'registrar', 'analyst')),
  'admin/organizations': plain('/admin/organizations', only('reviewer')),
  'admin/organizations/:id/verify': decision('organizations', 'verify'),
  'admin/organizations/:id/return': decision('organizations', 'return'),
  'admin/challenges': plain('/admin/challenges', only('reviewer')),
  'admin/challenges/:id/publish': decision('challenges', 'publish'),
  'admin/challenges/:id/return': decision('challenges', 'return'),
  'admin/contracts': plain('/admin/contracts', only('registrar')),
  'admin/contracts/:number': contract(
    'admin/contracts',
    '',
    ['draft', only()],
    ['submitted', only('registrar')],
    ['registered', only('registrar')],
  ),
  'admin/contracts/:number/accept': contract('admin/contracts', '/accept', ['submitted', only('registrar')]),
  'admin/contracts/:number/return': contract('admin/contracts', '/return', ['underReview', only('registrar')]),
  'admin/contracts/:number/refuse': contract('admin/contracts', '/refuse', ['underReview', only('registrar')]),
  'admin/contracts/:number/amend': contract('admin/contracts', '/amend', ['registered', only('registrar')]),
  'admin/contracts/:number/cancel': contract('admin/contracts', '/cancel', ['registered', only('registrar')]),
  'admin/matching': plain('/admin/matching', only('analyst', ...administrators)),
  'admin/matching.jsonl': plain('/admin/matching.jsonl', only('analyst', ...administrators)),
  'admin/search': plain('/admin/search', only('system_administrator', 'analyst')),
  'admin/synonyms': plain('/admin/synonyms', only('system_administrator', 'analyst')),
  'admin/synonyms/:id': [
    { path: (w) => `/admin/synonyms/${w.synonyms}`, expected: only('system_administrator', 'analyst') },
  ],
  'admin/synonyms/:id/remove': [
    { path: (w) => `/admin/synonyms/${w.synonyms}/remove`, expected: only('system_administrator', 'analyst') },
  ],

  'api/v1/commands/:name': plain('/api/v1/commands/challenge.submit', [405]),
  'api/v1/challenges': plain('/api/v1/challenges', toAll),
  'api/v1/challenges/:number': [
    { path: (w) => `/api/v1/challenges/${w.challenges.open.number}`, expected: toAll },
    ...plain('/api/v1/challenges/BD-2026-999999', toNobody),
  ],
  'api/v1/challenges/:number/comparison': [
    {
      path: (w) => `/api/v1/challenges/${w.challenges.judging.number}/comparison`,
      expected: [404, { 200: ['poser', 'poser_viewer', 'reviewer', 'judge'] }],
    },
    {
      path: (w) => `/api/v1/challenges/${w.challenges.open.number}/comparison`,
      expected: [404, { 200: ['poser', 'poser_viewer', 'reviewer'] }],
    },
  ],
  'api/v1/challenges/:number/judges': [
    {
      path: (w) => `/api/v1/challenges/${w.challenges.judging.number}/judges`,
      expected: [404, { 200: ['poser', 'reviewer'] }],
    },
  ],
  'api/v1/challenges/:number/awards': [
    { path: (w) => `/api/v1/challenges/${w.challenges.publicity.number}/awards`, expected: toAll },
  ],
  'api/v1/judgings': plain('/api/v1/judgings', [200, { 401: ['visitor'] }]),
  'api/v1/contracts': plain('/api/v1/contracts', toAll),
  'api/v1/indicators/:code': plain('/api/v1/indicators/technology_transaction_volume', toAll),
  'api/v1/match': plain('/api/v1/match', [405]),
  'api/v1/*': plain('/api/v1/no-such-thing', toNobody),
  healthz: plain('/healthz', toAll),
  readyz: plain('/readyz', toAll),
  '*': plain('/no-such-page', toNobody),
}

/** Pages that read nothing and say the same to everybody. */
export const withoutLoader: readonly string[] = ['about']
