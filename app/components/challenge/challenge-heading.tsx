import type { ReactNode } from 'react'
import { PageHeading } from '~/components/layout/page-heading'
import { Badge } from '~/components/ui/badge'
import { StateLine } from '~/components/ui/state-line'
import type { ChallengeView } from '~/domain/challenge/views'
import { useText } from '~/i18n'
import { stateSteps } from './state-steps'

interface ChallengeHeadingProps {
  challenge: ChallengeView
  breadcrumb: readonly { label: string; to?: string }[]
  actions?: ReactNode
}

/** Number, title, tags, poser and state line of a challenge. */
export function ChallengeHeading({ challenge, breadcrumb, actions }: ChallengeHeadingProps) {
  const { t } = useText()
  const { steps, present } = stateSteps(challenge, t)
  return (
    <>
      <PageHeading
        title={challenge.title}
        breadcrumb={breadcrumb}
        actions={actions}
        meta={
          <>
            {challenge.kind === 'scenario' && <Badge>{t('challenge.kind.scenario')}</Badge>}
            {challenge.field && <Badge>{t(`common.field.${challenge.field}`)}</Badge>}
            {challenge.tags.map((tag) => (
              <Badge key={tag}>{tag}</Badge>
            ))}
            <span>{t('challenge.heading.poser', { name: challenge.poser.name })}</span>
          </>
        }
      />
      <StateLine label={t('challenge.heading.life')} steps={steps} present={present} />
    </>
  )
}
