/** Characters of a unified social credit code in the order of their values; no I O S V Z. Source: GB 32100-2015, RULES 13. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/**
 * The check character for the first 17 characters of a code: 31 − Σ value × 3^i mod 31, i = 0…16.
 * Null when a character is not of the alphabet or there are not 17.
 */
export function creditCodeCheck(first: string): string | null {
  if (first.length !== 17) return null
  let sum = 0
  let weight = 1
  for (const character of first) {
    const value = alphabet.indexOf(character)
    if (value < 0) return null
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return alphabet[(31 - (sum % 31)) % 31]!
}

/** Whether 18 characters are a unified social credit code: the alphabet, and the check character. */
export const creditCodeFits = (code: string): boolean =>
  code.length === 18 && creditCodeCheck(code.slice(0, 17)) === code[17]

/** A code as it is stored: half-width, upper case, without spaces. */
export const plainCreditCode = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
