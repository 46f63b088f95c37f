import type { TestKernel } from '#test/integration/kernel'
import { seedCode } from '#test/cast'
import type { CastKey } from '#test/cast'
import { acceptContract } from '~/domain/contract/commands/accept.server'
import { createContract } from '~/domain/contract/commands/create.server'
import { registerContract } from '~/domain/contract/commands/register.server'
import { signContract } from '~/domain/contract/commands/sign.server'
import { submitContract } from '~/domain/contract/commands/submit.server'
import type { InputOf } from '~/domain/command/command'

type Terms = InputOf<typeof createContract>

/** Parties by the people who own them; name, type and region come from the platform. */
export const parties = (
  sellers: CastKey[],
  buyers: CastKey[],
  shares: Partial<Record<CastKey, number>> = {},
): Terms['parties'] =>
  (
    [
      ['seller', sellers],
      ['buyer', buyers],
    ] as const
  ).flatMap(([side, keys]) =>
    keys.map((key) => ({
      side,
      name: '由平台补全',
      code: seedCode(key),
      party_type: 'enterprise_limited' as const,
      region: '110000',
      share: shares[key] ?? 1,
    })),
  )

/** A development contract of 1,000,000 yuan from the solver (Xihu) to the poser (Binjiang). */
export const terms = (changed: Partial<Terms> = {}): Terms => ({
  title: '储能变流器热管理技术开发',
  kind: 'development',
  sub_kind: 'commissioned',
  field: 'new_energy',
  contract_value_fen: '100000000',
  parties: parties(['solver'], ['poser']),
  ...changed,
})

export async function draft(kernel: TestKernel, changed: Partial<Terms> = {}, by: CastKey = 'solver') {
  return kernel.commands.run(createContract, terms(changed), { actor: await kernel.as(by) })
}

export async function signed(
  kernel: TestKernel,
  changed: Partial<Terms> = {},
  signers: CastKey[] = ['solver', 'poser'],
) {
  const made = await draft(kernel, changed, signers[0])
  for (const key of signers)
    await kernel.commands.run(signContract, { id: made.id, version: 1 }, { actor: await kernel.as(key) })
  return made
}

type Claim = Omit<InputOf<typeof submitContract>, 'id'>
const wholeValue = (changed: Partial<Terms>): Claim => ({
  claimed_amount_fen: changed.contract_value_fen ?? terms().contract_value_fen,
})

export async function submitted(
  kernel: TestKernel,
  changed: Partial<Terms> = {},
  claim: Claim = wholeValue(changed),
  signers: CastKey[] = ['solver', 'poser'],
) {
  const made = await signed(kernel, changed, signers)
  await kernel.commands.run(submitContract, { id: made.id, ...claim }, { actor: await kernel.as(signers[0]!) })
  return made
}

export async function underReview(
  kernel: TestKernel,
  changed: Partial<Terms> = {},
  claim: Claim = wholeValue(changed),
  signers: CastKey[] = ['solver', 'poser'],
) {
  const made = await submitted(kernel, changed, claim, signers)
  await kernel.commands.run(acceptContract, { id: made.id }, { actor: await kernel.as('registrar') })
  return made
}

export async function registered(
  kernel: TestKernel,
  changed: Partial<Terms> = {},
  claim: Claim = wholeValue(changed),
  signers: CastKey[] = ['solver', 'poser'],
) {
  const made = await underReview(kernel, changed, claim, signers)
  const { registration_number } = await kernel.commands.run(
    registerContract,
    {
      id: made.id,
      kind: changed.kind ?? 'development',
      sub_kind: changed.sub_kind ?? 'commissioned',
      technology_amount_fen: claim.claimed_amount_fen,
    },
    { actor: await kernel.as('registrar') },
  )
  return { ...made, registrationNumber: registration_number }
}
