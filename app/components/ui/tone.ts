/** What a colour says; never said by colour alone. */
export type Tone = 'plain' | 'working' | 'good' | 'bad' | 'waiting'

/** met 达标, missed 未达标, unknown 未说明 */
export type Verdict = 'met' | 'missed' | 'unknown'

export const toneOfVerdict: Record<Verdict, Tone> = { met: 'good', missed: 'bad', unknown: 'waiting' }

export const inkOfTone: Record<Tone, string> = {
  plain: 'text-ink',
  working: 'text-river',
  good: 'text-met',
  bad: 'text-seal',
  waiting: 'text-wait',
}
