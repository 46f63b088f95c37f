import { and, desc, eq, inArray, isNotNull, ne, or, sql } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { contract, contractParty, organization } from '#db/schema'
import type { Actor } from '../kernel/actor'
import { areRelated } from '../organization/rules'
import { mayExamine } from './access'
import type { ContractSubject } from './lifecycle.server'
import { contractFor } from './queries.server'

/** What the registrar should look at: each with whether it is in order. */
export async function contractChecks(db: Queryable, actor: Actor, number: string, now: Date) {
  const found = await contractFor(db, actor, number)
  const examine = mayExamine(actor, found)
  const ids = found.parties.flatMap((party) => (party.organizationId ? [party.organizationId] : []))
  const owners = ids.length
    ? await db
        .select({ id: organization.id, code: organization.code, controller: organization.controller })
        .from(organization)
        .where(inArray(organization.id, ids))
    : []
  const of = (side: string) =>
    found.parties.flatMap((party) => owners.filter((each) => party.side === side && each.id === party.organizationId))
  const related = of('seller').some((seller) => of('buyer').some((buyer) => areRelated(seller, buyer)))
  return {
    examine: examine.yes ? null : examine.reason,
    related,
    related_stated: found.relatedParties,
    term_over: found.termTo !== null && Date.parse(`${found.termTo}T23:59:59+08:00`) < now.getTime(),
    unsigned: found.parties.length - found.signed.length,
    stated_signatures: found.parties.filter((party) => party.organizationId === null).length,
    duplicates: await duplicatesOf(db, found),
  }
}

/**
 * Contracts that could be this one again: the same title, or the same value between the same parties. What was never submitted is
 * no registrar's business.
 */
async function duplicatesOf(db: Queryable, found: ContractSubject) {
  const codes = found.parties.map((party) => party.code)
  const shared = db
    .select({
      contractId: contractParty.contractId,
      places: sql<number>`count(distinct ${contractParty.code})::int`.as('places'),
    })
    .from(contractParty)
    .where(inArray(contractParty.code, codes))
    .groupBy(contractParty.contractId)
    .as('shared')
  const rows = await db
    .select({
      number: contract.number,
      title: contract.title,
      state: contract.state,
      valueFen: contract.contractValueFen,
    })
    .from(contract)
    .innerJoin(shared, eq(shared.contractId, contract.id))
    .where(
      and(
        ne(contract.id, found.id),
        isNotNull(contract.submittedAt),
        sql`${shared.places} >= 2`,
        or(eq(contract.title, found.title), eq(contract.contractValueFen, found.contractValueFen)),
      ),
    )
    .orderBy(desc(contract.createdAt))
    .limit(10)
  return rows.map(({ valueFen, ...row }) => ({ ...row, contract_value_fen: valueFen.toString() }))
}
