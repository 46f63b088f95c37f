import type { MailWish } from '#db/schema'

/** What people are told about, by area; each kind with what is usual for its mail. The texts are `notification.kind.<kind>`. */
export const kindGroups = {
  challenge: {
    challenge_returned: 'at_once',
    challenge_published: 'at_once',
    challenge_closed: 'digest',
    challenge_bids_opened: 'at_once',
    judge_declined: 'at_once',
    scorecards_complete: 'at_once',
    award_intended: 'digest',
    publicity_over: 'at_once',
    award_confirmed: 'digest',
    challenge_failed: 'at_once',
  },
  bid: {
    bid_closing: 'at_once',
    bid_challenge_withdrawn: 'at_once',
    bid_opened: 'digest',
    bid_not_opened: 'at_once',
    bid_challenge_failed: 'at_once',
    bid_award_intended: 'at_once',
    bid_result_published: 'at_once',
    bid_award_confirmed: 'at_once',
  },
  judging: {
    judge_invited: 'at_once',
    judging_reminder: 'at_once',
  },
  contract: {
    contract_awaits_signature: 'at_once',
    contract_changed: 'at_once',
    contract_signed: 'at_once',
    contract_submitted: 'digest',
    contract_returned: 'at_once',
    contract_registered: 'at_once',
    contract_refused: 'at_once',
    contract_amended: 'at_once',
    contract_cancelled: 'at_once',
  },
  listing: {
    listing_expiring: 'digest',
    listing_expired: 'digest',
  },
  matching: {
    match_found: 'digest',
    saved_search_found: 'digest',
  },
  organization: {
    organization_verified: 'at_once',
    organization_returned: 'at_once',
    member_added: 'at_once',
  },
  desk: {
    challenge_to_review: 'digest',
    organization_to_review: 'digest',
    contract_to_accept: 'digest',
    contract_review_due: 'at_once',
  },
} as const satisfies Record<string, Record<string, MailWish>>

export type KindGroup = keyof typeof kindGroups
type KindsOf<Group> = Group extends unknown ? keyof Group : never
export type NotificationKind = KindsOf<(typeof kindGroups)[KindGroup]>

const usual = Object.assign({}, ...Object.values(kindGroups)) as Record<NotificationKind, MailWish>

export const notificationKinds = Object.keys(usual) as [NotificationKind, ...NotificationKind[]]

/** What is done about mail of a kind as long as a person has not said otherwise. */
export const usualMail = (kind: NotificationKind): MailWish => usual[kind]

export const isKind = (value: string): value is NotificationKind => Object.hasOwn(usual, value)

/** Things that notifications are about. */
export const subjectTypes = [
  'challenge',
  'bid',
  'judge',
  'award',
  'contract',
  'achievement',
  'capability',
  'organization',
  'saved_search',
] as const
export type SubjectType = (typeof subjectTypes)[number]

/** Why a match was found, as the parameter `reason` of `match_found`: a parameter under `notification.reason` is worded, too. */
export const matchReasons = {
  /** A listing that is new meets a challenge of the reader's organisation. */
  new_listing: 'notification.reason.new_listing',
  /** A challenge that is new fits a listing of the reader's organisation. */
  new_challenge: 'notification.reason.new_challenge',
} as const
