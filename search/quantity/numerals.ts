import { tidy } from './unit'

/** A number found at an offset: its value and where it ends. */
export interface Numeral {
  value: number
  end: number
  /** a fraction written in words (万分之三): it needs no unit */
  share: boolean
  /** written with Chinese digits (三, 五百) */
  han: boolean
  /** written with 万, 亿 and the like behind the digits, or as 翻一番: a number without doubt */
  multiplied: boolean
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/**
 * Makes a text easy to read without changing its length, so that offsets stay true:
 * full-width ASCII, the minus signs, µ. The Chinese comma stays.
 */
export function fold(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\u00a0\u2009\u2002\u202f−﹣µ∼〜˜“”⁓≧≦⩾⩽＊⋅•∙∶]/g, (c) => {
    if (c === '，') return c
    const code = c.charCodeAt(0)
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
    if (code === 0x3000 || code === 0xa0 || (code >= 0x2002 && code <= 0x2009) || code === 0x202f) return ' '
    if (c === '∶') return ':'
    if (c === '−' || c === '﹣') return '-'
    if (c === 'µ') return 'μ'
    if (c === '≧' || c === '⩾') return '≥'
    if (c === '≦' || c === '⩽') return '≤'
    if (c === '“' || c === '”') return c
    if (c === '⋅' || c === '•' || c === '∙') return '·'
    return '~'
  })
}

const arabic = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/y
const exponentMarks = /[ ]?[×xX*·][ ]?10(?:\^?\(?(-?\d+)\)?|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))|[eE]([-+]?\d+)(?![\dA-Za-z])/y
const bareTenPower = /10(?:\^\(?(-?\d+)\)?|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))/y
const multiplier =
  /[ ]?(百万|千万|万亿|千亿|百亿|十亿|十万|万|亿|千(?!克|米|瓦|帕|伏|安|赫|牛|卡|焦|吨|乏|字节|比特|兆))/y
const multiplierValue: Readonly<Record<string, number>> = { 百万: 1e6, 千万: 1e7, 万亿: 1e12, 千亿: 1e11, 百亿: 1e10, 十亿: 1e9, 十万: 1e5, 万: 1e4, 亿: 1e8, 千: 1e3 } // prettier-ignore
const shareWords = /(百|千|万|十万|百万|千万|亿|十亿|[二三四五六七八九十两]+)分之/y
const shareValue: Readonly<Record<string, number>> = { 百: 1e2, 千: 1e3, 万: 1e4, 十万: 1e5, 百万: 1e6, 千万: 1e7, 亿: 1e8, 十亿: 1e9 } // prettier-ignore
const hanNumber = /[零〇一二两三四五六七八九十百千万亿半]+(?:点[零〇一二三四五六七八九]+)?/y
const tenths = /([一二两三四五六七八九])成([一二三四五六七八九半])?(?![立为本分功员果长形膜套品型熟像绩交因虫])/y
/** 三个九, 5个9: the nines of a share */
const nines = /(\d|[一二两三四五六七八九十])个(?:9|九)(?![\d.十百千万亿年月点成寨])/y
/** 翻一番, 翻了两番: doubled, and doubled twice */
const doublings = /([一二两三四五])番/y
/** 两倍半, 三年半, 一个半小时: what stands behind the measure adds a half to the number before it */
const halfMore = /(?:倍|年(?=半(?!载|后|内|以))|天|小时|周)(?=半)|(个半)(?=小时|月|星期|钟头)/y

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Reads the number that begins at `at` of a folded text, without its sign; null when there is none. */
export function readNumeral(text: string, at: number): Numeral | null {
  const c = text.charCodeAt(at)
  if (c >= 48 && c <= 57) return readArabic(text, at)
  if (c < 0x3007) return null
  const share = match(shareWords, text, at)
  if (share) {
    const rest = readNumeral(text, at + share[0].length)
    const whole = shareValue[share[1]!] ?? hanValue(share[1]!)
    if (rest && whole) return { ...rest, value: tidy(rest.value / whole), share: true, han: false }
    return null
  }
  const tenth = match(tenths, text, at)
  if (tenth) {
    const value = digit(tenth[1]!) * 0.1 + (tenth[2] === '半' ? 0.05 : tenth[2] ? digit(tenth[2]) * 0.01 : 0)
    return { value: tidy(value), end: at + tenth[0].length, share: true, han: false, multiplied: false }
  }
  const nine = match(nines, text, at)
  if (nine) return readNines(nine, at)
  const doubling = /番/.test(text.slice(at, at + 2)) && /翻了?$/.test(text.slice(Math.max(0, at - 2), at))
  if (doubling) {
    const value = 2 ** digit(match(doublings, text, at)?.[1] ?? '一')
    return { value, end: at + 2, share: false, han: false, multiplied: true }
  }
  const words = match(hanNumber, text, at)
  if (!words) return null
  const value = hanValue(words[0])
  if (value === null) return null
  return withHalf(text, { value, end: at + words[0].length, share: false, han: true, multiplied: false })
}

