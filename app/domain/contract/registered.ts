import type { ContractKind } from '#db/schema'
import type { Fen } from '../kernel/money'

/** What the ledger holds of a registered contract. */
export function registeredWhole(contract: {
  number: string
  kind: ContractKind
  contractValueFen: Fen
  technologyAmountFen: Fen | null
  registrationNumber: string | null
}) {
  const { kind, contractValueFen, technologyAmountFen, registrationNumber } = contract
  if (technologyAmountFen === null || registrationNumber === null)
    throw new Error(`${contract.number} is registered without amount or number`)
  return { kind, contractValueFen, technologyAmountFen, registrationNumber }
}
