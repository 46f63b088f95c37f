/** What the words around a figure say of it: at least, at most, about, a change, a condition; and the name they leave. */
import type { Figure } from './types'

const atLeast =
  '不得?低于|不得?小于|不得?少于|不得?短于|不得?弱于|大于或?等于|大于|高于|超过|多于|长于|至少|最少|最低|≥|>=|不亚于|不薄于|no less than|not less than|at least|greater than|more than|over|above|exceeding'
const atMost =
  '不得?高于|不得?大于|不得?超过|不得?多于|不得?长于|不得?超出|小于或?等于|小于|低于|少于|短于|轻于|快于|至多|最多|最大不超过|≤|<=|no more than|not more than|at most|less than|below|under|up to|within'
const strictly =
  /^(大于|高于|超过|多于|长于|小于|低于|少于|短于|轻于|快于|>|<|over|above|below|under|less than|more than|greater than|exceeding)$/
const soft = '(?:\\s|约为?|大约|近|为|在|是|的|到|至|:|：|达到?|应|须|需|要|can be|is|of|均)*'
const prefixPattern = new RegExp(
  `(${atLeast}|>|＞)${soft}$|(${atMost}|<|＜)${soft}$|(优于|好于|better than)${soft}$`,
  'i',
)
const aroundPattern = /(控制在|压到|压缩到|降到|降至|降低到|降低至|缩短到|缩短至|减少到|减至|限制在)(?:了|约|近)?$/
const suffixPattern =
  /^(?:\s|的|及|或|\(含\))*(以上|之上|或更[高多大好]|起|or more|or above|or higher|and above)|^(?:\s|的|及|或)*(以内|以下|之内|之下|or less|or below|or lower)/i

/** At least, at most or better, from the words before and after a figure; null when they do not say. */
export function readComparator(before: string, after: string): Figure['comparator'] {
  const behind = suffixPattern.exec(after)
  if (behind) return behind[1] ? '>=' : '<='
  const ahead = prefixPattern.exec(before)
  if (!ahead) return aroundPattern.test(before) ? '<=' : null
  if (ahead[3]) return 'better'
  const word = (ahead[1] ?? ahead[2])!.toLowerCase()
  if (ahead[1]) return strictly.test(word) ? '>' : '>='
  return strictly.test(word) ? '<' : '<='
}

const aboutBefore = /(约为?|大约|近|左右|接近|~|≈|about|approximately|roughly|ca\.?)\s*$/i
const aboutAfter = /^\s*(左右|上下|多|余|许)/
export function isApproximate(before: string, after: string): boolean {
  return aboutBefore.test(before) || aboutAfter.test(after)
}

const rise =
  '提升|提高|增加|增长|增幅|升幅|涨幅|上升|增大|增量|改善|延长|扩大|加快|提速|上涨|增强|increased?|improved?|rises?|gains?'
const fall =
  '降低|下降|减少|减小|缩短|降幅|减幅|下滑|缩减|压缩|节省|节约|减重|减薄|减排|reduced?|reduction|decreased?|lowered|saves?'
const by =
  '(?:了|约|近|达到?|逾|超过?|大于|不低于|不小于|不少于|至少|低于|小于|不超过|不高于|不大于|不超|为|可达|高达|幅度|率|比例|by|of|≥|≤|>|<|\\s|:|：)*'
const changePattern = new RegExp(`(?:(${rise})|(${fall}))${by}$`, 'i')
/** Whether the figure is a change against something else, and which way. */
export function readChange(before: string): Figure['change'] {
  const found = changePattern.exec(before)
  return found ? (found[1] ? 'up' : 'down') : null
}

