import { fieldCounted, fieldPlain, fieldPrefixed } from './field-units'

/**
 * Units as data: symbol → factor to the base units and exponents of the dimensions.
 * Bases: m kg s A K mol cd rad bit, money, and one for each counted thing ('#次').
 */
export type Exponents = Readonly<Record<string, number>>
export interface Atom {
  factor: number
  dims: Exponents
  /** what kind of pure number it is, where the dimension does not say */
  tag?: Tag
  /** zero point of a temperature scale in kelvin */
  offset?: number
}
/** ratio: %, ppm; times: 倍; strain: ε */
export type Tag = 'ratio' | 'times' | 'strain'

const area = { m: 2 }
const volume = { m: 3 }
const force = { kg: 1, m: 1, s: -2 }
const pressure = { kg: 1, m: -1, s: -2 }
const energy = { kg: 1, m: 2, s: -2 }
const power = { kg: 1, m: 2, s: -3 }
const voltage = { kg: 1, m: 2, s: -3, A: -1 }
const time = { s: 1 }

/** Symbols of one unit, its factor to the base units and its dimensions. */
export type UnitRow = readonly [symbols: string, factor: number, dims: Exponents, tag?: Tag]
type Row = UnitRow

/** Symbols that take an SI prefix. */
const prefixed: readonly Row[] = [
  ['m', 1, { m: 1 }],
  ['g gf克力', 1e-3, { kg: 1 }],
  ['s', 1, time],
  ['A', 1, { A: 1 }],
  ['K', 1, { K: 1 }],
  ['mol', 1, { mol: 1 }],
  ['cd', 1, { cd: 1 }],
  ['rad', 1, { rad: 1 }],
  ['sr', 1, { sr: 1 }],
  ['Hz', 1, { s: -1 }],
  ['N', 1, force],
  ['Pa', 1, pressure],
  ['bar', 1e5, pressure],
  ['J', 1, energy],
  ['W Wp VA var', 1, power],
  ['Wh VAh', 3600, energy],
  ['eV', 1.602176634e-19, energy],
  ['cal', 4.184, energy],
  ['V', 1, voltage],
  ['Ω Ω ohm', 1, { kg: 1, m: 2, s: -3, A: -2 }],
  ['S', 1, { kg: -1, m: -2, s: 3, A: 2 }],
  ['F', 1, { kg: -1, m: -2, s: 4, A: 2 }],
  ['H', 1, { kg: 1, m: 2, s: -2, A: -2 }],
  ['T', 1, { kg: 1, s: -2, A: -1 }],
  ['Wb', 1, { kg: 1, m: 2, s: -2, A: -1 }],
  ['Gs', 1e-4, { kg: 1, s: -2, A: -1 }],
  ['Ah', 3600, { A: 1, s: 1 }],
  ['L l', 1e-3, volume],
  ['Bq', 1, { '#decay': 1, s: -1 }],
  ['Ci', 3.7e10, { '#decay': 1, s: -1 }],
  ['Sv Gy', 1, { m: 2, s: -2 }],
  ['lm', 1, { cd: 1, sr: 1 }],
  ['lx', 1, { cd: 1, sr: 1, m: -2 }],
  ['bit b bps', 1, { bit: 1 }],
  ['B', 8, { bit: 1 }],
  ['ε', 1, {}, 'strain'],
  ['P', 0.1, { kg: 1, m: -1, s: -1 }],
  ['Da', 1.6605390666e-27, { kg: 1 }],
  ['Torr', 133.322368, pressure],
  ['FLOPS FLOPs flops', 1, { '#flop': 1, s: -1 }],
  ['OPS', 1, { '#op': 1, s: -1 }],
  ['IU', 1, { '#U': 1 }],
  ['kat', 1, { mol: 1, s: -1 }],
]

