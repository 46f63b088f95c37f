import { createHash } from 'node:crypto'
import { canonicalJson } from '../kernel/json'
import type { ContractSubject } from './lifecycle.server'

/**
 * The text that signatures stand under: a first line that names the form, then RFC 8785 JSON of everything the parties agree.
 * Amounts are fen as decimal strings. The day of signing follows from
 * the signatures; what only the registration is about (costs, claim, outcome) is not in it either.
 */
export function contractText(contract: ContractSubject): string {
  const agreed = {
    number: contract.number,
    version: contract.version,
    title: contract.title,
    kind: contract.kind,
    sub_kind: contract.subKind,
    field: contract.field,
    objective: contract.objective,
    industry: contract.industry,
    plan_source: contract.planSource,
    ip_types: contract.ipTypes,
    ip_numbers: contract.ipNumbers,
    contract_value_fen: contract.contractValueFen,
    payment_mode: contract.paymentMode,
    payment_terms: contract.paymentTerms,
    terms: contract.terms,
    acceptance: contract.acceptance,
    term_from: contract.termFrom,
    term_to: contract.termTo,
    place: contract.place,
    related_parties: contract.relatedParties,
    public_funds: contract.publicFunds,
    overseas: contract.overseas,
    parties: contract.parties.map(({ side, name, code, partyType, region, share }) => ({
      side,
      name,
      code,
      party_type: partyType,
      region,
      share,
    })),
  }
  return `jiebang-contract-1\n${canonicalJson(agreed)}`
}

export const documentHash = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`
