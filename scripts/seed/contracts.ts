import { eq } from 'drizzle-orm'
import { contract } from '#db/schema'
import { acceptContract } from '~/domain/contract/commands/accept.server'
import { amendContract } from '~/domain/contract/commands/amend.server'
import { createContract } from '~/domain/contract/commands/create.server'
import { registerContract } from '~/domain/contract/commands/register.server'
import { signContract } from '~/domain/contract/commands/sign.server'
import { stateSignature } from '~/domain/contract/commands/state-signature.server'
import { submitContract } from '~/domain/contract/commands/submit.server'
import type { DemoKey } from '~/domain/identity/demo-parts'
import { dayAfter, dayOf, businessNow } from '~/domain/kernel/clock'
import { type SeedContract, seedContractsData } from './contracts-data'
import { seedCode } from './people-data'
import type { StoryContext, StoryStep } from './timeline'

const fen = (yuan: number): string => String(Math.round(yuan * 100))
const claimOf = (each: SeedContract): number =>
  each.value - (each.costs ?? []).reduce((sum, cost) => sum + cost.yuan, 0)

async function idOf({ db }: StoryContext, title: string): Promise<string> {
  const [row] = await db.select({ id: contract.id }).from(contract).where(eq(contract.title, title))
  return row!.id
}

/** The seller writes it down, everybody signs, the seller applies. */
async function apply(story: StoryContext, each: SeedContract): Promise<void> {
  const { commands } = story
  const seller = { actor: await story.as(each.sellers[0]!) }
  const party = (side: 'seller' | 'buyer') => (key: DemoKey) => ({
    side,
    name: key,
    code: seedCode(key),
    party_type: 'enterprise_limited' as const,
    region: '330108',
    share: each.shares?.[key] ?? 1,
  })
  const today = dayOf(await businessNow(story.db))
  const outside = each.outside && {
    side: 'seller' as const,
    name: each.outside.name,
    code: each.outside.code,
    party_type: each.outside.partyType,
    region: each.outside.region,
  }
  const { id } = await commands.run(
    createContract,
    {
      title: each.title,
      kind: each.kind,
      sub_kind: each.subKind,
      field: each.field,
      contract_value_fen: fen(each.value),
      ip_types: each.ip ? [each.ip] : ['none'],
      payment_mode: each.kind === 'licence' ? 'entry_fee_and_royalty' : 'instalments',
      payment_terms: '签订后 30%，中期验收 40%，终验 30%。',
      terms: each.terms,
      term_from: today,
      term_to: dayAfter(today, each.termDays),
      place: '杭州市滨江区',
      overseas: each.outside !== undefined,
      parties: [
        ...each.sellers.map(party('seller')),
        ...(outside ? [outside] : []),
        ...each.buyers.map(party('buyer')),
      ],
    },
    seller,
  )
  for (const key of [...each.sellers, ...each.buyers])
    await commands.run(signContract, { id, version: 1 }, { actor: await story.as(key) })
  if (each.outside) {
    const position = each.sellers.length
    const statement = '该方已在纸质合同上签字，原件由卖方保存。'
    await commands.run(stateSignature, { id, version: 1, position, name: each.outside.signedBy, statement }, seller)
  }
  await commands.run(
    submitContract,
    {
      id,
      costs: (each.costs ?? []).map((cost) => ({ name: cost.name, amount_fen: fen(cost.yuan) })),
      claimed_amount_fen: fen(claimOf(each)),
    },
    seller,
  )
}

/** Contracts that came about outside the marketplace, over the last year and a half, each from application to registration. */
export function contractSteps(): StoryStep[] {
  return seedContractsData.flatMap((each): StoryStep[] => {
    const steps: StoryStep[] = [{ daysAgo: each.daysAgo, run: (story) => apply(story, each) }]
    if (each.registeredAfter === undefined) return steps
    const by = async (story: StoryContext) => ({ actor: await story.as('registrar') })
    const registered = each.daysAgo - each.registeredAfter
    steps.push({
      daysAgo: each.daysAgo - 1,
      run: async (story) => {
        await story.commands.run(acceptContract, { id: await idOf(story, each.title) }, await by(story))
      },
    })
    steps.push({
      daysAgo: registered,
      run: async (story) => {
        const amount = { technology_amount_fen: fen(claimOf(each)) }
        const id = await idOf(story, each.title)
        await story.commands.run(
          registerContract,
          { id, kind: each.kind, sub_kind: each.subKind, ...amount },
          await by(story),
        )
      },
    })
    const change = each.amendment
    if (change) {
      steps.push({
        daysAgo: registered - change.after,
        run: async (story) => {
          await story.commands.run(
            amendContract,
            {
              id: await idOf(story, each.title),
              kind: each.kind,
              sub_kind: each.subKind,
              contract_value_fen: fen(change.value),
              technology_amount_fen: fen(change.amount),
              reason: change.reason,
            },
            await by(story),
          )
        },
      })
    }
    return steps
  })
}
