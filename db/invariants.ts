import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from './client'

/** Something that must be true of the whole database: a query that finds what contradicts it. */
export interface Invariant {
  name: string
  finds: SQL
}

/** Named queries that must return nothing. Run after the integration tests and by `npm run audit:verify`. */
export const invariants: readonly Invariant[] = [
  {
    name: 'of a bid only its own organisation is told',
    finds: sql`select n.id from notification n where n.kind like 'bid\\_%' and n.subject_type in ('bid', 'challenge') and not exists (
      select from bid b where b.organization_id = n.organization_id
        and n.subject_id in (b.id::text, b.challenge_id::text))`,
  },
  {
    name: 'shares of each side sum to their entry',
    finds: sql`select e.id, s.side from contract_entry e cross join (values ('seller'), ('buyer')) s(side)
      left join lateral (select sum(contract_value_fen) as value, sum(technology_amount_fen) as amount
        from contract_entry_share p where p.entry_id = e.id and p.side = s.side) p on true
      where p.value is distinct from e.contract_value_fen or p.amount is distinct from e.technology_amount_fen`,
  },
  {
    name: 'a contract is registered once, before anything else counts',
    finds: sql`select contract_id from contract_entry group by contract_id
      having count(*) filter (where type = 'registration') <> 1
        or min(id) <> min(id) filter (where type = 'registration')`,
  },
  {
    name: 'what was ever registered has entries, and nothing else has',
    finds: sql`select c.id from contract c
      where (c.state in ('registered', 'cancelled')) <> exists (select from contract_entry e where e.contract_id = c.id)`,
  },
  {
    name: 'entries sum to the registered amounts of their contract',
    finds: sql`select c.id from contract c
      join lateral (select sum(contract_value_fen) as value, sum(technology_amount_fen) as amount
        from contract_entry e where e.contract_id = c.id) e on true
      where c.state = 'registered' and (e.value <> c.contract_value_fen or e.amount <> c.technology_amount_fen)`,
  },
  {
    name: 'a cancelled contract leaves nothing, in no kind and with no party',
    finds: sql`select c.id from contract c where c.state = 'cancelled' and (
      exists (select from contract_entry e where e.contract_id = c.id group by e.kind
        having sum(contract_value_fen) <> 0 or sum(technology_amount_fen) <> 0)
      or exists (select from contract_entry e join contract_entry_share s on s.entry_id = e.id where e.contract_id = c.id
        group by s.position having sum(s.contract_value_fen) <> 0 or sum(s.technology_amount_fen) <> 0))`,
  },
  {
    name: 'the technology amount is within the contract value, and so are the costs of a submitted contract',
    finds: sql`select c.id from contract c where c.technology_amount_fen not between 0 and c.contract_value_fen
      or (c.state in ('submitted', 'under_review') and c.contract_value_fen - c.claimed_amount_fen <
        (select coalesce(sum(amount_fen), 0) from contract_cost k where k.contract_id = c.id))`,
  },
  {
    name: 'an entry counts in the quarter in which it was recorded',
    finds: sql`select id from contract_entry
      where period <> to_char(recorded_at at time zone 'Asia/Shanghai', 'YYYY"Q"Q') or origin_period > period`,
  },
  {
    name: 'a contract that left its draft is signed by every party under one text',
    finds: sql`select c.id from contract c where c.state in ('signed', 'submitted', 'under_review')
      and (exists (select from contract_party p where p.contract_id = c.id and not exists (
          select from contract_signature s where s.contract_id = c.id and s.version = c.version and s.position = p.position))
        or exists (select from contract_signature s join contract_document d using (contract_id, version)
          where s.contract_id = c.id and s.document_hash <> d.hash))`,
  },
  {
    name: 'registration numbers of a year are without a gap',
    finds: sql`select n.year from number_sequence n where n.kind = 'RD' and n.last <> (
      select count(*) from contract c where c.registration_number like 'RD-' || n.year || '-%')`,
  },
  {
    name: 'a challenge that was closed has its closing list',
    finds: sql`select c.id from challenge c where c.state in ('closed', 'judging', 'publicity', 'awarded')
      and exists (select from bid_envelope v join bid b on b.id = v.bid_id where b.challenge_id = c.id and v.state = 'live')
      and not exists (select from closing_list l where l.challenge_id = c.id)`,
  },
  {
    name: 'a bid has at most one live version, of its own number',
    finds: sql`select b.id from bid b join bid_envelope v on v.bid_id = b.id and v.state = 'live'
      group by b.id, b.version having count(*) > 1 or max(v.version) <> b.version`,
  },
  {
    name: 'weights of a published challenge sum to 100',
    finds: sql`select c.id from challenge c where c.published_at is not null
      and (select sum(weight) from challenge_criterion k where k.challenge_id = c.id) is distinct from 100`,
  },
  {
    name: 'what has a number was published, and numbers of a year are without a gap',
    finds: sql`select n.year from number_sequence n where n.kind = 'BD' and n.last <> (
      select count(*) from challenge c where c.number like 'BD-' || n.year || '-%')`,
  },
]

/** The invariants that do not hold, each with how many rows contradict it and the first few of them. */
export async function brokenInvariants(
  db: Queryable,
): Promise<{ name: string; count: number; examples: Record<string, unknown>[] }[]> {
  const broken = []
  for (const { name, finds } of invariants) {
    const rows = await db.execute<Record<string, unknown>>(finds)
    if (rows.length > 0) broken.push({ name, count: rows.length, examples: rows.slice(0, 5) })
  }
  return broken
}
