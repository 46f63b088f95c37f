import { formatFigure, requiredRegion, scaleOf } from './strip-scale'
import type { StripTarget } from './strip-scale'
import type { StripFigure } from './target-strip'
import type { Verdict } from './tone'

const strokes: Record<Verdict, string> = { met: 'stroke-met', missed: 'stroke-seal', unknown: 'stroke-wait' }
const fills: Record<Verdict, string> = { met: 'fill-met', missed: 'fill-seal', unknown: 'fill-wait' }

const middle = 12
const percent = (share: number) => `${(share * 100).toFixed(2)}%`

interface NumberLineProps {
  target: StripTarget
  figures: readonly StripFigure[]
  /** What the picture says, in words. */
  label: string
}

/** The requirement as a pale band, figures on it as dots or as bars where they are ranges; the ends of the scale are printed. */
export function NumberLine({ target, figures, label }: NumberLineProps) {
  const shown = figures.filter((figure) => figure.value !== null)
  const scale = scaleOf(
    target,
    shown.map((figure) => figure.value!),
  )
  const [low, high] = requiredRegion(target)
  const from = Number.isFinite(low) ? scale.place(low) : 0
  const to = Number.isFinite(high) ? scale.place(high) : 1
  const boundaries = [low, high].filter((edge, index, all) => Number.isFinite(edge) && all.indexOf(edge) === index)
  return (
    <svg
      role="img"
      aria-label={label}
      width="100%"
      height="38"
      className="numbers block overflow-visible"
      data-scale={scale.kind}
    >
      <line x1="0" x2="100%" y1={middle} y2={middle} className="stroke-line" strokeWidth="2" />
      <rect x={percent(from)} width={percent(to - from)} y={middle - 6} height="12" className="fill-band" />
      {boundaries.map((edge) => (
        <line
          key={edge}
          x1={percent(scale.place(edge))}
          x2={percent(scale.place(edge))}
          y1={middle - 8}
          y2={middle + 8}
          className="stroke-met"
          strokeWidth="2"
        />
      ))}
      {shown.map((figure, index) => (
        <FigureMark key={figure.kind} figure={figure} place={scale.place} last={index === shown.length - 1} />
      ))}
      <text x="0" y="36" className="fill-quiet text-small">
        {formatFigure(scale.from)}
      </text>
      <text x="100%" y="36" textAnchor="end" className="fill-quiet text-small">
        {formatFigure(scale.to)}
      </text>
    </svg>
  )
}

/** What decides is filled; what was said before it is hollow. */
function FigureMark({ figure, place, last }: { figure: StripFigure; place: (value: number) => number; last: boolean }) {
  const stroke = strokes[figure.verdict]
  if (typeof figure.value === 'number') {
    return last ? (
      <circle
        cx={percent(place(figure.value))}
        cy={middle}
        r="5"
        className={`${fills[figure.verdict]} stroke-paper`}
        strokeWidth="1.5"
      />
    ) : (
      <circle
        cx={percent(place(figure.value))}
        cy={middle}
        r="4.5"
        className={`fill-paper ${stroke}`}
        strokeWidth="2"
      />
    )
  }
  const [from, to] = figure.value!
  const ends = [percent(place(Math.min(from, to))), percent(place(Math.max(from, to)))]
  const y = last ? middle : middle - 5
  return (
    <g className={stroke} strokeWidth={last ? 4 : 2}>
      <line x1={ends[0]} x2={ends[1]} y1={y} y2={y} />
      {ends.map((end, index) => (
        <line key={index} x1={end} x2={end} y1={y - 5} y2={y + 5} strokeWidth="2" />
      ))}
    </g>
  )
}
