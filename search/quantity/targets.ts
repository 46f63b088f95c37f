import { parseFigures } from './figures'
import { betterDirection } from './profile'
import type { Comparator, Figure, Target } from './types'
import { parseUnit } from './unit'
import { trimName } from './wording'

const wished =
  /最好|优先|期望|若能|如能|更好|为佳|加分|可选|争取|力争|尽量|为宜|prefer|desir|ideally|nice to have|optional/i
const aboutNow = /现在|目前|现有|原来|去年|如今|只有|只剩|实测只|currently|at present|today/i
const demanding = /要求|必须|须|应当?|需要?|要能|做到|达到|保证|确保|满足|能测|能支持|不少|must|shall|should|required?/i

/**
 * Reads the requirements of a pasted paragraph, in the order of the text; the person confirms them in the form.
 * A figure is a requirement when a comparator, a wish or a demand stands with it and it does not tell how things are
 * today. Units as written; `must` is false where the clause only wishes (最好, 优先, 期望, 若能).
 */
export function parseTargets(text: string): Target[] {
  const targets: Target[] = []
  const figures = parseFigures(text)
  const bound = new Set(figures.filter((figure) => figure.comparator !== null).map((figure) => figure.clause))
  for (const figure of figures) {
    const target = asTarget(figure, bound.has(figure.clause))
    if (target && !targets.some((other) => other.name === target.name && other.unit === target.unit))
      targets.push(target)
  }
  return targets
}

function asTarget(figure: Figure, besideBound: boolean): Target | null {
  if (aboutNow.test(figure.clause)) return null
  const must = !wished.test(figure.clause)
  const unit = figure.unit === '' ? '1' : figure.unit
  if (typeof figure.value !== 'number') {
    const name = rangeName(figure)
    if (figure.unit === '' || name === '' || (figure.condition !== isTemperature(unit) && figure.condition)) return null
    return { name, comparator: 'between', value: figure.value[0], valueTo: figure.value[1], unit, must }
  }
  const seen = smallestSeen(figure)
  if (seen) return { name: seen, comparator: '<=', value: figure.value, unit, must }
  const aside = figure.clause.includes(`(${figure.before}`) || /^\s*为止/.test(figure.after)
  if ((figure.condition || aside) && figure.comparator === null) return null
  const name = requirementName(figure)
  if (name.length < 2) return null
  const comparator = requirementOf(figure, name, besideBound)
  return comparator && { name, comparator, value: figure.value, unit, must }
}

function requirementName(figure: Figure): string {
  const name = trimName(figure.name)
  if (figure.change === 'down') return `${trimName(name.replace(/(下降|降低|减少|缩短|节省|节约)$/, ''))}降幅`
  if (figure.change === 'up')
    return `${trimName(name.replace(/(提升|提高|增加|增长|改善)$/, ''))}增幅`.replace('幅增幅', '幅')
  if (/\d/.test(name) && /^(cycles?|times)$/.test(figure.unit)) return 'cycle life'
  const plain = name.replace(/(提高|提升|增加|降低|下降|减少|缩短|升高|延长)$/, '')
  if (/次$|cycles?$/.test(figure.unit) && /循环$/.test(plain)) return `${plain}次数`
  return plain
}

function rangeName(figure: Figure): string {
  if (!isTemperature(figure.unit)) return trimName(figure.name)
  const words = figure.before + figure.after
  const named = trimName(figure.before)
  if (/温/.test(named) && named.length > 2) return named
  return /工作|运行|使用|环境|充放|刻度/.test(words) ? '工作温度范围' : '温度范围'
}

function isTemperature(unit: string): boolean {
  return parseUnit(unit)?.key === 'K^1'
}

/** '50 µm 的缺陷要能看到', '能识别 0.3 mm 裂纹': the smallest thing that must be seen. */
function smallestSeen(figure: Figure): string | null {
  const unit = parseUnit(figure.unit)
  if (!unit || !/^m\^[12]$/.test(unit.key)) return null
  const behind =
    /^\s*(?:以上)?的?([^,，]{1,6}?)(?:也?都?[要须应需])?能?(?:看到|看见|看清|检出|识别|分辨|发现|测出)/.exec(
      figure.after,
    )
  const ahead = /(?:检出|识别出?|分辨|发现|看清)$/.test(figure.before)
    ? /^\s*(?:以上)?的?([^,，]{1,6})/.exec(figure.after)
    : null
  const thing = behind?.[1] ?? ahead?.[1]
  return thing ? `最小可检${thing}${unit.key === 'm^2' ? '面积' : '尺寸'}` : null
}

function shareOf(figure: Figure): number | null {
  const unit = parseUnit(figure.unit)
  return unit?.tag === 'ratio' && typeof figure.value === 'number' ? figure.value * unit.factor : null
}

function requirementOf(figure: Figure, name: string, besideBound: boolean): Comparator | null {
  const better = betterDirection(name, shareOf(figure))
  switch (figure.comparator) {
    case '>=':
    case '>':
      return '>='
    case '<=':
    case '<':
      return '<='
    case 'better':
      return better === '>' ? '>=' : '<='
    case null: {
      if (figure.plusMinus) return '<='
      if (!wished.test(figure.clause) && !demanding.test(figure.clause) && !besideBound) return null
      if (figure.change) return '>='
      return better === '' ? null : better === '>' ? '>=' : '<='
    }
  }
}
