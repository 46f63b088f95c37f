import type postgres from 'postgres'
import { firstSynonyms } from './synonyms'

/** Settings with the first values that RULES gives; staff may change them, a release only adds missing ones. */
const settings: Record<string, unknown> = {
  'challenge.bid_days': 30,
  'challenge.criteria': [
    { name: '技术方案', weight: 50 },
    { name: '团队与条件', weight: 20 },
    { name: '产业化', weight: 20 },
    { name: '价格', weight: 10 },
  ],
  'challenge.default_budget_fen': '100000000',
  'challenge.publicity_days': 5,
  'challenge.minimum_bids': 1,
  'challenge.minimum_judges': 3,
  'achievement.valid_days': 730,
  'capability.valid_days': 730,
  'notification.deadline_days': 3,
  'notification.judging_days': 3,
  'notification.listing_days': 30,
  'contract.review_days': 15,
  'contract.expert_review_days': 30,
  'contract.expert_review_from_fen': '500000000',
  'matching.saved_searches_per_person': 50,
  'matching.alerts_per_day': 10,
  'matching.alert_first': 10,
  'matching.alert_least_share': 0.3,
  'matching.alert_least_met': 1,
  'search.suggest_per_minute': 120,
}

/** Chinese public holidays and worked weekends of 2026, as the State Council's office announced them for that year (unverified: staff can edit). */
const days2026: [from: string, to: string, working: 'working' | 'off', name: string][] = [
  ['2026-01-01', '2026-01-03', 'off', '元旦'],
  ['2026-01-04', '2026-01-04', 'working', '元旦调休'],
  ['2026-02-14', '2026-02-14', 'working', '春节调休'],
  ['2026-02-15', '2026-02-23', 'off', '春节'],
  ['2026-02-28', '2026-02-28', 'working', '春节调休'],
  ['2026-04-04', '2026-04-06', 'off', '清明节'],
  ['2026-05-01', '2026-05-05', 'off', '劳动节'],
  ['2026-05-09', '2026-05-09', 'working', '劳动节调休'],
  ['2026-06-19', '2026-06-21', 'off', '端午节'],
  ['2026-09-20', '2026-09-20', 'working', '国庆节调休'],
  ['2026-09-25', '2026-09-27', 'off', '中秋节'],
  ['2026-10-01', '2026-10-07', 'off', '国庆节'],
  ['2026-10-10', '2026-10-10', 'working', '国庆节调休'],
]

const targets: [year: number, value: number][] = [
  [2026, 365],
  [2027, 400],
]

/** Writes what a new database needs before anybody can work in it; keeps what staff changed. */
export async function firstValues(sql: postgres.Sql): Promise<void> {
  for (const [key, value] of Object.entries(settings)) {
    await sql`insert into setting (key, value) values (${key}, ${JSON.stringify(value)}::text::jsonb) on conflict do nothing`
  }
  for (const [from, to, working, name] of days2026) {
    await sql`insert into calendar_day (day, working, name)
      select day::date, ${working}, ${name} from generate_series(${from}::date, ${to}::date, '1 day') as day on conflict do nothing`
  }
  await sql`insert into indicator_formula (code, version, basis, flow, kinds, region, valid_from)
    values ('technology_transaction_volume', 1, 'technology_amount', 'union', '{development,assignment,licence,consultancy,service}', '330108', '2024-01-01')
    on conflict do nothing`
  await beginSynonyms(sql)
  for (const [year, value] of targets) {
    await sql`insert into indicator_target (code, year, sign, value, unit, source)
      values ('technology_transaction_volume', ${year}, '>=', ${value}, '亿元', ${year === 2027 ? '高新区（滨江）行动方案' : '年度分解（演示值）'}) on conflict do nothing`
  }
}

/** Once per database: what staff removed does not come back. */
async function beginSynonyms(sql: postgres.Sql): Promise<void> {
  await sql.begin(async (tx) => {
    const begun =
      await tx`insert into setting (key, value) values ('matching.synonyms_begun', 'true') on conflict do nothing returning key`
    if (begun.length === 0) return
    await tx`insert into synonym_group ${tx(firstSynonyms.map(({ words, note }) => ({ words: [...words], note })))}`
  })
}
