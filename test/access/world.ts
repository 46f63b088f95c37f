import { eq } from 'drizzle-orm'
import { award, challenge, notification } from '#db/schema'
import { card, invite, judged, judging } from '#test/integration/evaluation/world'
import { bidOf, closeAndOpen, openChallenge, submitAs } from '#test/integration/bid/world'
import { draft as challengeDraft, submitted as challengeSubmitted } from '#test/integration/challenge/given'
import {
  draft as contractDraft,
  registered,
  signed,
  submitted as contractSubmitted,
  underReview,
} from '#test/integration/contract/factory'
import type { TestKernel } from '#test/integration/kernel'
import { shownListing } from '#test/integration/matching/given'
import { madeBy } from '#test/integration/organization/drafts'
import { createAchievement } from '~/domain/achievement/commands/create.server'
import { publishAchievement } from '~/domain/achievement/commands/publish.server'
import { withdrawAchievement } from '~/domain/achievement/commands/withdraw.server'
import { confirmAward } from '~/domain/award/commands/confirm-award.server'
import { intendAward } from '~/domain/award/commands/intend-award.server'
import { saveDraft } from '~/domain/bid/commands/save-draft.server'
import { createCapability } from '~/domain/capability/commands/create.server'
import { publishCapability } from '~/domain/capability/commands/publish.server'
import { withdrawCapability } from '~/domain/capability/commands/withdraw.server'
import { accept } from '~/domain/evaluation/commands/accept.server'
import { markNotFit } from '~/domain/matching/commands/mark-not-fit.server'
import { recordShown } from '~/domain/matching/commands/record-shown.server'
import { createToken } from '~/domain/identity/commands/create-token.server'
import { saveSearch } from '~/domain/matching/commands/save-search.server'
import { createCalendar } from '~/domain/notification/commands/create-calendar.server'
import { putSynonyms } from '~/domain/matching/commands/put-synonyms.server'
import type { DemoKey } from '~/domain/identity/demo-parts'

/** Texts that only some may ever be answered with, by the people who may. Everybody else's answers are searched for them. */
export const canaries: Readonly<Record<string, readonly DemoKey[]>> = {
  'canary-draft-challenge': ['poser', 'poser_viewer'],
  'canary-submitted-challenge': ['poser', 'poser_viewer', 'reviewer'],
  'canary-sealed-plan': [],
  'canary-bid-draft': ['rival'],
  'canary-solver-plan': ['solver', 'poser', 'poser_viewer', 'reviewer', 'judge'],
  'canary-draft-achievement': ['solver'],
  'canary-draft-capability': ['pilot'],
  'canary-withdrawn': ['solver'],
  'canary-taken-off': ['pilot'],
  'canary-draft-organization': ['newcomer'],
  'canary-contract-draft': ['solver', 'poser', 'poser_viewer'],
  'canary-contract-review': ['solver', 'poser', 'poser_viewer', 'registrar', 'analyst', 'audit_administrator'],
  'canary-token': ['poser'],
  'canary-not-fit': ['poser', 'poser_viewer'],
  'canary-saved-search': ['partner'],
}

export type World = Awaited<ReturnType<typeof makeWorld>>

/**
 * One of everything, in every state that access turns on. Challenges are the poser's; solver and rival bid; three people judge;
 * contracts are between solver and poser; achievements are the solver's, capabilities the pilot plant's.
 */
