import { Badge } from '~/components/ui/badge'
import type { Tone } from '~/components/ui/tone'
import type { JudgeRow } from '~/domain/evaluation/queries.server'
import { useText } from '~/i18n'

const tones: Record<JudgeRow['state'], Tone> = {
  invited: 'waiting',
  accepted: 'working',
  submitted: 'good',
  declined: 'plain',
  replaced: 'plain',
}

export function JudgeState({ state }: { state: JudgeRow['state'] }) {
  const { t } = useText()
  return <Badge tone={tones[state]}>{t(`evaluation.state.${state}`)}</Badge>
}
