import type { StateStep } from '~/components/ui/state-line'
import type { ContractState } from '#db/schema'
import type { T } from '~/i18n'

const present: Record<ContractState, number> = {
  draft: 1,
  signed: 2,
  submitted: 3,
  returned: 3,
  under_review: 3,
  refused: 3,
  registered: 5,
  cancelled: 4,
}

interface Dates {
  state: ContractState
  created_at: string
  signed_on: string | null
  submitted_at: string | null
  accepted_at: string | null
  review_due_at: string | null
  registered_at: string | null
  cancelled_at: string | null
}

/** The life of a contract as a row of steps, and which of them is present. */
export function stateSteps(contract: Dates, t: T): { steps: StateStep[]; present: number } {
  const { state } = contract
  const stopped = state === 'returned' || state === 'refused' || state === 'cancelled'
  const steps: StateStep[] = [
    { label: t('contract.step.draft'), at: contract.created_at },
    { label: t('contract.step.sign'), at: state === 'draft' ? null : contract.signed_on },
    { label: t('contract.step.submit'), at: contract.submitted_at },
    {
      label: t('contract.step.review'),
      at: contract.accepted_at,
      deadline: state === 'under_review' ? contract.review_due_at : null,
    },
    { label: t('contract.step.register'), at: contract.registered_at },
  ]
  const index = present[state]
  if (stopped)
    steps[index] = { label: t(`contract.state.${state}`), at: contract.cancelled_at ?? steps[index]!.at, stopped: true }
  return { steps, present: index }
}
