import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Queryable } from '#db/client'
import { challenge, contract, contractEntry, contractSignature } from '#db/schema'
import type { Actor } from '../kernel/actor'
import { notFound } from '../kernel/errors'
import { contractActions, mayRead, mayStateSignature } from './access'
import { plainCheckingCode } from './certificate.server'
import { contractText, documentHash } from './document.server'
import { type ContractSubject, readContract } from './lifecycle.server'
import { sharesOf, suggestedTechnologyAmount } from './rules'

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

/** The contract of a number, for somebody who may read it. @throws not_found otherwise, also where it exists. */
export async function contractFor(db: Queryable, actor: Actor, number: string): Promise<ContractSubject> {
  const found = await readContract(db, { number })
  if (!found || !mayRead(actor, found).yes) throw notFound()
  return found
}

/** The id behind a number, for a command that then decides itself; an unknown number gives one that is nowhere. */
export async function contractIdOf(db: Queryable, number: string): Promise<string> {
  const [row] = await db.select({ id: contract.id }).from(contract).where(eq(contract.number, number))
  return row?.id ?? '00000000-0000-0000-0000-000000000000'
}

export type ContractView = Awaited<ReturnType<typeof contractPage>>

/** All of a contract that its parties and the registry see, with what this reader can do. */
export async function contractPage(db: Queryable, actor: Actor, number: string, now: Date) {
  const found = await contractFor(db, actor, number)
  const signatures = await db
    .select({
      position: contractSignature.position,
      name: contractSignature.name,
      at: contractSignature.signedAt,
      hash: contractSignature.documentHash,
      statement: contractSignature.statement,
    })
    .from(contractSignature)
    .where(and(eq(contractSignature.contractId, found.id), eq(contractSignature.version, found.version)))
  const [from] = found.challengeId
    ? await db.select({ number: challenge.number }).from(challenge).where(eq(challenge.id, found.challengeId))
    : []
  const entries = await db
    .select({
      type: contractEntry.type,
      period: contractEntry.period,
      recordedAt: contractEntry.recordedAt,
      kind: contractEntry.kind,
      valueFen: contractEntry.contractValueFen,
      amountFen: contractEntry.technologyAmountFen,
      salt: contractEntry.salt,
      commitment: contractEntry.commitment,
    })
    .from(contractEntry)
    .where(eq(contractEntry.contractId, found.id))
    .orderBy(asc(contractEntry.id))
    .limit(100)
  const amount = found.technologyAmountFen ?? found.claimedAmountFen
  const shares = sharesOf(
    { contractValueFen: found.contractValueFen, technologyAmountFen: amount ?? 0n },
    found.parties,
  )
  const suggested = suggestedTechnologyAmount(
    found.contractValueFen,
    found.costs.map((cost) => cost.amountFen),
  )
  return {
    id: found.id,
    number: found.number,
    state: found.state,
    version: found.version,
    title: found.title,
    kind: found.kind,
    sub_kind: found.subKind,
    field: found.field,
    objective: found.objective,
    industry: found.industry,
    plan_source: found.planSource,
    ip_types: found.ipTypes,
    ip_numbers: found.ipNumbers,
    contract_value_fen: found.contractValueFen.toString(),
    claimed_amount_fen: found.claimedAmountFen?.toString() ?? null,
    suggested_amount_fen: suggested?.toString() ?? null,
    technology_amount_fen: found.technologyAmountFen?.toString() ?? null,
    amount_reason: found.amountReason,
    payment_mode: found.paymentMode,
    payment_terms: found.paymentTerms,
    terms: found.terms,
    acceptance: found.acceptance,
    signed_on: found.signedOn,
    term_from: found.termFrom,
    term_to: found.termTo,
    place: found.place,
    related_parties: found.relatedParties,
    public_funds: found.publicFunds,
    overseas: found.overseas,
    origin: found.origin,
    challenge_number: from?.number ?? null,
    return_reason: found.returnReason,
    refusal_ground: found.refusalGround,
    cancel_reason: found.cancelReason,
    created_at: found.createdAt.toISOString(),
    submitted_at: iso(found.submittedAt),
    accepted_at: iso(found.acceptedAt),
    review_due_at: iso(found.reviewDueAt),
    registered_at: iso(found.registeredAt),
    cancelled_at: iso(found.cancelledAt),
    registration_number: found.registrationNumber,
    checking_code: found.checkingCode,
    document_hash: documentHash(contractText(found)),
    parties: found.parties.map((party, index) => {
      const signature = signatures.find((each) => each.position === party.position)
      return {
        position: party.position,
        side: party.side,
        name: party.name,
        code: party.code,
        party_type: party.partyType,
        region: party.region,
        share: party.share,
        on_platform: party.organizationId !== null,
        value_fen: shares[index]!.contractValueFen.toString(),
        amount_fen: amount === null ? null : shares[index]!.technologyAmountFen.toString(),
        signature: signature
          ? {
              name: signature.name,
              at: signature.at.toISOString(),
              hash: signature.hash,
              statement: signature.statement,
            }
          : null,
        may_state: found.state === 'draft' && mayStateSignature(actor, found, party.position).yes,
      }
    }),
    costs: found.costs.map((cost) => ({ name: cost.name, amount_fen: cost.amountFen.toString() })),
    entries: entries.map((entry) => ({
      type: entry.type,
      period: entry.period,
      recorded_at: entry.recordedAt.toISOString(),
      kind: entry.kind,
      contract_value_fen: entry.valueFen.toString(),
      technology_amount_fen: entry.amountFen.toString(),
      salt: entry.salt,
      commitment: entry.commitment,
    })),
    actions: contractActions(actor, found, now).map(({ event, by, decision }) => ({
      event,
      by,
      refusal: decision.yes ? null : decision.reason,
    })),
  }
}

