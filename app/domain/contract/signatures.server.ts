import type { Tx } from '#db/client'
import { contractDocument } from '#db/schema'
import { contractText, documentHash } from './document.server'
import type { ContractSubject } from './lifecycle.server'

/** Keeps the text of the present version as it is at its first signature, and gives the hash that signatures carry. */
export async function keepDocument(tx: Tx, contract: ContractSubject): Promise<string> {
  const text = contractText(contract)
  const hash = documentHash(text)
  await tx
    .insert(contractDocument)
    .values({ contractId: contract.id, version: contract.version, text, hash })
    .onConflictDoNothing()
  return hash
}