/** True when a figure with these words around it is the old value of 由 A 提高到 B. */
export function isOldValue(before: string, after: string): boolean {
  return (
    /(由|从|自|from)(?:原来|原有|原先|现有|目前|过去)?的?\s*(?:约|近)?$/i.test(before) &&
    /^\s*(?:左右|以上)?(提升|提高|升高|上升|增加|增长|增至|增大|延长|扩大|升|涨|降低|下降|降|减少|减小|缩短|压缩|优化|改善|减|提|[^,，。;；0-9]{0,4}?(?:升|降|减|增|提高|缩短))?\s*(到|至|为|to\b)/i.test(
      after,
    )
  )
}

const contrast =
  /(?:传统|常规|普通|市售|同类|改造前|处理前|优化前|改进前|对照|参比|基线|原矿|原样|原水|原工艺|原来|原有|进水|来水|未[^,，;；。(]{1,6}时|无[^,，;；。(]{1,6}时)[^,，;；。、)]{0,10}$/
/** Whether the words name what the figure of the subject is held against: the old way, the untreated, the control. */
export const isContrast = (before: string): boolean => contrast.test(before)

const conditionAfter =
  /^\s*(?:的)?[^,，;；。、]{0,6}?(?:条件下|倍率下|环境下|工况下|温度下|电压下|载荷下|负载下|电流下|速度下|压力下|频率下|以后|之后|下(?![降限调游]))/
const conditionRight =
  /^\s*(下(?![降限调游])|时(?!间|延|长|效|基|钟|序|刻|滞)|处(?!理)|条件|工况|后|载荷|负载|背景|恒温|入射|激光|静置|存放|保存|测试|内(?!存|径|部|流|环|阻|压))/
const conditionBefore = /(?:^|[^现存所])(?:在|于|@|当|经过?|对|针对|采用|历经|连续)\s*$/
/** Whether the words make the figure a condition of another one. */
export function isCondition(before: string, after: string, aside: boolean): boolean {
  if (conditionRight.test(after) || conditionAfter.test(after)) return true
  if (/^\s*(?:对|针对|在|于|以|从|面向|处理|适用于?|用于)/.test(before) && /^\s*的/.test(after)) return true
  if (
    /^\s*(?:以|用|将|把)/.test(before) &&
    /^[^,，;；。]{0,8}(?:为|作|作为)(?:热?源|原料|介质|载体|基准|输入)/.test(after)
  )
    return true
  if (conditionBefore.test(before) && after.trim() !== '') return true
  return aside && /处|@|条件|载荷|at\b/.test(before + after)
}

const trailing = new RegExp(
  `(?:${atLeast}|${atMost}|优于|好于|better than|控制在|压到|降到|降至|做到|低至|仅为?|仅需|只需|只要|需要?|可达|高达|达到?|约为?|大约|近|均?为|是|的|到|至|可|应|须|要|在|于|有|得|保持在|维持在|稳定在|不劣于|由|从|[<>=≥≤:：~≈@\\s"“”/+±]|最好|期望|优先|更好|尽量|希望|is|are|was|of|with|than|to|be|should|must|shall|reach(?:es)?|stays?)$`,
  'i',
)
const leading =
  /^(?:[\s"“”)\]】·/]|(?:且|并且?|其中?|和|与|及|以及|同时|而|使得?|将|把|让|令|则|也|还|又|再|要求?|希望|需要?|必须|应当?|能够|能(?=[在达承适连实将把让])|可以?|最好|优先|期望|若能|如能|力争|争取|实现|达到|保证|确保|满足|做到|具备|具有|拥有|支持|左右|以上|以下|以内|之内|上下|以|按|在|对|经|由|从|得到|获得|制得|测得|此时|的|是|为|该|即|共|总共|起|后|下|时|处|内|(?:the|a|an|with|and|of|ideally|preferably|its?)\b)(?=.{2}))/

/** Strips comparators and function words from the edges of the words around a figure. */
export function trimName(words: string): string {
  let name = words.trim()
  for (let turn = 0; turn < 8; turn++) {
    const next = name.replace(trailing, '').replace(leading, '')
    if (next === name) break
    name = next
  }
  return name.trim()
}
