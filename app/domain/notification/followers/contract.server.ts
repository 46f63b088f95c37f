import { and, desc, eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { contractSignature, staffRole } from '#db/schema'
import type { Follower } from '../../command/run.server'
import { type ContractSubject, readContract } from '../../contract/lifecycle.server'
import { notFound } from '../../kernel/errors'
import type { NotificationKind } from '../kinds'
import type { News } from '../notify.server'
import { telling } from './telling.server'

async function toldContract(tx: Tx, id: string): Promise<ContractSubject> {
  const found = await readContract(tx, { id })
  if (!found) throw notFound()
  return found
}

const partiesOf = (found: ContractSubject): string[] => [
  ...new Set(found.parties.flatMap((party) => (party.organizationId ? [party.organizationId] : []))),
]

/** A contract is its parties': news of it name its number and nothing else. */
const aboutContract = (found: ContractSubject, kind: NotificationKind): Omit<News, 'to' | 'recordedAt'> => ({
  kind,
  subject: { type: 'contract', id: found.id, number: found.number },
  params: { number: found.number },
  path: `/workspace/contracts/${found.number}`,
})

const tellParties = (kind: NotificationKind): Follower =>
  telling(async (tell, event, tx) => {
    const found = await toldContract(tx, event.subject.id)
    for (const organizationId of partiesOf(found)) await tell({ ...aboutContract(found, kind), to: { organizationId } })
  })

export const tellDrafted = tellParties('contract_awaits_signature')
export const tellContractReturned = tellParties('contract_returned')
export const tellRegistered = tellParties('contract_registered')
export const tellRefused = tellParties('contract_refused')
export const tellAmended = tellParties('contract_amended')
export const tellCancelled = tellParties('contract_cancelled')

/** A draft that nobody has signed changes often and concerns nobody yet. */
export const tellChanged = telling(async (tell, event, tx) => {
  const signed = event.before?.signed as number[] | undefined
  if (!signed?.length) return
  const found = await toldContract(tx, event.subject.id)
  for (const organizationId of partiesOf(found))
    await tell({ ...aboutContract(found, 'contract_changed'), to: { organizationId } })
})

/** The worker completes it in the transaction of the last signature: whose it was, did it. */
export const tellSigned = telling(async (tell, event, tx) => {
  const found = await toldContract(tx, event.subject.id)
  const [last] = await tx
    .select({ personId: contractSignature.personId })
    .from(contractSignature)
    .where(and(eq(contractSignature.contractId, found.id), eq(contractSignature.version, found.version)))
    .orderBy(desc(contractSignature.signedAt), desc(contractSignature.position))
    .limit(1)
  for (const organizationId of partiesOf(found)) {
    await tell({ ...aboutContract(found, 'contract_signed'), to: { organizationId }, except: last?.personId ?? null })
  }
})

/** Registrars who took no part in it, and the parties. */
export const tellSubmitted = telling(async (tell, event, tx) => {
  const found = await toldContract(tx, event.subject.id)
  for (const personId of await registrarsFor(tx, found)) {
    await tell({
      ...aboutContract(found, 'contract_to_accept'),
      to: { personId },
      path: `/admin/contracts/${found.number}`,
    })
  }
  for (const organizationId of partiesOf(found))
    await tell({ ...aboutContract(found, 'contract_submitted'), to: { organizationId } })
})

/** Those who may examine it. Source: DESIGN 5, "nobody reviews or registers what he took part in". */
export async function registrarsFor(tx: Tx, { involved }: ContractSubject): Promise<string[]> {
  const rows = await tx.select({ id: staffRole.personId }).from(staffRole).where(eq(staffRole.role, 'registrar'))
  return rows.map((row) => row.id).filter((id) => !involved.includes(id))
}
