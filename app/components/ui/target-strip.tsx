import type { ReactNode } from 'react'
import { classes } from '~/components/classes'
import { formatPercent, useText } from '~/i18n'
import type { T } from '~/i18n'
import { VerdictBadge, VerdictCounts } from './badge'
import { NumberLine } from './number-line'
import { formatFigure, formatFigureOrRange } from './strip-scale'
import type { StripTarget } from './strip-scale'
import type { Verdict } from './tone'

export type FigureKind = 'stated' | 'committed' | 'measured'

/** What one side says of a target. */
export interface StripFigure {
  kind: FigureKind
  /** In the target's unit; null: nothing is said. */
  value: number | [number, number] | null
  verdict: Verdict
  /** As written, where that differs: `0.41 kWh/kg`. */
  original?: string | null
  /** Signed share by which it is better (+) or worse (−) than required. */
  difference?: number | null
}

export interface TargetStripProps {
  target: StripTarget
  /** None on a challenge's own page; the last in the order stated, committed, measured decides the verdict shown. */
  figures?: readonly StripFigure[]
  /** A remark under the figure: the sentence read, a test report. */
  note?: ReactNode
}

const order: FigureKind[] = ['stated', 'committed', 'measured']

/** `≥ 400 Wh/kg`, `覆盖 −20~60 ℃` */
export function requirementText(t: T, target: StripTarget): string {
  const unit = target.unit ? ` ${target.unit}` : ''
  if (target.comparator === 'between') {
    const [from, to] = [target.value, target.valueTo ?? target.value].sort((a, b) => a - b)
    return t('common.strip.cover', { from: formatFigure(from!), to: formatFigure(to!), unit })
  }
  const sign = { '>=': '≥', '<=': '≤', '=': '=' }[target.comparator]
  return `${sign} ${formatFigure(target.value)}${unit}`
}

/** A figure without the ways of typing it: half or full width, hyphen or minus, micro sign or mu, commas and spaces. */
const asRead = (text: string) => text.normalize('NFKC').replace(/[−–]/g, '-').replace(/[\s,]/g, '')

function figureText(t: T, target: StripTarget, figure: StripFigure): string {
  if (figure.value === null) return figure.original || t('common.strip.nothing')
  const value = `${formatFigureOrRange(figure.value)}${target.unit ? ` ${target.unit}` : ''}`
  return figure.original && asRead(figure.original) !== asRead(value) ? `${figure.original} = ${value}` : value
}

/** One target: what is required, what is stated, committed or measured, and whether that meets it. */
export function TargetStrip({ target, figures = [], note }: TargetStripProps) {
  const { t } = useText()
  const sorted = [...figures].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  const deciding = sorted.at(-1) ?? null
  const requirement = requirementText(t, target)
  const said = sorted.map((figure) => `${t(`common.strip.kind.${figure.kind}`)} ${figureText(t, target, figure)}`)
  const spoken = [t('common.strip.required', { requirement }), ...said]
  if (deciding) spoken.push(t(`common.verdict.${deciding.verdict}`))
  return (
    <li data-bare={deciding ? undefined : true} className="strip border-b border-line last:border-b-0">
      <div className="strip-name">
        <span>
          {target.name}
          {deciding && !target.must && <span className="text-small text-quiet">{t('common.strip.wished_mark')}</span>}
        </span>
        <span className="numbers text-small text-quiet">{t('common.strip.required', { requirement })}</span>
      </div>
      <div className="strip-line">
        <NumberLine target={target} figures={sorted} label={spoken.join(t('common.list_separator'))} />
      </div>
      {deciding && (
        <div className="strip-figure numbers">
          {sorted.map((figure) => (
            <div key={figure.kind} className={classes(figure !== deciding && 'text-small text-quiet')}>
              {sorted.length > 1 && (
                <span className="text-small text-quiet">{t(`common.strip.kind.${figure.kind}`)} </span>
              )}
              {figureText(t, target, figure)}
              {figure.difference !== undefined && figure.difference !== null && figure.difference !== 0 && (
                <span className="text-small text-quiet"> {formatPercent(figure.difference, { signed: true })}</span>
              )}
            </div>
          ))}
          {note && <div className="text-small text-quiet">{note}</div>}
        </div>
      )}
      <div className="strip-verdict">
        {deciding ? (
          <VerdictBadge verdict={deciding.verdict} />
        ) : (
          <span className={classes(!target.must && 'text-quiet')}>
            {t(target.must ? 'common.strip.must' : 'common.strip.wished')}
          </span>
        )}
      </div>
    </li>
  )
}

interface TargetStripsProps {
  rows: readonly TargetStripProps[]
  /** Names the list to those who do not see it. */
  label: string
  /** The count of verdicts above the rows. */
  counted?: boolean
}

export function TargetStrips({ rows, label, counted = false }: TargetStripsProps) {
  const count = { met: 0, missed: 0, unknown: 0 }
  for (const row of rows) {
    const deciding = [...(row.figures ?? [])].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)).at(-1)
    if (deciding) count[deciding.verdict] += 1
  }
  return (
    <div className="strips">
      {counted && (
        <div className="mb-1">
          <VerdictCounts {...count} />
        </div>
      )}
      <ul aria-label={label}>
        {rows.map((row, index) => (
          <TargetStrip key={`${row.target.name}-${index}`} {...row} />
        ))}
      </ul>
    </div>
  )
}
