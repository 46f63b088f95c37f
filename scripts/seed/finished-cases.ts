import { and, asc, eq } from 'drizzle-orm'
import { award, bid, challengeCriterion, contract, judge, person } from '#db/schema'
import { confirmAward } from '~/domain/award/commands/confirm-award.server'
import { intendAward } from '~/domain/award/commands/intend-award.server'
import { saveDraft } from '~/domain/bid/commands/save-draft.server'
import { submitBid } from '~/domain/bid/commands/submit.server'
import { acceptContract } from '~/domain/contract/commands/accept.server'
import { draftFromAward } from '~/domain/contract/commands/draft-from-award.server'
import { registerContract } from '~/domain/contract/commands/register.server'
import { signContract } from '~/domain/contract/commands/sign.server'
import { submitContract } from '~/domain/contract/commands/submit.server'
import { kindOfMode } from '~/domain/contract/rules'
import { accept } from '~/domain/evaluation/commands/accept.server'
import { inviteJudge } from '~/domain/evaluation/commands/invite-judge.server'
import { saveScores } from '~/domain/evaluation/commands/save-scores.server'
import { submitScorecard } from '~/domain/evaluation/commands/submit-scorecard.server'
import type { DemoKey } from '~/domain/identity/demo-parts'
import { businessNow, dayAfter, dayOf } from '~/domain/kernel/clock'
import { challengeId, stepsOfChallenge } from './challenges'
import { challengeOf } from './challenges-data'
import { remarks, sealedOffers, seedCases, type SeedBid, type SeedCase } from './finished-cases-data'
import type { StoryContext, StoryStep } from './timeline'

const fenOfWan = (wan: number): string => String(Math.round(wan * 1_000_000))
const judges = ['judge', 'judge_two', 'judge_three'] as const satisfies readonly DemoKey[]

async function handIn(story: StoryContext, key: string, offer: SeedBid): Promise<void> {
  const today = dayOf(await businessNow(story.db))
  const content = {
    plan: offer.plan,
    team: offer.team,
    price_fen: fenOfWan(offer.price),
    delivery_date: dayAfter(today, challengeOf(key).deliveryDays),
    commitments: offer.commitments.map((said, position) => ({
      position,
      value: Array.isArray(said) ? said[0] : said,
      value_to: Array.isArray(said) ? said[1] : null,
    })),
  }
  const challenge_id = await challengeId(story, key)
  await story.commands.run(submitBid, { challenge_id, content }, { actor: await story.as(offer.by) })
}

/** The bid that this person began for their organisation. */
async function bidOf(story: StoryContext, challenge: string, by: DemoKey): Promise<string> {
  const [row] = await story.db
    .select({ id: bid.id })
    .from(bid)
    .innerJoin(person, eq(person.id, bid.createdBy))
    .where(and(eq(bid.challengeId, challenge), eq(person.demoKey, by)))
  if (!row) throw new Error(`${by} has not bid`)
  return row.id
}

async function inviteAll(story: StoryContext, { dates }: SeedCase): Promise<void> {
  const challenge_id = await challengeId(story, dates.key)
  const reviewer = { actor: await story.as('reviewer') }
  for (const [index, key] of judges.entries()) {
    const { personId } = await story.as(key)
    const kind = (['expert', 'enterprise', 'investor'] as const)[index]!
    await story.commands.run(inviteJudge, { challenge_id, person_id: personId, kind }, reviewer)
  }
}

/** Each judge accepts and scores; where only one has finished, the second is half way and the third has not answered. */
async function scoreAll(story: StoryContext, each: SeedCase): Promise<void> {
  const challenge = await challengeId(story, each.dates.key)
  const criteria = await story.db
    .select()
    .from(challengeCriterion)
    .where(eq(challengeCriterion.challengeId, challenge))
    .orderBy(asc(challengeCriterion.position))
  for (const [index, key] of judges.entries()) {
    if (index > each.scorecards) return
    const by = { actor: await story.as(key) }
    const [own] = await story.db
      .select({ id: judge.id })
      .from(judge)
      .where(and(eq(judge.challengeId, challenge), eq(judge.personId, by.actor.personId)))
    const { id } = own!
    await story.commands.run(accept, { id, no_conflict: true }, by)
    const scores = []
    for (const offer of each.bids) {
      const bid_id = await bidOf(story, challenge, offer.by)
      for (const [at, { position }] of criteria.entries()) {
        const value = offer.points![index]![at]!
        const [good, fair, weak] = remarks[index]![at]!
        scores.push({ bid_id, criterion: position, value, reason: value >= 85 ? good : value >= 77 ? fair : weak })
      }
    }
    if (index < each.scorecards) await story.commands.run(submitScorecard, { id, scores }, by)
    else await story.commands.run(saveScores, { id, scores: scores.slice(0, criteria.length) }, by)
  }
}

