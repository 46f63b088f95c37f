import { and, asc, eq, lte, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '#db/client'
import { type ContractState, contract, contractCost, contractParty, contractSignature } from '#db/schema'
import type { Lifecycle } from '../kernel/states'
import { type ContractEvent, type Party, contractStates } from './rules'

/** A party as its contract names it. */
export interface NamedParty extends Party {
  name: string
  code: string
}

/** A contract with all that its rules and access read. */
export type ContractSubject = typeof contract.$inferSelect & {
  parties: NamedParty[]
  costs: { name: string; amountFen: bigint }[]
  /** Positions whose signature stands under the present version. */
  signed: number[]
  /** Staff who took part in it: members of a party, its authors and signers, judges of its challenge and whoever acted on that. */
  involved: string[]
}

/** The contract unlocked, for reads that need what access rests on; null when there is none. */
export async function readContract(
  db: Queryable,
  where: { id: string } | { number: string },
): Promise<ContractSubject | null> {
  const [row] = await db
    .select()
    .from(contract)
    .where('id' in where ? eq(contract.id, where.id) : eq(contract.number, where.number))
  return row ? withParts(db, row) : null
}

async function withParts(db: Queryable, row: typeof contract.$inferSelect): Promise<ContractSubject> {
  const parties = await db
    .select({
      position: contractParty.position,
      side: contractParty.side,
      organizationId: contractParty.organizationId,
      name: contractParty.name,
      code: contractParty.code,
      partyType: contractParty.partyType,
      region: contractParty.region,
      share: contractParty.share,
    })
    .from(contractParty)
    .where(eq(contractParty.contractId, row.id))
    .orderBy(asc(contractParty.position))
  const costs = await db
    .select({ name: contractCost.name, amountFen: contractCost.amountFen })
    .from(contractCost)
    .where(eq(contractCost.contractId, row.id))
    .orderBy(asc(contractCost.position))
  const signatures = await db
    .select({ position: contractSignature.position })
    .from(contractSignature)
    .where(and(eq(contractSignature.contractId, row.id), eq(contractSignature.version, row.version)))
  return {
    ...row,
    parties,
    costs,
    signed: signatures.map((each) => each.position),
    involved: await involvedStaff(db, row),
  }
}

/** Source: DESIGN 5, "nobody reviews or registers what he took part in". */
async function involvedStaff(
  db: Queryable,
  row: { id: string; createdBy: string; challengeId: string | null },
): Promise<string[]> {
  const found = await db.execute<{ person_id: string }>(sql`
    select distinct s.person_id from staff_role s where s.person_id = ${row.createdBy}
      or exists (select from membership m join contract_party p on p.organization_id = m.organization_id
        where p.contract_id = ${row.id} and m.person_id = s.person_id)
      or exists (select from contract_signature g where g.contract_id = ${row.id} and g.person_id = s.person_id)
      or exists (select from judge j where j.challenge_id = ${row.challengeId}::uuid and j.person_id = s.person_id)
      or exists (select from event e where e.subject_type = 'challenge' and e.subject_id = ${row.challengeId}::text
        and e.person_id = s.person_id)`)
  return found.map((each) => each.person_id)
}

/** The life of a contract for the kernel. Nothing in it waits for the clock: a review that runs late is shown, not ended. */
export const contractLifecycle: Lifecycle<ContractSubject, ContractState, ContractEvent> = {
  name: 'contract',
  states: contractStates,
  async lock(tx: Tx, id) {
    const [row] = await tx.select().from(contract).where(eq(contract.id, id)).for('update')
    return row ? withParts(tx, row) : null
  },
  async move(tx, id, state, nextEventAt) {
    await tx
      .update(contract)
      .set({ state, nextEventAt, updatedAt: sql`clock_timestamp()` })
      .where(eq(contract.id, id))
  },
  snapshot: (row) => ({
    state: row.state,
    number: row.number,
    version: row.version,
    title: row.title,
    kind: row.kind,
    sub_kind: row.subKind,
    field: row.field,
    award_id: row.awardId,
    contract_value_fen: row.contractValueFen,
    claimed_amount_fen: row.claimedAmountFen,
    technology_amount_fen: row.technologyAmountFen,
    registration_number: row.registrationNumber,
    review_due_at: row.reviewDueAt,
    parties: row.parties.map(({ side, name, code, region, partyType, share }) => ({
      side,
      name,
      code,
      region,
      party_type: partyType,
      share,
    })),
    costs: row.costs.map(({ name, amountFen }) => ({ name, amount_fen: amountFen })),
    signed: row.signed,
  }),
  async due(db, at, limit) {
    const rows = await db
      .select({ id: contract.id })
      .from(contract)
      .where(lte(contract.nextEventAt, at))
      .orderBy(asc(contract.nextEventAt))
      .limit(limit)
    return rows.map((row) => row.id)
  },
}