/** Symbols without prefix. */
const plain: readonly Row[] = [
  ['% pct percent', 1e-2, {}, 'ratio'],
  ['‰', 1e-3, {}, 'ratio'],
  ['ppm ppmv ppmw ppma', 1e-6, {}, 'ratio'],
  ['ppb ppbv ppbw ppba', 1e-9, {}, 'ratio'],
  ['ppt', 1e-12, {}, 'ratio'],
  ['成', 0.1, {}, 'ratio'],
  ['倍 × x X 倍率', 1, {}, 'times'],
  ['1', 1, {}],
  ['dB dBA dBi dBc', 1, { dB: 1 }],
  ['dBm', 1, { dBm: 1 }],
  ['dBsm', 1, { dBsm: 1 }],
  ['C', 1, { Crate: 1 }],
  ['min 分钟 分', 60, time],
  ['h hr hrs hour hours 小时 时 个小时', 3600, time],
  ['d day days 天 日', 86400, time],
  ['周 星期 week weeks', 604800, time],
  ['月 个月 month months', 2592000, time],
  ['a yr year years 年', 31536000, time],
  ['sec 秒钟', 1, time],
  ['班', 28800, time],
  ['° 度角 deg', Math.PI / 180, { rad: 1 }],
  ['角分 arcmin ′', Math.PI / 10800, { rad: 1 }],
  ['角秒 arcsec ″ ′′', Math.PI / 648000, { rad: 1 }],
  ['Å 埃', 1e-10, { m: 1 }],
  ['in inch 英寸 吋', 0.0254, { m: 1 }],
  ['ft 英尺', 0.3048, { m: 1 }],
  ['nmile 海里', 1852, { m: 1 }],
  ['公里', 1000, { m: 1 }],
  ['丝 道', 1e-5, { m: 1 }],
  ['亩', 2000 / 3, area],
  ['ha 公顷', 1e4, area],
  ['平方 平米 平 ㎡', 1, area],
  ['方 立方 标方 Nm3 Nm³ Sm3 标立方米', 1, volume],
  ['cc', 1e-6, volume],
  ['sccm', 1e-6 / 60, { m: 3, s: -1 }],
  ['t 吨 公吨 ton tons', 1000, { kg: 1 }],
  ['kt 千吨', 1e6, { kg: 1 }],
  ['公斤', 1, { kg: 1 }],
  ['斤', 0.5, { kg: 1 }],
  ['两重', 0.05, { kg: 1 }],
  ['lb', 0.45359237, { kg: 1 }],
  ['Nm', 1, energy],
  ['mNm mN·m', 1e-3, energy],
  ['kNm', 1e3, energy],
  ['kgf 公斤力', 9.80665, force],
  ['psi', 6894.757, pressure],
  ['atm 大气压', 101325, pressure],
  ['mmHg', 133.322, pressure],
  ['度电', 3.6e6, energy],
  ['马力 hp', 735.5, power],
  ['大卡', 4184, energy],
  ['nit nits 尼特', 1, { cd: 1, m: -2 }],
  ['rpm', 1 / 60, { '#转': 1, s: -1 }],
  ['r rev 转', 1, { '#转': 1 }],
  ['fps FPS', 1, { '#帧': 1, s: -1 }],
  ['帧 frame frames', 1, { '#帧': 1 }],
  ['QPS qps', 1, { '#次': 1, s: -1 }],
  ['TPS tps', 1, { '#笔': 1, s: -1 }],
  ['TOPS', 1e12, { '#op': 1, s: -1 }],
  ['M', 1e3, { mol: 1, m: -3 }],
  ['mM', 1, { mol: 1, m: -3 }],
  ['μM', 1e-3, { mol: 1, m: -3 }],
  ['nM', 1e-6, { mol: 1, m: -3 }],
  ['pM', 1e-9, { mol: 1, m: -3 }],
  ['元 人民币 CNY RMB ¥', 1, { yuan: 1 }],
  ['分钱', 0.01, { yuan: 1 }],
  ['角钱', 0.1, { yuan: 1 }],
  ['美元 USD $', 1, { usd: 1 }],
  ['欧元 EUR', 1, { eur: 1 }],
  ['U', 1, { '#U': 1 }],
  ['次 回 循环 cycle cycles 周次 times', 1, { '#次': 1 }],
  ['拷贝 copies copy cp', 1, { '#拷贝': 1 }],
  ['CFU cfu 菌落', 1, { '#CFU': 1 }],
  ['PFU pfu', 1, { '#PFU': 1 }],
  ['cell cells 细胞 细胞数', 1, { '#cell': 1 }],
  ['个 pcs 枚', 1, { '#个': 1 }],
  ['字 字符', 1, { '#字': 1 }],
  ['token tokens 词元', 1, { '#token': 1 }],
  ['像素 px pixel pixels', 1, { '#px': 1 }],
  ['lp 线对', 1, { '#lp': 1 }],
  ['dpi ppi', 1 / 0.0254, { '#px': 1, m: -1 }],
]

/** Things that are counted: each is its own dimension. */
const counted =
  '孔 件 片 只 台 套 块 条 张 根 种 类 项 路 通道 层 级 位 点 头 株 粒 颗 尾 羽 例 人 份 批 批次 轮 辆 户 家 篇 步 核 节点 节 组 对 支 瓶 卷 箱 袋 包 车 栋 座 副 样 样本 样品 笔 单 人次 核素 重 靶标 靶 目 门 维 模 芯 匝 齿 阶 折 通量 株系 线 行 代 跳 塔 票 架次 架 架/批 段 面 场 门次 工单 网格 测点'.split(
    ' ',
  )

const prefixes: Readonly<Record<string, number>> = {
  f: 1e-15, p: 1e-12, n: 1e-9, μ: 1e-6, u: 1e-6, m: 1e-3, c: 1e-2, d: 1e-1, h: 1e2, k: 1e3, K: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15,
} // prettier-ignore

/** Symbols whose every prefix is in use; the others take all but c, d, h and K. */
const centi = new Set(['m', 'L', 'l', 'P', 'g', 'Pa', 'St', 'tex'])

