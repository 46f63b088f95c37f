import { parseFigures } from './figures'
import { fold } from './numerals'
import { betterDirection } from './profile'
import type { Comparator, Figure, Target } from './types'
import { parseUnit } from './unit'
import { trimName } from './wording'

/** Why a line is no target: nothing on it, no number, no name, a unit not understood, a range with one end, more than one figure. */
export type TargetLineError = 'empty' | 'no_number' | 'no_name' | 'unknown_unit' | 'half_range' | 'two_figures'

const wished =
  /最好|优先|期望|若能|如能|更好|希望能|加分|可选|争取|力争|尽量|宜|preferred|desired|ideally|nice to have|optional/i

/** Reads the requirements of a pasted paragraph; the person confirms them in the form. Units as written; must is false for wishes. */
export function parseTargets(text: string): Target[] {
  const targets: Target[] = []
  const figures = parseFigures(text)
  figures.forEach((figure, i) => {
    const target = asTarget(figure, figures[i - 1] ?? null)
    if (target && !targets.some((other) => other.name === target.name && other.unit === target.unit))
      targets.push(target)
  })
  return targets
}

function asTarget(figure: Figure, previous: Figure | null): Target | null {
  void previous
  const name = trimName(figure.name)
  if (name.length < 2 || figure.unit === '') return null
  const comparator = requirementOf(figure, name)
  if (!comparator) return null
  const must = !wished.test(figure.clause)
  if (typeof figure.value !== 'number') {
    return { name, comparator: 'between', value: figure.value[0], valueTo: figure.value[1], unit: figure.unit, must }
  }
  return { name, comparator, value: figure.value, unit: figure.unit, must }
}

function requirementOf(figure: Figure, name: string): Comparator | null {
  if (typeof figure.value !== 'number') return 'between'
  switch (figure.comparator) {
    case '>=':
    case '>':
      return '>='
    case '<=':
    case '<':
      return '<='
    case 'better':
      return betterDirection(name) === '>' ? '>=' : '<='
    case null:
      return null
  }
}

/** Reads one line of the form, such as '能量密度 >= 400 Wh/kg' or '成组压力 不大于 2 MPa（期望）'. */
export function parseTargetLine(line: string): Target | { error: TargetLineError } {
  const text = fold(line).trim()
  if (text === '') return { error: 'empty' }
  const figures = parseFigures(text)
  const figure = figures.at(-1)
  if (!figure) return { error: 'no_number' }
  const target = asTarget({ ...figure, comparator: figure.comparator ?? '>=' }, null)
  if (!target) return { error: parseUnit(figure.unit) ? 'no_name' : 'unknown_unit' }
  return target
}
