import { asc, eq } from 'drizzle-orm'
import type { Queryable, Tx } from '#db/client'
import {
  type AcceptanceTerm,
  type AwardState,
  type PartyType,
  award,
  bid,
  bidCommitment,
  bidContent,
  challenge,
  challengeTarget,
  contract,
  organization,
} from '#db/schema'

/** What a contract is drafted from: the award with its challenge, winning bid and both organisations. */
export interface AwardBasis {
  id: string
  state: AwardState
  priceFen: bigint
  poserId: string
  solverIds: string[]
  deliveryDate: string | null
  challenge: Pick<
    typeof challenge.$inferSelect,
    | 'id'
    | 'number'
    | 'title'
    | 'requirement'
    | 'deliverables'
    | 'ipOwnership'
    | 'field'
    | 'cooperationMode'
    | 'paymentPlan'
    | 'deliveryDeadline'
  >
  poser: BasisParty
  solver: BasisParty
  acceptance: AcceptanceTerm[]
  /** The contract that was already drafted from it. */
  contractNumber: string | null
}

interface BasisParty {
  id: string
  name: string
  code: string
  region: string
  partyType: PartyType
}

/** The award locked until the transaction ends, so that of two drafts at once the second sees the first. */
export async function lockAward(tx: Tx, awardId: string): Promise<AwardBasis | null> {
  await tx.select({ id: award.id }).from(award).where(eq(award.id, awardId)).for('update')
  return awardBasis(tx, awardId)
}

/** An award as a contract needs it; null when there is none. */
export async function awardBasis(db: Queryable, awardId: string): Promise<AwardBasis | null> {
  const [row] = await db
    .select({
      id: award.id,
      state: award.state,
      priceFen: award.priceFen,
      bidId: award.bidId,
      solverId: bid.organizationId,
      deliveryDate: bidContent.deliveryDate,
      contractNumber: contract.number,
      poserId: challenge.organizationId,
      challengeId: challenge.id,
      challengeNumber: challenge.number,
      title: challenge.title,
      requirement: challenge.requirement,
      deliverables: challenge.deliverables,
      ipOwnership: challenge.ipOwnership,
      field: challenge.field,
      cooperationMode: challenge.cooperationMode,
      paymentPlan: challenge.paymentPlan,
      deliveryDeadline: challenge.deliveryDeadline,
    })
    .from(award)
    .innerJoin(bid, eq(bid.id, award.bidId))
    .innerJoin(challenge, eq(challenge.id, award.challengeId))
    .leftJoin(bidContent, eq(bidContent.bidId, award.bidId))
    .leftJoin(contract, eq(contract.awardId, award.id))
    .where(eq(award.id, awardId))
  if (!row) return null
  const party = async (id: string): Promise<BasisParty> => {
    const [found] = await db
      .select({
        id: organization.id,
        name: organization.name,
        code: organization.code,
        region: organization.region,
        partyType: organization.partyType,
      })
      .from(organization)
      .where(eq(organization.id, id))
    return { ...found!, partyType: found!.partyType as PartyType }
  }
  return {
    id: row.id,
    state: row.state,
    priceFen: row.priceFen,
    poserId: row.poserId,
    solverIds: [row.solverId],
    deliveryDate: row.deliveryDate,
    contractNumber: row.contractNumber,
    challenge: {
      id: row.challengeId,
      number: row.challengeNumber,
      title: row.title,
      requirement: row.requirement,
      deliverables: row.deliverables,
      ipOwnership: row.ipOwnership,
      field: row.field,
      cooperationMode: row.cooperationMode,
      paymentPlan: row.paymentPlan,
      deliveryDeadline: row.deliveryDeadline,
    },
    poser: await party(row.poserId),
    solver: await party(row.solverId),
    acceptance: await acceptanceOf(db, row.challengeId, row.bidId),
  }
}

/** Each target with what the winning bid committed to: the terms that delivery is accepted by. */
async function acceptanceOf(db: Queryable, challengeId: string, bidId: string): Promise<AcceptanceTerm[]> {
  const targets = await db
    .select()
    .from(challengeTarget)
    .where(eq(challengeTarget.challengeId, challengeId))
    .orderBy(asc(challengeTarget.position))
  const commitments = await db.select().from(bidCommitment).where(eq(bidCommitment.bidId, bidId))
  return targets.map((target) => {
    const committed = commitments.find((each) => each.position === target.position)
    return {
      name: target.name,
      comparator: target.comparator,
      value: target.value,
      value_to: target.valueTo,
      unit: target.unit,
      must: target.must,
      committed: committed?.value ?? null,
      committed_to: committed?.valueTo ?? null,
    }
  })
}
