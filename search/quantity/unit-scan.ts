import { atoms } from './unit-table'
import { parseUnit } from './unit'

/** Symbols that are units only in a field of their own, never where they happen to follow a number in prose. */
const notInProse = new Set(['1', 'x', 'X', '×', 'in', 'ft', '分', '时', '平', '道', '重', '度', '丝', '回', '角', '班', '线', '面', '点', '位', '代', '节', '组', '对', '目', '模', '门', '层', '行', '架', '场', '段', '车', '包', '阶', '折', '维', '核', '样', '塔', '跳', '网格', '项', '支', '座', '副', '细胞', 'M', 'P', 'Da', 'cp', 'day', 'cell', 'b', 'B', 'F', 'H', 'S', 'T', 'l', '斤', '法', '欧', '安', '亨', '焦', '巴', '摩', '赫', '牛', '工单', '靶', '芯', '卷', '单', '字', '周', '线对', '匝', '株系', '循环']) // prettier-ignore
/** …of which these may stand behind Arabic digits. */
const behindDigits = new Set(['周', '重', '项', '层', '级', '点', '位', '组', '对', '目', '维', '核', '节', '道', '阶', '支', '座', '副', '平', '字', '线对', 'M', '斤', '循环', 'T', 'H', 'F', 'S', 'B', '工单', '网格', 'in', '度', '代', '座', '样', '卷', '车', '单', '门']) // prettier-ignore

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\/·]/g, '\\$&')
const symbols = [...atoms.keys()].sort((a, b) => b.length - a.length)
const latinEnd = /[A-Za-zΩμε]$/
const alternatives = (keep: (symbol: string) => boolean) =>
  symbols
    .filter(keep)
    .map((symbol) => escape(symbol) + (latinEnd.test(symbol) ? '(?![A-Za-zα-ω])' : ''))
    .join('|')
const powerOf = '(?:\\^\\(?-?\\d(?:\\/2)?\\)?|[⁻]?[¹²³⁴½]|[23](?![\\d.]))?'
const qualifierOf = '(?:\\(A\\)|-(?:TEQ|N|P)(?![A-Za-z])|(?:CO2e?q?|TEQ|KOH)(?![A-Za-z]))?'
const first = (keep: (symbol: string) => boolean) =>
  `(?:(?:vol|wt|at|mol)\\.?)?(?:${alternatives(keep)})${powerOf}${qualifierOf}(?:[ ]?(?:F\\.?S\\.?|RH|满量程)(?![A-Za-z]))?`
const later = `(?:√?(?:\\d{2,4})?(?:万|千|百)?(?:${alternatives((symbol) => symbol !== '1' && symbol !== 'x' && symbol !== 'X' && symbol !== '×')})${powerOf}${qualifierOf})`
const tail = `(?:(?:[ ]?[·*⋅][ ]?${later})|(?:[ ]?(?:\\/|每(?=平方|立方|[千毫微厘]|[升克米秒]|小时|分钟))[ ]?(?:${later}|\\(${later}(?:[·*⋅ ]${later})*\\)))|(?:[ ](?:${later})(?:⁻[¹²³]|\\^-\\d)))*`
const hanMultiplier = '(?:(?:万|亿|千|百万)(?=[a-zA-Z元次件个只片台套吨平立条张株头人]))?'

const behindArabic = new RegExp(
  `[ ]?${hanMultiplier}${first((symbol) => !notInProse.has(symbol) || behindDigits.has(symbol))}${tail}`,
  'y',
)
const behindHan = new RegExp(
  `${hanMultiplier}${first((symbol) => !notInProse.has(symbol) && /^[^A-Za-z]/.test(symbol))}${tail}`,
  'y',
)
const behindHanLatin = new RegExp(
  `[ ]?(?:${alternatives((symbol) => /^(mm|cm|m|km|μm|nm|kg|g|t|h|min|s|d|MPa|kPa|kW|MW|V|A|%|℃|°C|dB|L|mL)$/.test(symbol))})${tail}`,
  'y',
)

/** The unit that begins at `at` of a folded text: as written, and where it ends; null when none does. */
export function scanUnit(text: string, at: number, han: boolean): { unit: string; end: number } | null {
  for (const pattern of han ? [behindHan, behindHanLatin] : [behindArabic]) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (!found || found[0].trim() === '') continue
    const unit = found[0].trim()
    if (parseUnit(unit)) return { unit, end: at + found[0].length }
  }
  return null
}
