import type { ReactNode } from 'react'
import { Section } from '~/components/layout/section'
import { TargetStrips } from '~/components/ui/target-strip'
import type { ChallengeView } from '~/domain/challenge/views'
import { useText } from '~/i18n'

const Prose = ({ children }: { children: string }) => <p className="max-w-text whitespace-pre-line">{children}</p>

/** What is asked for: the statement, its targets as strips, and what is to be delivered. `extra` stands after the targets. */
export function ChallengeText({ challenge, extra }: { challenge: ChallengeView; extra?: ReactNode }) {
  const { t } = useText()
  return (
    <>
      <Section title={t('challenge.text.requirement')}>
        <Prose>{challenge.requirement}</Prose>
      </Section>
      {challenge.targets.length > 0 && (
        <Section title={t('challenge.text.targets')} count={challenge.targets.length}>
          <div className="panel px-4">
            <TargetStrips
              label={t('challenge.text.targets')}
              rows={challenge.targets.map(({ value_to, ...target }) => ({ target: { ...target, valueTo: value_to } }))}
            />
          </div>
        </Section>
      )}
      {extra}
      {(['background', 'deliverables', 'eligibility'] as const).map(
        (part) =>
          challenge[part] && (
            <Section key={part} title={t(`challenge.text.${part}`)}>
              <Prose>{challenge[part]}</Prose>
            </Section>
          ),
      )}
    </>
  )
}
