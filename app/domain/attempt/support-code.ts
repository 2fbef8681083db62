/** No vowels, so that no word comes out; none of 0 O, 1 I L, 5 S, 2 Z, 8 B, which look or sound alike. */
const characters = '34679CDFGHJKMNPQRTVWX'

/**
 * A code that can be read aloud over the phone: "K7QT-M4XD". It finds an attempt and tells nothing.
 * 21 to the 8th power: 38,000 million codes.
 * @param random at least 16 random bytes
 */
export function supportCodeOf(random: Uint8Array): string {
  const code = Array.from({ length: 8 }, (_, index) => {
    // Two bytes for each: of 65,536 values the characters' shares differ by less than 0.04 %.
    const value = random[index * 2]! * 256 + random[index * 2 + 1]!
    return characters[value % characters.length]!
  }).join('')
  return `${code.slice(0, 4)}-${code.slice(4)}`
}