const rowColumns = {
  number: contract.number,
  title: contract.title,
  state: contract.state,
  kind: contract.kind,
  origin: contract.origin,
  valueFen: contract.contractValueFen,
  amountFen: sql<string | null>`coalesce(${contract.technologyAmountFen}, ${contract.claimedAmountFen})::text`,
  submittedAt: contract.submittedAt,
  reviewDueAt: contract.reviewDueAt,
  registeredAt: contract.registeredAt,
  parties: sql<string>`(select string_agg(p.name, ' · ' order by p.position) from contract_party p where p.contract_id = ${contract.id})`,
}

const rowView = (row: {
  number: string
  title: string
  state: (typeof contract.$inferSelect)['state']
  kind: (typeof contract.$inferSelect)['kind']
  origin: (typeof contract.$inferSelect)['origin']
  valueFen: bigint
  amountFen: string | null
  submittedAt: Date | null
  reviewDueAt: Date | null
  registeredAt: Date | null
  parties: string | null
}) => ({
  number: row.number,
  title: row.title,
  state: row.state,
  kind: row.kind,
  origin: row.origin,
  parties: row.parties ?? '',
  contract_value_fen: row.valueFen.toString(),
  amount_fen: row.amountFen,
  submitted_at: iso(row.submittedAt),
  review_due_at: iso(row.reviewDueAt),
  registered_at: iso(row.registeredAt),
})

export type ContractRow = ReturnType<typeof rowView>

/** The contracts of an organisation, newest first. */
export async function contractsOf(db: Queryable, organizationId: string, limit = 200): Promise<ContractRow[]> {
  const rows = await db
    .select(rowColumns)
    .from(contract)
    .where(
      sql`exists (select from contract_party p where p.contract_id = ${contract.id} and p.organization_id = ${organizationId})`,
    )
    .orderBy(desc(contract.createdAt), desc(contract.id))
    .limit(limit)
  return rows.map(rowView)
}

/** What waits for a registrar: nearest deadline first, applications not yet taken up after that; and what was decided lately. */
export async function registrarQueue(db: Queryable, limit = 200) {
  const waiting = await db
    .select(rowColumns)
    .from(contract)
    .where(inArray(contract.state, ['submitted', 'under_review']))
    .orderBy(sql`${contract.reviewDueAt} asc nulls last`, asc(contract.submittedAt))
    .limit(limit)
  const decided = await db
    .select(rowColumns)
    .from(contract)
    .where(inArray(contract.state, ['registered', 'cancelled']))
    .orderBy(sql`${contract.registeredAt} desc`)
    .limit(20)
  return { waiting: waiting.map(rowView), decided: decided.map(rowView) }
}

/** Latest registrations as the public may read them: what, how much, how long from challenge to registration; no names. */
export async function recentDeals(db: Queryable, limit: number) {
  const rows = await db
    .select({
      kind: contract.kind,
      field: contract.field,
      origin: contract.origin,
      amountFen: contract.technologyAmountFen,
      registeredAt: contract.registeredAt,
      publishedAt: challenge.publishedAt,
      sellerType: sql<string>`(select p.party_type from contract_party p where p.contract_id = ${contract.id} and p.side = 'seller' order by p.position limit 1)`,
      buyerType: sql<string>`(select p.party_type from contract_party p where p.contract_id = ${contract.id} and p.side = 'buyer' order by p.position limit 1)`,
    })
    .from(contract)
    .leftJoin(challenge, eq(challenge.id, contract.challengeId))
    .where(eq(contract.state, 'registered'))
    .orderBy(desc(contract.registeredAt), desc(contract.id))
    .limit(limit)
  return rows.map((row) => ({
    kind: row.kind,
    field: row.field,
    origin: row.origin,
    seller_type: row.sellerType,
    buyer_type: row.buyerType,
    amount_fen: (row.amountFen ?? 0n).toString(),
    registered_at: row.registeredAt!.toISOString(),
    published_at: iso(row.publishedAt),
  }))
}

/** What a certificate says, to whoever holds its number and checking code; null when they do not belong together. */
export async function certificateFacts(db: Queryable, registrationNumber: string, code: string) {
  const [row] = await db
    .select({ number: contract.number, checkingCode: contract.checkingCode })
    .from(contract)
    .where(eq(contract.registrationNumber, registrationNumber.normalize('NFKC').trim().toUpperCase()))
  if (!row || row.checkingCode !== plainCheckingCode(code)) return null
  const found = await readContract(db, { number: row.number })
  return found && certificateView(found)
}

export const certificateView = (found: ContractSubject) => ({
  registration_number: found.registrationNumber ?? '',
  checking_code: found.checkingCode ?? '',
  state: found.state,
  version: found.version,
  title: found.title,
  kind: found.kind,
  sub_kind: found.subKind,
  field: found.field,
  contract_value_fen: found.contractValueFen.toString(),
  technology_amount_fen: (found.technologyAmountFen ?? 0n).toString(),
  registered_at: iso(found.registeredAt),
  cancelled_at: iso(found.cancelledAt),
  signed_on: found.signedOn,
  term_from: found.termFrom,
  term_to: found.termTo,
  parties: found.parties.map(({ side, name, code, region }) => ({ side, name, code, region })),
})
export type CertificateView = ReturnType<typeof certificateView>
