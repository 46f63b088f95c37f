import { and, eq, inArray, or } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { type PartyType, contractParty, organization } from '#db/schema'
import type { ContractTerms } from './schema'

type StatedParty = ContractTerms['parties'][number]

/**
 * Parties as they are stored. One that is a verified organisation of the platform (or the actor's own) is tied to it and takes
 * name, type and region from there: the region decides where the amount counts, so a contract cannot state another one.
 */
export async function resolveParties(tx: Tx, stated: readonly StatedParty[], ownId: string | null) {
  const codes = stated.map((party) => party.code)
  const known = await tx
    .select({
      id: organization.id,
      code: organization.code,
      name: organization.name,
      partyType: organization.partyType,
      region: organization.region,
    })
    .from(organization)
    .where(
      and(
        inArray(organization.code, codes),
        or(eq(organization.state, 'verified'), ownId ? eq(organization.id, ownId) : undefined),
      ),
    )
  return stated.map((party, position) => {
    const found = known.find((each) => each.code === party.code)
    return {
      position,
      side: party.side,
      organizationId: found?.id ?? null,
      name: found?.name ?? party.name,
      code: party.code,
      partyType: (found?.partyType as PartyType | undefined) ?? party.party_type,
      region: found?.region ?? party.region,
      share: party.share,
    }
  })
}

/** Replaces the parties of a contract. */
export async function writeParties(
  tx: Tx,
  contractId: string,
  parties: Awaited<ReturnType<typeof resolveParties>>,
): Promise<void> {
  await tx.delete(contractParty).where(eq(contractParty.contractId, contractId))
  await tx.insert(contractParty).values(parties.map((party) => ({ contractId, ...party })))
}

/** The columns of what the parties agree. */
export const columnsOf = (terms: ContractTerms) => ({
  title: terms.title,
  kind: terms.kind,
  subKind: terms.sub_kind,
  field: terms.field,
  objective: terms.objective,
  industry: terms.industry,
  planSource: terms.plan_source,
  ipTypes: terms.ip_types,
  ipNumbers: terms.ip_numbers,
  contractValueFen: terms.contract_value_fen,
  paymentMode: terms.payment_mode,
  paymentTerms: terms.payment_terms,
  terms: terms.terms,
  signedOn: terms.signed_on,
  termFrom: terms.term_from,
  termTo: terms.term_to,
  place: terms.place,
  relatedParties: terms.related_parties,
  publicFunds: terms.public_funds,
  overseas: terms.overseas,
})
