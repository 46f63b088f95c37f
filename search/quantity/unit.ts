import { withoutMatter } from './unit-matter'
import { atoms, multipliers, type Atom, type Tag } from './unit-table'

/** A unit that was understood: value × factor (+ offset) gives the value in base units. */
export interface Unit {
  factor: number
  /** kelvin of the scale's zero; only for a plain temperature (℃), 0 otherwise */
  offset: number
  /** dimension with counted things: '#次^1 s^-1'; equal keys convert into each other */
  key: string
  /** dimension without counted things: 's^-1' */
  physical: string
  /** the counted things alone */
  counted: string
  /** true when nothing but counted things or nothing at all remains */
  pure: boolean
  tag: Tag | null
  /** FS, RH, vol, wt and the like: what a ratio relates to */
  relative: string | null
}

const cache = new Map<string, Unit | null>()
const cacheLimit = 5000

/**
 * Reads a unit as people write it ('Wh/kg', 'mΩ·cm²', '万次', 'W/(m·K)', '毫克每升', '%FS').
 * '' and '1' are the pure number. null when it is not understood.
 */
export function parseUnit(text: string): Unit | null {
  const known = cache.get(text)
  if (known !== undefined) return known
  const unit = readUnit(normalise(text))
  if (cache.size >= cacheLimit) cache.clear()
  cache.set(text, unit)
  return unit
}

/** Superscripts, full width and look-alike letters to one spelling. */
function normalise(text: string): string {
  return text
    .replace(/℃/g, '°C')
    .replace(/㎡/g, 'm²')
    .replace(/㎥/g, 'm³')
    .replace(/″|''|′′/g, '角秒')
    .replace(/′/g, '角分')
    .replace(/^[×x]?\s?10(?=[⁻⁺⁰-⁹¹²³])/, '1e')
    .normalize('NFKC')
    .replace(/[µμ]/g, 'μ')
    .replace(/\u2126/g, 'Ω')
    .replace(/\u2044/g, '/')
    .replace(/\u2236/g, ':')
    .replace(/rad\(Si\)/g, 'radSi')
    .replace(/(HV|HBW|HB|HK)[\d.]+/g, '$1')
    .replace(/rtHz|Hz\^?\(?1\/2\)?|Hz\^?0\.5/g, '√Hz')
    .replace(/度(?=\/(?:s|秒|min|分|h|小时|√|[cm]?m$|厘?米))/g, '°')
    .replace(/(?<=元\/)度|度(?=\/)/g, 'kWh')
    .replace(/[−–]/g, '-')
    .replace(/[⋅•∙‧*]/g, '·')
    .replace(/[(（]([^()]*?)[)）]/g, (_, inner: string) =>
      /^(v\/v|w\/w|体积分数|质量分数|A|STP|g|rms|p-p|峰峰值|有效值|干基|湿基|标态|标况|绝压|表压|以[^)]{1,6}计)$/i.test(
        inner,
      )
        ? ''
        : `(${inner})`,
    )
    .trim()
}

const qualifier =
  /^(vol|wt|at|mol|v\/v|w\/w)\.?\s*(?=[%‰])|(?<=[%‰])\s*(FS|F\.S\.?|RH|RD|R\.?D\.?|wt|vol|at|of rdg|满量程|读数)\.?(?=$|\/)/i
const equivalents = /-(TEQ|N|P|eq)\b/g

interface Sum {
  factor: number
  dims: Record<string, number>
  atoms: Atom[]
}

function readUnit(text: string): Unit | null {
  let relative: string | null = null
  let rest = text
    .replace(qualifier, (word) => {
      relative = word.replace(/[\s.]/g, '').toUpperCase().replace('满量程', 'FS').replace('F.S', 'FS')
      return ''
    })
    .replace(equivalents, '')
    .trim()
  rest = withoutMatter(rest)
  const sum: Sum = { factor: 1, dims: {}, atoms: [] }
  const tenPower = /^(?:[×x]?\s?10\^\(?|1e)([-+]?\d+)\)?\s?/.exec(rest)
  if (tenPower) {
    sum.factor = 10 ** Number(tenPower[1])
    rest = rest.slice(tenPower[0].length)
  }
  if (rest !== '' && !addProduct(rest, 1, sum)) return null
  return finish(sum, relative)
}

/** Adds 'a·b/c' to the sum; what stands behind a slash divides, as in W/m·K read by engineers, up to the next slash. */
function addProduct(text: string, sign: number, sum: Sum): boolean {
  let at = 0
  let direction = sign
  let seen = false
  while (at < text.length) {
    const c = text[at]!
    if (c === '/' || c === '每') {
      direction = -sign
      at += 1
      continue
    }
    if (c === '·' || c === ' ' || c === '.') {
      at += 1
      continue
    }
    if (c === '(') {
      const close = text.indexOf(')', at)
      if (close < 0 || !addProduct(text.slice(at + 1, close), direction, sum)) return false
      at = close + 1
      seen = true
      continue
    }
    const length = addAtom(text, at, direction, sum)
    if (length === 0) return false
    at += length
    seen = true
  }
  return seen
}