async function intend(story: StoryContext, each: SeedCase): Promise<void> {
  const id = await challengeId(story, each.dates.key)
  const winner = await bidOf(story, id, each.bids[0]!.by)
  const poser = { actor: await story.as(challengeOf(each.dates.key).poser) }
  await story.commands.run(intendAward, { id, bids: [winner] }, poser)
}

/** The poser confirms after publicity, and the winner drafts the contract. */
async function confirm(story: StoryContext, each: SeedCase): Promise<void> {
  const id = await challengeId(story, each.dates.key)
  const poser = { actor: await story.as(challengeOf(each.dates.key).poser) }
  await story.commands.run(confirmAward, { id }, poser)
  const [won] = await story.db.select({ id: award.id }).from(award).where(eq(award.challengeId, id))
  await story.commands.run(draftFromAward, { award: won!.id }, { actor: await story.as(each.bids[0]!.by) })
}

async function contractOf(story: StoryContext, each: SeedCase): Promise<string> {
  const id = await challengeId(story, each.dates.key)
  const [row] = await story.db.select({ id: contract.id }).from(contract).where(eq(contract.challengeId, id))
  return row!.id
}

const claimOf = (each: SeedCase): string =>
  fenOfWan(each.bids[0]!.price - (each.costs ?? []).reduce((sum, cost) => sum + cost.wan, 0))

/** Both sides sign, the solver applies for registration, a registrar takes it up. */
async function signAndApply(story: StoryContext, each: SeedCase): Promise<void> {
  const id = await contractOf(story, each)
  const solver = { actor: await story.as(each.bids[0]!.by) }
  const poser = { actor: await story.as(challengeOf(each.dates.key).poser) }
  for (const by of [solver, poser]) await story.commands.run(signContract, { id, version: 1 }, by)
  const costs = (each.costs ?? []).map(({ name, wan }) => ({ name, amount_fen: fenOfWan(wan) }))
  await story.commands.run(submitContract, { id, costs, claimed_amount_fen: claimOf(each) }, solver)
  await story.commands.run(acceptContract, { id }, { actor: await story.as('registrar') })
}

async function register(story: StoryContext, each: SeedCase): Promise<void> {
  const [kind, sub_kind] = kindOfMode[challengeOf(each.dates.key).mode]
  const id = await contractOf(story, each)
  const input = { id, kind, sub_kind, technology_amount_fen: claimOf(each) }
  await story.commands.run(registerContract, input, { actor: await story.as('registrar') })
}

function stepsOfCase(each: SeedCase): StoryStep[] {
  const on = (
    daysAgo: number | undefined,
    what: (story: StoryContext, each: SeedCase) => Promise<void>,
  ): StoryStep[] => (daysAgo === undefined ? [] : [{ daysAgo, run: (story) => what(story, each) }])
  return [
    ...stepsOfChallenge(each.dates),
    ...each.bids.flatMap((offer) => on(offer.submittedAgo, (story) => handIn(story, each.dates.key, offer))),
    ...on(each.invitedAgo, inviteAll),
    ...on(each.scoredAgo, scoreAll),
    ...on(each.intendedAgo, intend),
    ...on(each.confirmedAgo, confirm),
    ...on(each.signedAgo, signAndApply),
    ...on(each.registeredAgo, register),
  ]
}

/** A bid that its solver has begun, but not handed in. */
const unfinished: StoryStep = {
  daysAgo: 1,
  async run(story) {
    const content = {
      plan: '双向反激主动均衡，分段自适应估算。待补：两站对比的数据口径和标定周期。',
      team: '电池管理团队 8 人',
      price: '228万',
      commitments: [
        { position: 0, value: '2' },
        { position: 2, value: '3' },
      ],
    }
    const challenge_id = await challengeId(story, 'bms')
    await story.commands.run(saveDraft, { challenge_id, content }, { actor: await story.as('solver') })
  },
}

/**
 * Challenges lived through by commands: two to the registered contract, one into publicity, one into judging; and offers that
 * still lie under seal.
 */
export const caseSteps: StoryStep[] = [
  ...seedCases.flatMap(stepsOfCase),
  ...sealedOffers.map((offer): StoryStep => ({
    daysAgo: offer.submittedAgo,
    run: (story) => handIn(story, offer.challenge, offer),
  })),
  unfinished,
]