const hanPrefixes: Readonly<Record<string, number>> = {
  皮: 1e-12, 纳: 1e-9, 微: 1e-6, 毫: 1e-3, 厘: 1e-2, 分: 1e-1, 百: 1e2, 千: 1e3, 兆: 1e6, 吉: 1e9, 太: 1e12,
} // prettier-ignore
const hanBases: readonly Row[] = [
  ['米', 1, { m: 1 }],
  ['克', 1e-3, { kg: 1 }],
  ['秒', 1, time],
  ['安 安培', 1, { A: 1 }],
  ['安时', 3600, { A: 1, s: 1 }],
  ['摩尔 摩', 1, { mol: 1 }],
  ['升', 1e-3, volume],
  ['赫兹 赫', 1, { s: -1 }],
  ['牛 牛顿', 1, force],
  ['牛米', 1, energy],
  ['帕 帕斯卡', 1, pressure],
  ['巴', 1e5, pressure],
  ['焦 焦耳', 1, energy],
  ['瓦', 1, power],
  ['瓦时 瓦小时', 3600, energy],
  ['电子伏 电子伏特', 1.602176634e-19, energy],
  ['伏 伏特', 1, voltage],
  ['欧 欧姆', 1, { kg: 1, m: 2, s: -3, A: -2 }],
  ['西门子', 1, { kg: -1, m: -2, s: 3, A: 2 }],
  ['法 法拉', 1, { kg: -1, m: -2, s: 4, A: 2 }],
  ['亨', 1, { kg: 1, m: 2, s: -2, A: -2 }],
  ['特斯拉', 1, { kg: 1, s: -2, A: -1 }],
  ['贝可 贝克勒尔', 1, { '#decay': 1, s: -1 }],
  ['希沃特 戈瑞', 1, { m: 2, s: -2 }],
  ['弧度', 1, { rad: 1 }],
  ['应变', 1, {}, 'strain'],
  ['流明', 1, { cd: 1, sr: 1 }],
  ['勒克斯', 1, { cd: 1, sr: 1, m: -2 }],
  ['坎德拉', 1, { cd: 1 }],
  ['比特', 1, { bit: 1 }],
  ['字节', 8, { bit: 1 }],
]

function buildTable(): Map<string, Atom> {
  const table = new Map<string, Atom>()
  const add = (symbol: string, atom: Atom) => {
    if (!table.has(symbol)) table.set(symbol, atom)
  }
  for (const [symbols, factor, dims, tag] of [...plain, ...fieldPlain]) {
    for (const symbol of symbols.split(' ')) add(symbol, { factor, dims, tag })
  }
  for (const symbol of ['℃', '°C', '摄氏度', 'degC']) add(symbol, { factor: 1, dims: { K: 1 }, offset: 273.15 })
  for (const symbol of ['°F', '华氏度']) add(symbol, { factor: 5 / 9, dims: { K: 1 }, offset: 459.67 * (5 / 9) })
  for (const noun of [...counted, ...fieldCounted]) add(noun, { factor: 1, dims: { [`#${noun}`]: 1 } })
  for (const [symbols, factor, dims, tag] of [...prefixed, ...fieldPrefixed, ...hanBases]) {
    for (const symbol of symbols.split(' ')) add(symbol, { factor, dims, tag })
  }
  for (const [symbols, factor, dims, tag] of [...prefixed, ...fieldPrefixed]) {
    for (const symbol of symbols.split(' ')) {
      for (const [prefix, by] of Object.entries(prefixes)) {
        if ('cdhK'.includes(prefix) && !centi.has(symbol) && !(prefix === 'K' && symbol === 'B')) continue
        add(prefix + symbol, { factor: factor * by, dims: symbol === 'bps' ? { bit: 1, s: -1 } : dims, tag })
      }
    }
  }
  table.set('bps', { factor: 1, dims: { bit: 1, s: -1 } })
  for (const [symbols, factor, dims, tag] of hanBases) {
    for (const symbol of symbols.split(' ')) {
      for (const [prefix, by] of Object.entries(hanPrefixes)) add(prefix + symbol, { factor: factor * by, dims, tag })
    }
  }
  for (const [han, exponent] of [
    ['平方', 2],
    ['立方', 3],
  ] as const) {
    for (const length of ['米', '厘米', '毫米', '微米', '分米', '千米', '公里', '纳米']) {
      const atom = table.get(length)
      if (atom) add(han + length, { factor: atom.factor ** exponent, dims: { m: exponent } })
    }
  }
  return table
}

export const atoms: ReadonlyMap<string, Atom> = buildTable()

/** Words that multiply the unit behind them: 万次, 亿元. */
export const multipliers: ReadonlyMap<string, number> = new Map([
  ['亿', 1e8],
  ['千万', 1e7],
  ['百万', 1e6],
  ['十万', 1e5],
  ['万', 1e4],
  ['千', 1e3],
  ['百', 1e2],
  ['十', 10],
])
