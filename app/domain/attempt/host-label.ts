const base32 = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * The random part of a content host's name: 26 characters of base32, 130 bits, so that nobody finds
 * another's host by guessing.
 * @param random at least 26 random bytes
 */
export function hostLabelOf(random: Uint8Array): string {
  return Array.from({ length: 26 }, (_, index) => base32[random[index]! % 32]!).join('')
}
