/** How a target's value is to be read: at least, at most, exactly, or a range that must be covered whole. */
export type Comparator = '>=' | '<=' | '=' | 'between'

/** One measurable requirement of a challenge (技术指标). `value` and `valueTo` are in `unit`; `valueTo` only with `between`. */
export interface Target {
  name: string
  comparator: Comparator
  value: number
  valueTo?: number | null
  unit: string
  /** false: wished for (期望), not required */
  must: boolean
}

/** One figure that a listing states in its fields (性能参数), in `unit`. */
export interface Metric {
  name: string
  value: number | [number, number]
  unit: string
  condition?: string
}

/** One technical figure read from text, or taken from a metric. */
export interface Figure {
  /** the words that name the quantity; '' when none was found */
  name: string
  /** in `unit`; for ±x the x with `plusMinus` set */
  value: number | [number, number]
  /** as written; '' for a bare number */
  unit: string
  /** what the words around the figure say of it; null when they state it plainly */
  comparator: '>=' | '<=' | '>' | '<' | 'better' | null
  plusMinus: boolean
  approximate: boolean
  /** set when the figure is a change (提升 30 %, 下降两成), not a level */
  change: 'up' | 'down' | null
  /** set when the words make it a condition of another figure (80 ℃ 下, 在 1.4 m 宽幅上) */
  condition: boolean
  /** the words of the clause straight before and straight after the figure, without other figures */
  before: string
  after: string
  /** the comma clause in which it stands, and the sentence; for a metric both are its name and condition */
  clause: string
  sentence: string
  /** UTF-16 offsets of number and unit in the text; −1 for a metric */
  start: number
  end: number
  source: 'text' | 'metric'
}

/** met 达标, missed 未达标, unknown 未说明 */
export type Verdict = 'met' | 'missed' | 'unknown'

/** How a figure was brought to the target's unit. */
export type AlignmentNote =
  | 'direct'
  | 'converted'
  | 'complement'
  | 'reciprocal'
  | 'relative'
  | 'per_named_unit'
  | 'counted'
  | 'aqueous'
  | 'gaseous'

/** One target held against a listing. `converted` is in the target's unit; `sentence` is the text that shows it. */
export interface TargetVerdict {
  verdict: Verdict
  figure: Figure | null
  converted: number | [number, number] | null
  sentence: string | null
  note?: AlignmentNote
  /**
   * Of an unknown: how likely some figure that cannot be called the target's for sure speaks of it after all, and would meet or miss it.
   * For ranking alone; nobody is told a verdict on it.
   */
  leaning?: { met: number; missed: number }
}

/** What a listing states: its metrics, and its text (title and abstract, say). */
export interface ListingFacts {
  metrics?: readonly Metric[] | null
  text: string
}