function readNines(found: RegExpExecArray, at: number): Numeral {
  const count = /\d/.test(found[1]!) ? Number(found[1]) : hanValue(found[1]!)!
  return { value: tidy(1 - 10 ** -count), end: at + found[0].length, share: true, han: false, multiplied: false }
}

function withHalf(text: string, numeral: Numeral): Numeral {
  const half = match(halfMore, text, numeral.end)
  if (!half || !Number.isInteger(numeral.value)) return numeral
  return { ...numeral, value: numeral.value + 0.5, end: numeral.end + (half[1]?.length ?? 0) }
}

function readArabic(text: string, at: number): Numeral | null {
  const power = match(bareTenPower, text, at)
  if (power) {
    return {
      value: tidy(10 ** exponent(power)),
      end: at + power[0].length,
      share: false,
      han: false,
      multiplied: false,
    }
  }
  const nine = match(nines, text, at)
  if (nine) return readNines(nine, at)
  const digits = match(arabic, text, at)
  if (!digits) return null
  let value = Number(digits[0].replaceAll(',', ''))
  let end = at + digits[0].length
  let multiplied = false
  const marks = match(exponentMarks, text, end)
  if (marks) {
    value = tidy(value * 10 ** exponent(marks))
    end += marks[0].length
  }
  const by = match(multiplier, text, end)
  if (by && !/^分之/.test(text.slice(end + by[0].length, end + by[0].length + 2))) {
    value = tidy(value * multiplierValue[by[1]!]!)
    end += by[0].length
    multiplied = true
  }
  return withHalf(text, { value, end, share: false, han: false, multiplied })
}

function exponent(groups: RegExpExecArray): number {
  const plain = groups[1] ?? groups[3]
  if (plain !== undefined) return Number(plain)
  const digits = [...groups[2]!].map((c) => (c === '⁻' ? '-' : c === '⁺' ? '' : String(superscripts.indexOf(c))))
  return Number(digits.join(''))
}

function digit(c: string): number {
  return c === '两' ? 2 : c === '〇' ? 0 : '零一二三四五六七八九'.indexOf(c)
}

/** 三百二十 → 320, 三百五 → 350, 一点五 → 1.5, 半 → 0.5; null for what is no number (百 alone counts as 100). */
export function hanValue(words: string): number | null {
  if (words === '半') return 0.5
  const [whole, fraction] = words.split('点') as [string, string?]
  if (whole.includes('半')) return null
  let total = 0
  let section = 0
  let current = 0
  let pending = false
  for (const c of whole) {
    const unit = c === '十' ? 10 : c === '百' ? 100 : c === '千' ? 1000 : c === '万' ? 1e4 : c === '亿' ? 1e8 : 0
    if (unit === 0) {
      const d = digit(c)
      if (d < 0) return null
      current = pending && d !== 0 ? current * 10 + d : d
      pending = true
    } else if (unit < 1e4) {
      section += (pending ? current : 1) * unit
      current = 0
      pending = false
    } else {
      total = (total + section + current || 1) * unit
      section = 0
      current = 0
      pending = false
    }
  }
  // 三百五 is 350 and 两万三 is 23,000; 三百零五 is 305
  const last = /([百千万亿])[一二两三四五六七八九]$/.exec(whole)?.[1]
  if (last && fraction === undefined) current *= { 百: 10, 千: 100, 万: 1e3, 亿: 1e7 }[last]!
  const decimals = fraction ? Number(`0.${[...fraction].map(digit).join('')}`) : 0
  return tidy(total + section + current + decimals)
}
