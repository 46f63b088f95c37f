import { randomBytes } from 'node:crypto'

/** Without letters that are read as digits. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** A checking code as the certificate prints it, XXXX-XXXX-XXXX: random, so that numbers cannot be tried one after the other. */
export function newCheckingCode(): string {
  const letters: string[] = []
  while (letters.length < 12) {
    for (const byte of randomBytes(16)) {
      if (byte < 8 * alphabet.length && letters.length < 12) letters.push(alphabet[byte % alphabet.length]!)
    }
  }
  return [0, 4, 8].map((from) => letters.slice(from, from + 4).join('')).join('-')
}

/** A code as people type it, in the form in which it is stored. */
export function plainCheckingCode(typed: string): string {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
  return (letters.match(/.{1,4}/g) ?? []).join('-')
}
