/** Characters, after normalisation. Length is what makes a password good; no composition is asked for. */
const passwordLength = { least: 12, most: 200 } as const

/** Long enough, but among the first that anybody tries. Folded: lower case, no marks above letters. */
const tooCommon = new Set([
  '123456789012',
  '1234567890123',
  '123456789012345',
  '12345678901234567890',
  '123456123456',
  '123123123123',
  '098765432109',
  'abcdefghijkl',
  'abcdefghijklm',
  'abc123abc123',
  'qwertyuiopas',
  'qwertyuiopasdf',
  'qwerty123456',
  'qwerty1234567',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  'asdfghjklqwerty',
  'password1234',
  'password12345',
  'password123456',
  'passwordpassword',
  'losenord1234',
  'losenord12345',
  'losenord123456',
  'losenordlosenord',
  'mittlosenord',
  'hemligtlosenord',
  'sommar123456',
  'vinter123456',
  'sverige12345',
  'sverige123456',
  'valkommen123',
  'valkommen1234',
  'welcome12345',
  'iloveyou1234',
  'jagalskardig',
  'administrator',
  'letmeinletmein',
  'samsynsamsyn',
])

/** A password in the one form that is hashed: the same keys on two systems give the same text (NFC). */
export function normalisePassword(typed: string): string {
  return typed.normalize('NFC')
}

/**
 * What is wrong with a new password, as a message's key; undefined when it will do.
 * @param email the person's address, which must not be the password, nor its part before the @
 */
export function passwordFault(typed: string, email?: string) {
  const characters = [...normalisePassword(typed)].length
  if (characters < passwordLength.least) return 'password.too-short'
  if (characters > passwordLength.most) return 'password.too-long'
  const folded = fold(typed)
  const address = fold(email ?? '')
  if (address && (folded === address || folded === address.split('@')[0])) {
    return 'password.is-address'
  }
  if (tooCommon.has(folded) || isOneCharacter(folded)) return 'password.too-common'
  return undefined
}

const fold = (text: string) => text.trim().normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const isOneCharacter = (text: string) => new Set(text).size === 1
