import { content } from '#test/integration/bid/world'
import { statement } from '#test/integration/challenge/given'
import { terms } from '#test/integration/contract/factory'
import { organizationInput } from '#test/integration/organization/drafts'
import { shownListing } from '#test/integration/matching/given'
import { alone, type Expected, notEnterprises } from './who'
import type { World } from './world'

/**
 * `done`: it went through. `later`, `invalid`: permitted, but not in this state or not with this
 * input. `missing`: as if the thing did not exist. `sign_in`: asked
 * to sign in. Anything else is the key of the refusal.
 */
export type CommandOutcome = 'done' | 'later' | 'invalid' | 'missing' | 'sign_in' | `${string}.refusal.${string}`

export interface CommandRow {
  /** What the subject is, where the command has more than one row. */
  on?: string
  input: (world: World) => unknown
  expected: Expected<CommandOutcome>
}

const unknown = '00000000-0000-4000-8000-000000000000'
const reason = '一个说得清楚的理由'
const listing = { title: '一项新的成果', abstract: '说明它能做什么、做到了哪一步、还缺什么。' }
const amounts = { contract_value_fen: '100000000', technology_amount_fen: '90000000' }
const kind = { kind: 'development', sub_kind: 'commissioned' }

const writers: Expected<CommandOutcome> = [
  'done',
  { sign_in: ['visitor'], 'errors.refusal.no_organization': alone, 'errors.refusal.viewer': ['poser_viewer'] },
]
/** A draft that belongs to one organisation: for everybody else it does not exist. */
const onlyFor = (...owners: ('solver' | 'pilot')[]): Expected<CommandOutcome> => ['missing', { done: owners }]
const listedBy = (owner: 'solver' | 'pilot', outcome: 'done' | 'later' = 'done'): Expected<CommandOutcome> => [
  'errors.refusal.not_yours',
  { [outcome]: [owner] },
]
const systemOnly: Expected<CommandOutcome> = ['missing']

/** What is only the poser's, on a challenge that everybody can read. */
const published = (outcome: 'done' | 'later' = 'done'): Expected<CommandOutcome> => [
  'challenge.refusal.not_poser',
  { [outcome as 'done']: ['poser'], 'errors.refusal.viewer': ['poser_viewer'], sign_in: ['visitor'] },
]
const unpublished: Expected<CommandOutcome> = [
  'missing',
  { done: ['poser'], 'errors.refusal.viewer': ['poser_viewer'] },
]
/** The registrar's decisions: the parties and who reads along are refused, for others there is no such contract. */
const registrars: Expected<CommandOutcome> = [
  'missing',
  {
    done: ['registrar'],
    'contract.refusal.not_registrar': ['solver', 'poser', 'poser_viewer', 'analyst', 'audit_administrator'],
  },
]
/** The reviewer's decisions about an organisation that newcomer owns. */
const reviewers: Expected<CommandOutcome> = ['missing', { done: ['reviewer'], sign_in: ['visitor'] }]

/** Those who look after matching. */
const synonymKeepers: Expected<CommandOutcome> = [
  'missing',
  { done: ['analyst', 'system_administrator'], sign_in: ['visitor'] },
]
/** What looking at matches leaves behind: of the poser's organisation, viewers too. */
const looks: Expected<CommandOutcome> = [
  'challenge.refusal.not_poser',
  { done: ['poser', 'poser_viewer'], sign_in: ['visitor'] },
]
/** A search is one person's own; whoever is not signed in is asked to, whether there is one or not. */
const noSearch: Expected<CommandOutcome> = ['missing', { sign_in: ['visitor'] }]
const ownSearch: Expected<CommandOutcome> = ['missing', { done: ['partner'], sign_in: ['visitor'] }]
const shownPair = (w: World) => ({ challenge: w.challenges.open.number, listing: w.achievements.listed.number })

/** What is one person's alone. */
const posersAlone: Expected<CommandOutcome> = ['missing', { done: ['poser'], sign_in: ['visitor'] }]
const everySignedIn: Expected<CommandOutcome> = ['done', { sign_in: ['visitor'] }]

