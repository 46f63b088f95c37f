import type { StateStep } from '~/components/ui/state-line'
import type { ChallengeView } from '~/domain/challenge/views'
import type { T } from '~/i18n'

const presentStep: Record<ChallengeView['state'], number> = {
  draft: 0,
  submitted: 1,
  returned: 1,
  open: 2,
  closed: 3,
  judging: 3,
  publicity: 4,
  awarded: 6,
  withdrawn: 2,
  failed_to_award: 3,
}

/** The life of a challenge as a row of steps with dates, and which of them is present. */
export function stateSteps(challenge: ChallengeView, t: T): { steps: StateStep[]; present: number } {
  const { state } = challenge
  const steps: StateStep[] = [
    { label: t('challenge.step.submit'), at: challenge.submitted_at },
    { label: t('challenge.step.publish'), at: challenge.published_at },
    {
      label: t('challenge.step.open'),
      at: state === 'open' ? null : challenge.published_at && challenge.bid_deadline,
      deadline: challenge.bid_deadline,
    },
    { label: t('challenge.step.judge'), at: challenge.opened_at },
    {
      label: t('challenge.step.publicity'),
      at: state === 'awarded' ? challenge.publicity_ends_at : null,
      note:
        state === 'publicity' || state === 'awarded'
          ? null
          : t('challenge.step.days', { count: challenge.publicity_days }),
      deadline: challenge.publicity_ends_at,
    },
    { label: t('challenge.step.award'), at: challenge.awarded_at },
  ]
  let present = presentStep[state]
  if (state === 'withdrawn' && !challenge.published_at) present = challenge.submitted_at ? 1 : 0
  if (state === 'returned' || state === 'withdrawn' || state === 'failed_to_award') {
    const stopped = { label: t(`challenge.state.${state}`), stopped: true }
    return state === 'returned'
      ? { steps: [steps[0]!, stopped, ...steps.slice(2)], present }
      : { steps: [...steps.slice(0, present), stopped], present }
  }
  return { steps, present }
}