export async function makeWorld(kernel: TestKernel) {
  const { commands } = kernel
  const by = async (key: DemoKey) => ({ actor: await kernel.as(key) })

  const decided = async () => {
    const made = await judging(kernel)
    const bids = await judged(kernel, made.id, 90, 70)
    await commands.run(intendAward, { id: made.id, bids: [bids.solver], reason: '' }, await by('poser'))
    return made
  }
  const awarded = await decided()
  const [{ publicityEndsAt } = { publicityEndsAt: null }] = await kernel.db
    .select({ publicityEndsAt: challenge.publicityEndsAt })
    .from(challenge)
    .where(eq(challenge.id, awarded.id))
  await kernel.setClock(publicityEndsAt!)
  await commands.run(confirmAward, { id: awarded.id }, await by('poser'))
  const [won] = await kernel.db.select({ id: award.id }).from(award).where(eq(award.challengeId, awarded.id))
  const publicity = await decided()

  const inJudging = await openChallenge(kernel)
  await submitAs(kernel, 'solver', inJudging.id, { plan: 'canary-solver-plan 硫化物电解质路线，三步走。' })
  await submitAs(kernel, 'rival', inJudging.id, { price_fen: '795000000' })
  await closeAndOpen(kernel, inJudging.id)
  const { id: accepted } = await invite(kernel, inJudging.id, 'judge')
  await commands.run(accept, { id: accepted, no_conflict: true }, await by('judge'))
  const { id: invited } = await invite(kernel, inJudging.id, 'judge_two')

  const open = await openChallenge(kernel)
  await submitAs(kernel, 'solver', open.id, { plan: 'canary-sealed-plan 在截止前谁也不能读到的方案。' })
  await commands.run(
    saveDraft,
    { challenge_id: open.id, content: { plan: 'canary-bid-draft 还没有写完的方案' } },
    await by('rival'),
  )

  const achievement = async (title: string, list: boolean) => {
    const input = { title, abstract: `${title}：一项可以转让的研究结果，已完成中试。` }
    const { id } = await commands.run(createAchievement, input, await by('solver'))
    return { id, number: list ? (await commands.run(publishAchievement, { id }, await by('solver'))).number! : '' }
  }
  const capability = async (title: string, list: boolean) => {
    const input = { title, abstract: `${title}：对外开放的中试服务，含设备与人员。` }
    const { id } = await commands.run(createCapability, input, await by('pilot'))
    return { id, number: list ? (await commands.run(publishCapability, { id }, await by('pilot'))).number! : '' }
  }
  const withdrawn = async <Made extends { id: string }>(
    made: Promise<Made>,
    command: typeof withdrawAchievement | typeof withdrawCapability,
    owner: DemoKey,
  ) => {
    await commands.run(command, { id: (await made).id }, await by(owner))
    return made
  }
  const { id: token } = await commands.run(createToken, { name: 'canary-token', scopes: ['*'] }, await by('poser'))
  const bidIds = [await bidOf(kernel, 'solver', inJudging.id), await bidOf(kernel, 'rival', inJudging.id)]

  const listed = await achievement('已公开的固态电解质成果', true)
  await commands.run(recordShown, { challenge_id: open.id, listings: [shownListing(listed.id)] }, await by('poser'))
  await commands.run(
    markNotFit,
    { challenge: open.number, listing: listed.number, reason: 'price', note: 'canary-not-fit 比预算高得多' },
    await by('poser'),
  )

  const { id: savedSearch } = await commands.run(
    saveSearch,
    { path: '/achievements?field=new_energy', name: 'canary-saved-search 我们在找的东西', alerts: 'at_once' },
    await by('partner'),
  )

  const { organization, personId } = await kernel.as('poser')
  const calendar = await commands.run(
    createCalendar,
    { organization_id: organization!.id, locale: 'zh-CN' },
    await by('poser'),
  )
  const [told] = await kernel.db
    .select({ id: notification.id })
    .from(notification)
    .where(eq(notification.personId, personId))
    .limit(1)

  return {
    savedSearch,
    calendar,
    notification: told!.id,
    challenges: {
      draft: await challengeDraft(kernel, { title: 'canary-draft-challenge 未提交的榜题' }),
      submitted: await challengeSubmitted(kernel, { title: 'canary-submitted-challenge 待审核的榜题' }),
      open,
      judging: inJudging,
      publicity,
      awarded,
    },
    award: won!.id,
    judges: { accepted, invited },
    bids: { solver: bidIds[0]!.id, rival: bidIds[1]!.id },
    scores: await card(kernel, accepted, {}),
    achievements: {
      draft: await achievement('canary-draft-achievement 未公开成果', false),
      listed,
      withdrawn: await withdrawn(achievement('canary-withdrawn 已撤回的成果', true), withdrawAchievement, 'solver'),
    },
    capabilities: {
      draft: await capability('canary-draft-capability 未公开能力', false),
      listed: await capability('已公开的微纳中试能力', true),
      withdrawn: await withdrawn(capability('canary-taken-off 已撤回的能力', true), withdrawCapability, 'pilot'),
    },
    contracts: {
      draft: await contractDraft(kernel, { title: 'canary-contract-draft 未签合同' }),
      signed: await signed(kernel, { title: '已签未申请的合同' }),
      submitted: await contractSubmitted(kernel, { title: 'canary-contract-review 已申请登记的合同' }),
      underReview: await underReview(kernel, { title: '审查中的合同' }),
      registered: await registered(kernel, { title: '已登记的合同' }),
    },
    organizations: {
      draft: await madeBy(kernel, await kernel.as('newcomer'), 'draft', {
        name: 'canary-draft-organization 未提交单位',
      }),
      submitted: (await kernel.as('newcomer')).organization!.id,
      verified: (await kernel.as('poser')).organization!.id,
    },
    token,
    synonyms: (await commands.run(putSynonyms, { words: ['掉渣', '剥落'] }, await by('analyst'))).id,
    people: {
      stranger: (await kernel.as('stranger')).personId,
      judge_three: (await kernel.as('judge_three')).personId,
      system_administrator: (await kernel.as('system_administrator')).personId,
    },
  }
}