/** Every command of the registry: a new one without a row fails the walk. */
export const expectedCommands: Readonly<Record<string, readonly CommandRow[]>> = {
  'achievement.create': [{ input: () => listing, expected: writers }],
  'achievement.update': [
    { on: 'draft', input: (w) => ({ id: w.achievements.draft.id, ...listing }), expected: onlyFor('solver') },
    { on: 'listed', input: (w) => ({ id: w.achievements.listed.id, ...listing }), expected: listedBy('solver') },
    { on: 'nothing', input: () => ({ id: unknown, ...listing }), expected: ['missing'] },
  ],
  'achievement.publish': [
    { on: 'draft', input: (w) => ({ id: w.achievements.draft.id }), expected: onlyFor('solver') },
    { on: 'listed', input: (w) => ({ id: w.achievements.listed.id }), expected: listedBy('solver', 'later') },
  ],
  'achievement.renew': [
    { on: 'listed', input: (w) => ({ id: w.achievements.listed.id }), expected: listedBy('solver', 'later') },
    { on: 'draft', input: (w) => ({ id: w.achievements.draft.id }), expected: ['missing', { later: ['solver'] }] },
  ],
  'achievement.withdraw': [
    { on: 'draft', input: (w) => ({ id: w.achievements.draft.id }), expected: ['missing', { later: ['solver'] }] },
    { on: 'listed', input: (w) => ({ id: w.achievements.listed.id }), expected: listedBy('solver') },
  ],
  'achievement.expire': [{ input: (w) => ({ id: w.achievements.listed.id }), expected: systemOnly }],

  'capability.create': [{ input: () => listing, expected: writers }],
  'capability.update': [
    { on: 'draft', input: (w) => ({ id: w.capabilities.draft.id, ...listing }), expected: onlyFor('pilot') },
    { on: 'listed', input: (w) => ({ id: w.capabilities.listed.id, ...listing }), expected: listedBy('pilot') },
  ],
  'capability.publish': [
    { on: 'draft', input: (w) => ({ id: w.capabilities.draft.id }), expected: onlyFor('pilot') },
    { on: 'listed', input: (w) => ({ id: w.capabilities.listed.id }), expected: listedBy('pilot', 'later') },
  ],
  'capability.renew': [
    { on: 'listed', input: (w) => ({ id: w.capabilities.listed.id }), expected: listedBy('pilot', 'later') },
  ],
  'capability.withdraw': [
    { on: 'draft', input: (w) => ({ id: w.capabilities.draft.id }), expected: ['missing', { later: ['pilot'] }] },
    { on: 'listed', input: (w) => ({ id: w.capabilities.listed.id }), expected: listedBy('pilot') },
  ],
  'capability.expire': [{ input: (w) => ({ id: w.capabilities.listed.id }), expected: systemOnly }],

  'challenge.create_draft': [
    {
      on: 'problem',
      input: () => statement(),
      expected: [
        'done',
        {
          sign_in: ['visitor'],
          'errors.refusal.no_organization': alone,
          'errors.refusal.viewer': ['poser_viewer'],
          'challenge.refusal.only_enterprises': notEnterprises,
        },
      ],
    },
    { on: 'scenario', input: () => statement({ kind: 'scenario' }), expected: writers },
  ],
  'challenge.update_draft': [
    { on: 'draft', input: (w) => ({ id: w.challenges.draft, ...statement() }), expected: unpublished },
    { on: 'open', input: (w) => ({ id: w.challenges.open.id, ...statement() }), expected: published('later') },
  ],
  'challenge.submit': [
    { on: 'draft', input: (w) => ({ id: w.challenges.draft }), expected: unpublished },
    { on: 'open', input: (w) => ({ id: w.challenges.open.id }), expected: published('later') },
  ],
  'challenge.withdraw': [
    { on: 'draft', input: (w) => ({ id: w.challenges.draft, reason }), expected: unpublished },
    {
      on: 'submitted',
      input: (w) => ({ id: w.challenges.submitted, reason }),
      expected: [
        'missing',
        {
          done: ['poser'],
          'errors.refusal.viewer': ['poser_viewer'],
          'challenge.refusal.not_poser': ['reviewer'],
        },
      ],
    },
    { on: 'open', input: (w) => ({ id: w.challenges.open.id, reason }), expected: published() },
  ],
  'challenge.publish': [
    {
      on: 'submitted',
      input: (w) => ({ id: w.challenges.submitted }),
      expected: ['missing', { done: ['reviewer'], 'challenge.refusal.not_reviewer': ['poser', 'poser_viewer'] }],
    },
    {
      on: 'draft',
      input: (w) => ({ id: w.challenges.draft }),
      expected: ['missing', { 'challenge.refusal.not_reviewer': ['poser', 'poser_viewer'] }],
    },
  ],
  'challenge.return': [
    {
      on: 'submitted',
      input: (w) => ({ id: w.challenges.submitted, reason }),
      expected: ['missing', { done: ['reviewer'], 'challenge.refusal.not_reviewer': ['poser', 'poser_viewer'] }],
    },
  ],
  'challenge.close': [{ input: (w) => ({ id: w.challenges.open.id }), expected: systemOnly }],
  'challenge.open_bids': [{ input: (w) => ({ id: w.challenges.open.id, opened: [] }), expected: systemOnly }],
  'challenge.intend_award': [
    {
      // Permitted, but the scorecards are missing.
      on: 'judging',
      input: (w) => ({ id: w.challenges.judging.id, bids: [w.bids.solver] }),
      expected: published('later'),
    },
  ],
  'challenge.confirm_award': [
    // Its publicity is over.
    { on: 'publicity', input: (w) => ({ id: w.challenges.publicity.id }), expected: published() },
    { on: 'judging', input: (w) => ({ id: w.challenges.judging.id }), expected: published('later') },
  ],
  'challenge.fail_to_award': [
    { on: 'judging', input: (w) => ({ id: w.challenges.judging.id, reason }), expected: published() },
    {
      on: 'draft',
      input: (w) => ({ id: w.challenges.draft, reason }),
      expected: ['missing', { later: ['poser'], 'errors.refusal.viewer': ['poser_viewer'] }],
    },
  ],
  'award.mark_contracted': [{ input: (w) => ({ id: w.award }), expected: systemOnly }],

  'bid.save_draft': [
    {
      input: (w) => ({ challenge_id: w.challenges.open.id, content: { plan: '写了一半' } }),
      expected: [
        'done',
        {
          sign_in: ['visitor'],
          'errors.refusal.no_organization': alone,
          'errors.refusal.viewer': ['poser_viewer'],
          'challenge.refusal.own_challenge': ['poser'],
          'bid.refusal.related_party': ['relative'],
        },
      ],
    },
    {
      on: 'draft',
      input: (w) => ({ challenge_id: w.challenges.draft, content: { plan: '写了一半' } }),
      expected: ['missing'],
    },
  ],
  'bid.submit': [
    {
      input: (w) => ({ challenge_id: w.challenges.open.id, content: content() }),
      expected: [
        'done',
        {
          sign_in: ['visitor'],
          'errors.refusal.no_organization': alone,
          'errors.refusal.viewer': ['poser_viewer'],
          'errors.refusal.not_verified': ['newcomer'],
          'challenge.refusal.own_challenge': ['poser'],
          'bid.refusal.related_party': ['relative'],
        },
      ],
    },
  ],
  'bid.withdraw': [
    {
      input: (w) => ({ challenge_id: w.challenges.open.id }),
      expected: [
        'missing',
        {
          done: ['solver'],
          later: ['rival'],
          sign_in: ['visitor'],
          'errors.refusal.no_organization': alone,
          'errors.refusal.viewer': ['poser_viewer'],
        },
      ],
    },
  ],
  'bid.report_unopened': [{ input: (w) => ({ bid_id: w.bids.solver }), expected: systemOnly }],

  'evaluation.invite_judge': [
    {
      on: 'judging',
      input: (w) => ({ challenge_id: w.challenges.judging.id, person_id: w.people.judge_three }),
      expected: [
        'evaluation.refusal.not_inviting',
        { done: ['poser', 'reviewer'], 'errors.refusal.viewer': ['poser_viewer'], sign_in: ['visitor'] },
      ],
    },
    {
      on: 'draft',
      input: (w) => ({ challenge_id: w.challenges.draft, person_id: w.people.judge_three }),
      expected: ['missing', { later: ['poser'], 'errors.refusal.viewer': ['poser_viewer'] }],
    },
  ],
  'evaluation.accept': [
    {
      input: (w) => ({ id: w.judges.invited, no_conflict: true }),
      expected: ['missing', { done: ['judge_two'] }],
    },
  ],
  'evaluation.decline': [
    { input: (w) => ({ id: w.judges.invited, reason }), expected: ['missing', { done: ['judge_two'] }] },
  ],
  'evaluation.save_scores': [
    { input: (w) => ({ id: w.judges.accepted, scores: w.scores }), expected: ['missing', { done: ['judge'] }] },
  ],
  'evaluation.submit_scorecard': [
    { input: (w) => ({ id: w.judges.accepted, scores: w.scores }), expected: ['missing', { done: ['judge'] }] },
  ],

  'contract.create': [
    // Its seller is the solver, whose contract nobody else may write down.
    {
      input: () => terms(),
      expected: [
        'invalid',
        {
          done: ['solver'],
          sign_in: ['visitor'],
          'errors.refusal.no_organization': alone,
          'errors.refusal.viewer': ['poser_viewer'],
        },
      ],
    },
  ],
  'contract.draft_from_award': [
    {
      input: (w) => ({ award: w.award }),
      expected: ['missing', { done: ['poser', 'solver'], 'errors.refusal.viewer': ['poser_viewer'] }],
    },
  ],
  'contract.update': [
    {
      on: 'draft',
      input: (w) => ({ id: w.contracts.draft.id, ...terms() }),
      expected: ['missing', { done: ['solver', 'poser'], 'errors.refusal.viewer': ['poser_viewer'] }],
    },
  ],
  'contract.sign': [
    {
      on: 'draft',
      input: (w) => ({ id: w.contracts.draft.id, version: 1 }),
      expected: ['missing', { done: ['solver', 'poser'], 'errors.refusal.viewer': ['poser_viewer'] }],
    },
  ],
  'contract.state_signature': [
    {
      on: 'draft',
      input: (w) => ({ id: w.contracts.draft.id, version: 1, position: 1, name: '某人', statement: reason }),
      expected: [
        'missing',
        {
          'contract.refusal.signs_itself': ['solver'],
          'contract.refusal.not_seller': ['poser', 'poser_viewer'],
        },
      ],
    },
  ],
  'contract.complete': [{ input: (w) => ({ id: w.contracts.draft.id }), expected: systemOnly }],
  'contract.submit': [
    {
      on: 'signed',
      input: (w) => ({ id: w.contracts.signed.id, claimed_amount_fen: '90000000' }),
      expected: ['missing', { done: ['solver'], 'contract.refusal.not_seller': ['poser', 'poser_viewer'] }],
    },
  ],
  'contract.accept': [{ input: (w) => ({ id: w.contracts.submitted.id }), expected: registrars }],
  'contract.return': [
    { on: 'under review', input: (w) => ({ id: w.contracts.underReview.id, reason }), expected: registrars },
    {
      on: 'draft',
      input: (w) => ({ id: w.contracts.draft.id, reason }),
      expected: ['missing', { 'contract.refusal.not_registrar': ['solver', 'poser', 'poser_viewer'] }],
    },
  ],
  'contract.refuse': [
    {
      input: (w) => ({ id: w.contracts.underReview.id, ground: 'not_technology', reason }),
      expected: registrars,
    },
  ],
  'contract.register': [
    {
      input: (w) => ({ id: w.contracts.underReview.id, ...kind, technology_amount_fen: '100000000' }),
      expected: registrars,
    },
  ],
  'contract.amend': [
    { input: (w) => ({ id: w.contracts.registered.id, ...kind, ...amounts, reason }), expected: registrars },
  ],
  'contract.cancel': [{ input: (w) => ({ id: w.contracts.registered.id, reason }), expected: registrars }],

  'organization.create': [{ input: () => organizationInput(), expected: ['done', { sign_in: ['visitor'] }] }],
  'organization.update': [
    {
      on: 'draft',
      input: (w) => ({ id: w.organizations.draft, ...organizationInput() }),
      expected: ['missing', { done: ['newcomer'], sign_in: ['visitor'] }],
    },
    {
      on: 'verified',
      input: (w) => ({ id: w.organizations.verified, ...organizationInput() }),
      expected: [
        'missing',
        {
          later: ['poser'],
          'errors.refusal.viewer': ['poser_viewer'],
          'organization.refusal.not_member': ['reviewer'],
          sign_in: ['visitor'],
        },
      ],
    },
  ],
  'organization.submit': [
    {
      on: 'draft',
      input: (w) => ({ id: w.organizations.draft }),
      expected: ['missing', { done: ['newcomer'], sign_in: ['visitor'] }],
    },
  ],
  'organization.verify': [
    {
      on: 'submitted',
      input: (w) => ({ id: w.organizations.submitted }),
      expected: reviewers,
    },
    { on: 'draft', input: (w) => ({ id: w.organizations.draft }), expected: ['missing', { sign_in: ['visitor'] }] },
  ],
  'organization.return': [
    { on: 'submitted', input: (w) => ({ id: w.organizations.submitted, reason }), expected: reviewers },
  ],
  'organization.add_member': [
    {
      on: 'verified',
      input: (w) => ({ id: w.organizations.verified, email: 'new@example.org', role: 'editor' }),
      expected: [
        'missing',
        {
          done: ['poser'],
          'errors.refusal.viewer': ['poser_viewer'],
          'organization.refusal.not_member': ['reviewer'],
          sign_in: ['visitor'],
        },
      ],
    },
  ],

  'matching.record_shown': [
    {
      on: 'open',
      input: (w) => ({ challenge_id: w.challenges.open.id, listings: [shownListing(w.achievements.listed.id)] }),
      expected: looks,
    },
    {
      on: 'draft',
      input: (w) => ({ challenge_id: w.challenges.draft, listings: [shownListing(w.achievements.listed.id)] }),
      expected: ['missing', { done: ['poser', 'poser_viewer'] }],
    },
  ],
  'matching.record_opened': [
    {
      input: (w) => ({
        challenge_id: w.challenges.open.id,
        listing_kind: 'achievement',
        listing_id: w.achievements.listed.id,
      }),
      expected: looks,
    },
  ],
  'matching.mark_not_fit': [
    { on: 'shown', input: (w) => ({ ...shownPair(w), reason: 'price' }), expected: published() },
    {
      on: 'not shown',
      input: (w) => ({ ...shownPair(w), listing: w.capabilities.listed.number, reason: 'price' }),
      expected: [
        'challenge.refusal.not_poser',
        {
          'matching.refusal.not_shown': ['poser'],
          'errors.refusal.viewer': ['poser_viewer'],
          sign_in: ['visitor'],
        },
      ],
    },
  ],
  'matching.undo_not_fit': [{ input: shownPair, expected: published() }],

  'identity.sign_up': [
    {
      input: () => ({ name: '新人', email: 'someone@example.org', password: 'a long and quiet sentence' }),
      expected: ['done'],
    },
  ],
  'identity.sign_in': [
    {
      input: () => ({ email: 'poser@demo.jiebang.example', password: 'binjiang-demo-2026' }),
      expected: ['done'],
    },
  ],
  'identity.sign_out': [{ input: () => ({}), expected: ['done', { sign_in: ['visitor'] }] }],
  'identity.create_token': [
    { input: () => ({ name: '脚本', scopes: ['*'] }), expected: ['done', { sign_in: ['visitor'] }] },
  ],
  'notification.mark_read': [
    { input: (w) => ({ id: w.notification }), expected: posersAlone },
    { on: 'nothing', input: () => ({ id: unknown }), expected: ['missing', { sign_in: ['visitor'] }] },
  ],
  'notification.mark_all_read': [{ input: () => ({ until: '2026-11-24T00:00:00Z' }), expected: everySignedIn }],
  'notification.set_preferences': [
    { input: () => ({ mail: { challenge_closed: 'never' } }), expected: everySignedIn },
    { on: 'no kind', input: () => ({ mail: { challenge_closed: 'often' } }), expected: ['invalid'] },
  ],
  'notification.create_calendar': [
    { on: 'oneself', input: () => ({ organization_id: null, locale: 'en' }), expected: everySignedIn },
    {
      on: 'an organisation',
      input: (w) => ({ organization_id: w.organizations.verified, locale: 'en' }),
      expected: ['missing', { done: ['poser', 'poser_viewer'], sign_in: ['visitor'] }],
    },
  ],
  'notification.revoke_calendar': [{ input: (w) => ({ id: w.calendar.id }), expected: posersAlone }],
  'notification.remind': [
    { input: (w) => ({ kind: 'publicity_over', id: w.challenges.publicity.id }), expected: systemOnly },
  ],
  'notification.send_digest': [{ input: (w) => ({ person_id: w.people.stranger }), expected: systemOnly }],
  'identity.set_language': [{ input: () => ({ locale: 'en' }), expected: everySignedIn }],
  'identity.revoke_token': [
    { input: (w) => ({ id: w.token }), expected: ['missing', { done: ['poser'], sign_in: ['visitor'] }] },
  ],
  'identity.grant_staff_role': [
    {
      input: (w) => ({ person_id: w.people.stranger, role: 'judge' }),
      expected: ['missing', { done: ['system_administrator'], sign_in: ['visitor'] }],
    },
    {
      on: 'oneself',
      input: (w) => ({ person_id: w.people.system_administrator, role: 'reviewer' }),
      expected: ['missing', { 'identity.refusal.own_role': ['system_administrator'], sign_in: ['visitor'] }],
    },
  ],

  'matching.put_synonyms': [
    { on: 'a new group', input: () => ({ words: ['鼓包', '产气'] }), expected: synonymKeepers },
    { on: 'a group', input: (w) => ({ id: w.synonyms, words: ['鼓包', '产气'] }), expected: synonymKeepers },
  ],
  'matching.save_search': [
    {
      on: 'a list',
      input: () => ({ path: '/achievements?field=new_energy&page=3', name: '新能源成果', alerts: 'digest' }),
      expected: ['done', { sign_in: ['visitor'] }],
    },
    {
      on: 'no list',
      input: () => ({ path: '/workspace/contracts', name: '合同', alerts: 'none' }),
      expected: ['invalid', { sign_in: ['visitor'] }],
    },
  ],
  'matching.change_saved_search': [
    { input: (w) => ({ id: w.savedSearch, name: '改了名字', alerts: 'none' }), expected: ownSearch },
    { on: 'nothing', input: () => ({ id: unknown, name: '改了名字', alerts: 'none' }), expected: noSearch },
  ],
  'matching.remove_saved_search': [
    { input: (w) => ({ id: w.savedSearch }), expected: ownSearch },
    { on: 'nothing', input: () => ({ id: unknown }), expected: noSearch },
  ],
  'matching.note_known_hits': [{ input: (w) => ({ id: w.savedSearch, known: [] }), expected: systemOnly }],
  'matching.record_saved_hits': [
    {
      input: (w) => ({ kind: 'achievement', id: w.achievements.listed.id, saved_searches: [w.savedSearch] }),
      expected: systemOnly,
    },
  ],
  'matching.record_match_alerts': [
    {
      input: (w) => ({
        ...{ challenge_id: w.challenges.open.id, kind: 'for_poser' },
        matches: [
          {
            ...{ listing_kind: 'achievement', listing_id: w.achievements.listed.id },
            ...{ rank: 1, met: 1, targets: 2, words: ['固态电解质'] },
          },
        ],
      }),
      expected: systemOnly,
    },
  ],
  'matching.remove_synonyms': [{ input: (w) => ({ id: w.synonyms }), expected: synonymKeepers }],

  // Registered in demo mode alone, where everybody may try the calendar out.
  'demo.move_clock': [{ input: () => ({ to: 'next_working_day' }), expected: ['done'] }],
}
