import { Section } from '~/components/layout/section'
import { Facts } from '~/components/ui/facts'
import { Money } from '~/components/ui/money'
import { TargetStrips } from '~/components/ui/target-strip'
import type { BidText } from '~/domain/bid/queries.server'
import type { ComparedCommitment } from '~/domain/award/compared'
import type { StripTarget } from '~/components/ui/strip-scale'
import { useText } from '~/i18n'

type Target = StripTarget & { position: number }

interface BidTextViewProps {
  text: BidText
  targets: readonly Target[]
  /** By target, where the commitments were held against what is required. */
  compared: readonly ComparedCommitment[]
}

/** A bid in full: price, date, commitments, plan, team. */
export function BidTextView({ text, targets, compared }: BidTextViewProps) {
  const { t } = useText()
  return (
    <>
      <div className="mb-6 max-w-form">
        <Facts
          layout="start"
          rows={[
            { term: t('bid.text.price'), value: <Money fen={text.price_fen} />, strong: true },
            { term: t('bid.text.delivery'), value: text.delivery_date },
          ]}
        />
      </div>
      {targets.length > 0 && (
        <Section title={t('bid.text.commitments')}>
          <TargetStrips
            label={t('bid.text.commitments')}
            counted
            rows={targets.map((target, index) => ({
              target,
              figures: [
                {
                  kind: 'committed' as const,
                  value: compared[index]?.value ?? null,
                  verdict: compared[index]?.verdict ?? 'unknown',
                  difference: compared[index]?.difference ?? null,
                  original: compared[index]?.value == null ? t('bid.text.no_value') : null,
                },
              ],
              note: compared[index]?.note,
            }))}
          />
        </Section>
      )}
      <Section title={t('bid.text.plan')}>
        <p className="prose">{text.plan}</p>
      </Section>
      <Section title={t('bid.text.team')}>
        <p className="prose">{text.team}</p>
      </Section>
    </>
  )
}
