import { Badge } from '~/components/ui/badge'
import type { Tone } from '~/components/ui/tone'
import type { ContractState } from '#db/schema'
import { useText } from '~/i18n'

const tones: Record<ContractState, Tone> = {
  draft: 'plain',
  signed: 'working',
  submitted: 'waiting',
  under_review: 'waiting',
  returned: 'bad',
  registered: 'good',
  refused: 'bad',
  cancelled: 'plain',
}

export function ContractBadge({ state }: { state: ContractState }) {
  const { t } = useText()
  return <Badge tone={tones[state]}>{t(`contract.state.${state}`)}</Badge>
}
