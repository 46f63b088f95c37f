/** What is told because a moment comes near or has come, and not because somebody did something. */
export const reminderKinds = [
  'bid_closing',
  'judging_reminder',
  'publicity_over',
  'contract_review_due',
  'listing_expiring',
] as const
export type ReminderKind = (typeof reminderKinds)[number]
