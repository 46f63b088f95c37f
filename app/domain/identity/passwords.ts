/** What every list of leaked passwords begins with, in lengths that the minimum would let through. */
const known = new Set([
  '1234567890',
  '0123456789',
  '9876543210',
  '0987654321',
  '12345678910',
  '123456789a',
  'qwertyuiop',
  'qwerty1234',
  '1q2w3e4r5t',
  '1qaz2wsx3edc',
  'password12',
  'password123',
  'password1234',
  'passw0rd123',
  'adminadmin',
  'admin12345',
  'admin123456',
  'iloveyou123',
  'woaini1314',
  'woaini5201314',
  'a123456789',
  'aa123456789',
  'abc1234567',
  'abc123456789',
  'abcdefghij',
])

export const shortestPassword = 10
export const longestPassword = 200

/**
 * Why a password will not do, as an issue key, or null when it will. Length before kinds of characters; nothing that can be
 * read off the account. Source: ASVS 5.0 V6.2.
 */
export function passwordIssue(password: string, account: { email: string; name: string }): string | null {
  const plain = password.toLowerCase()
  const email = account.email.toLowerCase()
  const told = [
    email,
    email.split('@')[0] ?? '',
    email.replace(/\W/g, ''),
    account.name.toLowerCase().replace(/\s/g, ''),
  ]
  if (
    told.some((word) => word !== '' && (plain === word || (word.length >= 6 && plain.replaceAll(word, '').length < 4)))
  ) {
    return 'identity.issue.password_is_account'
  }
  if (known.has(plain) || new Set(plain).size < 4) return 'identity.issue.password_common'
  return null
}
