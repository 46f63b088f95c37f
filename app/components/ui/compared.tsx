import type { ReactNode } from 'react'
import { classes } from '~/components/classes'
import { Badge } from './badge'
import { toneOfVerdict } from './tone'
import type { Verdict } from './tone'

interface ComparedProps {
  value: ReactNode
  verdict: Verdict
  /** `+3.8%`, 覆盖, 低温差 10 ℃ */
  difference: ReactNode
  /** The best of its row. */
  best?: boolean
}

/** A committed figure in a cell of the comparison: value, and how it stands to what is required. */
export function Compared({ value, verdict, difference, best = false }: ComparedProps) {
  return (
    <span className="inline-flex flex-wrap items-baseline justify-end gap-x-1.5">
      <span className={classes(best && 'font-semibold')}>{value}</span>
      <Badge tone={toneOfVerdict[verdict]}>{difference}</Badge>
    </span>
  )
}
