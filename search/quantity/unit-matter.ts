/**
 * What a unit is counted of ('kWh/t钢', 'kgCOD/(m³·d)', 'tCO2e', '元/吨水'): it says what is weighed, not how much, and is
 * left out of the unit. Only a tonne of water is its volume too: a cubic metre.
 */
const formulas =
  'cat|CO2e?q?|TEQ|KOH|ce|CODcr|COD|BOD5?|TN|TP|NH3-?N|NO3-?N|VSS|VS|MLSS|MLVSS|TSS|SS|TS|DS|CaCO3|H2|O2|NH3|Cl|dw|DW|FW|fw|bw|BW|Li2CO3|LCE|SiO2|Au|N|P'
const goods =
  '标准煤|标煤|原煤|煤|粗钢|钢水|钢材|钢|铁水|生铁|铁|原矿|矿石|矿|原料|物料|料|原油|油|绝干浆|浆|纸|布|纱|纤维|粮食|粮|面粉|土方|土壤|土|石料|石|渣|干污泥|绝干污泥|污泥|泥|垃圾|餐厨|合成氨|氨|氢气|氢|甲醇|乙醇|酒精|酒|酸|碱|盐|碳酸锂|锂|电解铝|铝|铜|镍|锌|铅|多晶硅|硅|水泥|熟料|混凝土|玻璃液|玻璃|塑料|树脂|橡胶|产品|成品|沼气|天然气|煤气|蒸汽|汽|空气|气|药材|饲料|鲜果|果|鱼|肉|鲜奶|原奶|奶|干物质|催化剂|载体|废水|污水|水'

/** Symbols behind which such a word may stand. */
const weighable = '(?:[mkμn]?g|t|吨|公斤|千克|毫克|克|m³|m3|立方米|立方|方|Nm³|Nm3|[mk]?L|升)'

const behindUnit = new RegExp(`(?<=${weighable})(?:[- ]?(?:${formulas})|${goods})(?=$|[/·)])`, 'g')
const water = /(?:吨|(?<![A-Za-z])t)(?:污|废|出|原|产)?水(?=$|[/·)])/g

/** The unit without the words for what is weighed. */
export function withoutMatter(unit: string): string {
  return unit.replace(water, 'm3').replace(behindUnit, '')
}

/** The same in running text, from an offset on (sticky): Latin formulas end at a letter, Chinese goods before other words. */
export const formulaInText = new RegExp(`[- ]?(?:${formulas})(?![A-Za-z0-9])`, 'y')
export const goodsInText = new RegExp(`(?:${goods})(?=[^\\u4e00-\\u9fff]|$|[以左上下的])`, 'y')
export const endsWeighable = new RegExp(`${weighable}$`)
