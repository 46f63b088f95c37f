import { type Fen, fenNumber, splitByLargestRemainder } from '../kernel/money'

/**
 * The first wording of a contract that follows from an award; contracts are written in Chinese, whatever language the page is
 * read in. The parties change it before they sign.
 */
export function termsFromChallenge(challenge: {
  number: string | null
  requirement: string
  deliverables: string
  ipOwnership: string
}): string {
  const parts = [
    `一、技术内容与要求（榜单 ${challenge.number ?? ''}）\n${challenge.requirement}`,
    challenge.deliverables && `交付物\n${challenge.deliverables}`,
    challenge.ipOwnership && `知识产权归属\n${challenge.ipOwnership}`,
    '验收\n以本合同所列技术指标逐条验收，实测值记入验收记录。',
    '风险\n因无法克服的技术困难导致研究开发失败或者部分失败的，发现的一方应当及时通知另一方并采取措施减少损失；风险由双方合理分担。',
  ].filter(Boolean)
  return parts.map((part, index) => (index === 0 ? part : `${'一二三四五六'[index]}、${part}`)).join('\n\n')
}

/** The payment plan in words, each step with its amount in yuan; the amounts sum to the price. */
export function paymentTermsFrom(plan: readonly { label: string; percent: number }[], price: Fen): string {
  if (plan.length === 0) return ''
  const amounts = splitByLargestRemainder(
    price,
    plan.map((step) => step.percent),
  )
  return plan.map((step, index) => `${step.label}：${step.percent}%，${fenNumber(amounts[index]!, '元')} 元`).join('\n')
}
