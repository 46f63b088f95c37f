import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { contract, contractDocument, contractSignature } from '#db/schema'
import { seedCode, seedPeople } from '#test/cast'
import { testKernel } from '#test/integration/kernel'
import { createContract } from '~/domain/contract/commands/create.server'
import { signContract } from '~/domain/contract/commands/sign.server'
import { stateSignature } from '~/domain/contract/commands/state-signature.server'
import { updateContract } from '~/domain/contract/commands/update.server'
import { documentHash } from '~/domain/contract/document.server'
import { readContract } from '~/domain/contract/lifecycle.server'
import { draft, parties, signed, terms } from './factory'

const kernel = testKernel((made) => seedPeople(made).then(() => {}))
const by = async (key: Parameters<typeof kernel.as>[0]) => ({ actor: await kernel.as(key) })

describe('a direct contract', () => {
  it('takes name, type and region of a party on the platform from there, not from what is typed', async () => {
    const { id, number } = await draft(kernel)
    expect(number).toMatch(/^HT-\d{4}-\d{6}$/)
    const made = await readContract(kernel.db, { id })
    expect(made!.parties.map(({ side, name, region, partyType }) => ({ side, name, region, partyType }))).toEqual([
      { side: 'seller', name: '北辰储能研究院', region: '330106', partyType: 'institution_research' },
      { side: 'buyer', name: '杭州江芯微电子有限公司', region: '330108', partyType: 'enterprise_limited' },
    ])
  })

  it('is written by one of its sellers, who may write', async () => {
    await expect(draft(kernel, {}, 'poser')).rejects.toMatchObject({
      issues: [{ path: ['parties'], message: 'contract.issue.own_not_seller' }],
    })
    const selling = terms({ parties: parties(['poser'], ['rival']) })
    await expect(kernel.commands.run(createContract, selling, await by('poser_viewer'))).rejects.toMatchObject({
      key: 'errors.refusal.viewer',
    })
  })

  it('needs both sides, each party once, a fitting sub-kind and a credit code with its check character', async () => {
    const wrong = { ...parties(['poser'], [])[0]!, code: '91330108XJB000010A' }
    await expect(
      draft(kernel, { sub_kind: 'patent', parties: [...parties(['solver', 'solver'], []), wrong] }),
    ).rejects.toMatchObject({
      code: 'invalid',
    })
    const failed = createContract.input.safeParse(
      terms({ sub_kind: 'patent', parties: [...parties(['solver', 'solver'], [])] }),
    )
    expect(failed.error!.issues.map((issue) => issue.message)).toEqual(
      expect.arrayContaining(['contract.issue.sub_kind', 'contract.issue.no_buyer', 'contract.issue.party_twice']),
    )
    const code = createContract.input.safeParse(terms({ parties: [...parties(['solver'], []), wrong] }))
    expect(code.error!.issues.map((issue) => issue.message)).toContain('organization.issue.code')
  })
})

describe('signing', () => {
  it('is done when every party has signed the same text, kept with its hash', async () => {
    const { id } = await draft(kernel)
    const first = await kernel.commands.run(signContract, { id, version: 1 }, await by('solver'))
    expect((await readContract(kernel.db, { id }))!.state).toBe('draft')
    await kernel.commands.run(signContract, { id, version: 1 }, await by('poser'))
    const now = await readContract(kernel.db, { id })
    expect(now).toMatchObject({ state: 'signed', signed: [0, 1] })
    expect(now!.signedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    const [document] = await kernel.db.select().from(contractDocument).where(eq(contractDocument.contractId, id))
    expect(document!.hash).toBe(first.document_hash)
    expect(documentHash(document!.text)).toBe(document!.hash)
    const signatures = await kernel.db.select().from(contractSignature).where(eq(contractSignature.contractId, id))
    expect(signatures.map((each) => each.documentHash)).toEqual([document!.hash, document!.hash])
  })

  it('counts once per party, and not for viewers, strangers or a version that is no longer the present one', async () => {
    const { id } = await draft(kernel)
    await kernel.commands.run(signContract, { id, version: 1 }, await by('solver'))
    await expect(kernel.commands.run(signContract, { id, version: 1 }, await by('solver'))).rejects.toMatchObject({
      key: 'contract.refusal.already_signed',
    })
    await expect(kernel.commands.run(signContract, { id, version: 1 }, await by('poser_viewer'))).rejects.toMatchObject(
      {
        key: 'errors.refusal.viewer',
      },
    )
    await expect(kernel.commands.run(signContract, { id, version: 1 }, await by('rival'))).rejects.toMatchObject({
      code: 'not_found',
    })
    await kernel.commands.run(updateContract, { id, ...terms({ contract_value_fen: '90000000' }) }, await by('poser'))
    await expect(kernel.commands.run(signContract, { id, version: 1 }, await by('poser'))).rejects.toMatchObject({
      key: 'contract.refusal.version_changed',
    })
    expect(await readContract(kernel.db, { id })).toMatchObject({ state: 'draft', version: 2, signed: [] })
  })

  it('of a signed contract is void after a change, and neither party can write itself out', async () => {
    const { id } = await signed(kernel)
    await expect(
      kernel.commands.run(
        updateContract,
        { id, ...terms({ parties: parties(['solver'], ['rival']) }) },
        await by('poser'),
      ),
    ).rejects.toMatchObject({ issues: [{ message: 'contract.issue.party_missing' }] })
    await kernel.commands.run(updateContract, { id, ...terms({ title: '另一个项目名称' }) }, await by('solver'))
    expect(await readContract(kernel.db, { id })).toMatchObject({ state: 'draft', version: 2, signed: [] })
  })

  it('for a party that is not on the platform is stated by the seller, and by nobody else', async () => {
    const outside = {
      side: 'buyer' as const,
      name: '彼岸仪器株式会社',
      code: 'JP-0100-01-008846',
      party_type: 'enterprise_overseas' as const,
      region: 'overseas',
    }
    const { id } = await draft(kernel, { parties: [...parties(['solver'], ['poser']), outside], overseas: true })
    const said = { id, version: 1, name: '山田太郎', statement: '对方已在纸质合同上签字盖章，原件存于本院。' }
    await expect(
      kernel.commands.run(stateSignature, { ...said, position: 2 }, await by('poser')),
    ).rejects.toMatchObject({
      key: 'contract.refusal.not_seller',
    })
    await expect(
      kernel.commands.run(stateSignature, { ...said, position: 1 }, await by('solver')),
    ).rejects.toMatchObject({
      key: 'contract.refusal.signs_itself',
    })
    for (const key of ['solver', 'poser'] as const)
      await kernel.commands.run(signContract, { id, version: 1 }, await by(key))
    const [before] = await kernel.db.select({ state: contract.state }).from(contract).where(eq(contract.id, id))
    expect(before!.state).toBe('draft')
    await kernel.commands.run(stateSignature, { ...said, position: 2 }, await by('solver'))
    expect(await readContract(kernel.db, { id })).toMatchObject({ state: 'signed' })
  })

  it('needs a verified organisation, and an unverified one is not tied to a contract by its code', async () => {
    const unverified = { ...parties([], ['poser'])[0]!, name: '杭州新序医疗科技有限公司', code: seedCode('newcomer') }
    const { id } = await draft(kernel, { parties: [...parties(['solver'], []), unverified] })
    expect((await readContract(kernel.db, { id }))!.parties[1]!.organizationId).toBeNull()
    await expect(kernel.commands.run(signContract, { id, version: 1 }, await by('newcomer'))).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})