const power = /^\^?\(?([-+]?\d(?:\.\d+)?(?:\/2)?)\)?/
const scale = /^(\d+(?:\.\d+)?)(?![\d.])/

/** Adds one atom with its power, number or multiplier at `at`; returns how many characters it took, 0 for none. */
function addAtom(text: string, at: number, direction: number, sum: Sum): number {
  const rest = text.slice(at)
  const number = scale.exec(rest)
  if (number) {
    sum.factor *= Number(number[1]) ** direction
    return number[1]!.length
  }
  if (rest[0] === '√') {
    const taken = matchAtom(rest.slice(1))
    if (!taken) return 0
    include(taken.atom, direction / 2, sum)
    return 1 + taken.length
  }
  const taken = matchAtom(rest)
  for (const [word, by] of multipliers) {
    if (rest.startsWith(word) && rest.length > word.length && (taken?.length ?? 0) <= word.length) {
      sum.factor *= by ** direction
      return word.length
    }
  }
  if (!taken) return 0
  const exponent = power.exec(rest.slice(taken.length))
  let raised = 1
  if (exponent && /[a-zA-ZΩμε]$|米$|\^/.test(rest.slice(0, taken.length) + (exponent[0][0] === '^' ? '^' : ''))) {
    raised = exponent[1]!.endsWith('/2') ? Number(exponent[1]!.slice(0, -2)) / 2 : Number(exponent[1])
  }
  include(taken.atom, direction * raised, sum)
  return taken.length + (raised === 1 && exponent?.[1] !== '1' ? 0 : (exponent?.[0].length ?? 0))
}

const longestSymbol = Math.max(...[...atoms.keys()].map((symbol) => symbol.length))

/** The longest atom at the start of the text; a Latin symbol may not stop inside a word. */
function matchAtom(text: string): { atom: Atom; length: number } | null {
  for (let length = Math.min(text.length, longestSymbol); length > 0; length--) {
    const atom = atoms.get(text.slice(0, length))
    if (!atom) continue
    if (/[A-Za-z]/.test(text[length - 1]!) && /[A-Za-z]/.test(text[length] ?? '')) continue
    return { atom, length }
  }
  return null
}

function include(atom: Atom, exponent: number, sum: Sum): void {
  sum.factor *= atom.factor ** exponent
  for (const base in atom.dims) sum.dims[base] = (sum.dims[base] ?? 0) + atom.dims[base]! * exponent
  sum.atoms.push(atom)
}

function finish(sum: Sum, relative: string | null): Unit {
  const bases = Object.keys(sum.dims)
    .filter((base) => sum.dims[base] !== 0)
    .sort()
  const write = (keep: string[]) => keep.map((base) => `${base}^${sum.dims[base]}`).join(' ')
  const physical = write(bases.filter((base) => base[0] !== '#'))
  const only = sum.atoms.length === 1 ? sum.atoms[0]! : null
  const tags = sum.atoms.map((atom) => atom.tag).filter((tag) => tag !== undefined)
  return {
    factor: sum.factor,
    offset: only?.offset ?? 0,
    key: write(bases),
    physical,
    counted: write(bases.filter((base) => base[0] === '#')),
    pure: physical === '',
    tag: bases.length === 0 ? (tags[0] ?? (sum.atoms.length > 1 ? 'ratio' : null)) : null,
    relative,
  }
}

/** How to read a temperature: as a point on the scale, or as a difference (温升, 温差). */
export interface ConvertOptions {
  difference?: boolean
}

/**
 * The value in another unit; null when a unit is not understood or the dimensions differ.
 * Plain temperatures shift between K and ℃ unless `difference` is set; in compound units they never do.
 */
export function convert(value: number, from: string, to: string, options: ConvertOptions = {}): number | null {
  const source = parseUnit(from)
  const goal = parseUnit(to)
  if (!source || !goal || source.key !== goal.key) return null
  return convertUnits(value, source, goal, options.difference ?? false)
}

/** As `convert`, for units already read and known to fit; counted things are not looked at. */
export function convertUnits(value: number, from: Unit, to: Unit, difference = false): number {
  const shift = difference ? 0 : from.offset - to.offset
  return tidy((value * from.factor + shift) / to.factor)
}

/** Removes the dust that binary floats leave behind a conversion (12 significant digits). */
export function tidy(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : value
}
