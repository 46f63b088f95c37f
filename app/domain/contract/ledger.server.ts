import { createHash, randomBytes } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { type ContractKind, contractEntry, contractEntryShare } from '#db/schema'
import { quarterOf } from '../kernel/clock'
import { canonicalJson } from '../kernel/json'
import type { ContractSubject } from './lifecycle.server'
import { type Amounts, entriesBetween, nothingYet } from './rules'

/** What of one entry its commitment binds: the holder of salt and facts can show that a public row is this contract. */
export interface EntryFacts extends Amounts {
  registrationNumber: string
  contractVersion: number
  type: string
  kind: string
  field: string
  origin: string
  period: string
  originPeriod: string
  shares: { side: string; region: string; partyType: string; contractValueFen: bigint; technologyAmountFen: bigint }[]
}

/** SHA-256("jiebang-entry-1\n" || salt || canonical JSON of the facts), hex. */
export const entryCommitment = (salt: string, facts: EntryFacts): string =>
  createHash('sha256')
    .update('jiebang-entry-1\n')
    .update(Buffer.from(salt, 'hex'))
    .update(canonicalJson(facts))
    .digest('hex')

type Whole = Amounts & { kind: ContractKind }

/** Appends what leads from the amounts that the ledger holds to those it shall hold, with every party's part. */
export async function appendEntries(
  tx: Tx,
  type: 'registration' | 'amendment' | 'cancellation',
  contract: ContractSubject & { registrationNumber: string },
  change: { from: Whole | null; to: Whole; at: Date; originPeriod: string; version: number },
): Promise<void> {
  const from = change.from ?? { ...nothingYet, kind: change.to.kind }
  for (const entry of entriesBetween(from, change.to, contract.parties)) {
    const shares = contract.parties.map((party, index) => ({
      side: party.side,
      region: party.region,
      partyType: party.partyType,
      ...entry.shares[index]!,
    }))
    const facts: EntryFacts = {
      registrationNumber: contract.registrationNumber,
      contractVersion: change.version,
      type,
      kind: entry.kind,
      field: contract.field,
      origin: contract.origin,
      period: quarterOf(change.at),
      originPeriod: change.originPeriod,
      contractValueFen: entry.contractValueFen,
      technologyAmountFen: entry.technologyAmountFen,
      shares,
    }
    const salt = randomBytes(16).toString('hex')
    const [row] = await tx
      .insert(contractEntry)
      .values({
        contractId: contract.id,
        contractVersion: change.version,
        type,
        kind: entry.kind,
        field: contract.field,
        origin: contract.origin,
        recordedAt: change.at,
        period: facts.period,
        originPeriod: facts.originPeriod,
        contractValueFen: entry.contractValueFen,
        technologyAmountFen: entry.technologyAmountFen,
        salt,
        commitment: entryCommitment(salt, facts),
      })
      .returning({ id: contractEntry.id })
    await tx
      .insert(contractEntryShare)
      .values(
        shares.map((share, index) => ({ entryId: row!.id, position: contract.parties[index]!.position, ...share })),
      )
  }
}

/** The quarter in which a contract was first registered. */
export async function originPeriodOf(tx: Tx, contractId: string): Promise<string> {
  const [first] = await tx
    .select({ period: contractEntry.originPeriod })
    .from(contractEntry)
    .where(eq(contractEntry.contractId, contractId))
    .orderBy(asc(contractEntry.id))
    .limit(1)
  if (!first) throw new Error(`contract ${contractId} is registered without an entry`)
  return first.period
}
