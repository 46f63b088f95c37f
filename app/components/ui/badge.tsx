import type { ReactNode } from 'react'
import { classes } from '~/components/classes'
import { useText } from '~/i18n'
import { toneOfVerdict } from './tone'
import type { Tone, Verdict } from './tone'

const tones: Record<Tone, string> = {
  plain: 'border-line bg-paper text-quiet',
  working: 'border-transparent bg-river-tint text-river',
  good: 'border-transparent bg-met-tint text-met',
  bad: 'border-transparent bg-seal-tint text-seal',
  waiting: 'border-transparent bg-wait-tint text-wait',
}

/** A word about a thing: its state, a tag, a verdict. */
export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={classes(
        'numbers inline-block rounded-sm border px-1.5 text-small whitespace-nowrap print:border-line',
        tones[tone],
      )}
    >
      {children}
    </span>
  )
}

export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  const { t } = useText()
  return <Badge tone={toneOfVerdict[verdict]}>{t(`common.verdict.${verdict}`)}</Badge>
}

interface VerdictCountsProps {
  met: number
  missed: number
  unknown: number
}

/** `3 条达标 · 1 条未达标 · 1 条未说明`; one word when all are alike. */
export function VerdictCounts({ met, missed, unknown }: VerdictCountsProps) {
  const { t } = useText()
  if (met > 0 && missed === 0 && unknown === 0)
    return <Badge tone="good">{t('common.verdict.all_met', { count: met })}</Badge>
  return (
    <span className="inline-flex flex-wrap gap-1">
      {met > 0 && <Badge tone="good">{t('common.verdict.count_met', { count: met })}</Badge>}
      {missed > 0 && <Badge tone="bad">{t('common.verdict.count_missed', { count: missed })}</Badge>}
      {unknown > 0 && <Badge tone="waiting">{t('common.verdict.count_unknown', { count: unknown })}</Badge>}
    </span>
  )
}
