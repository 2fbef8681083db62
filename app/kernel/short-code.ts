/** No vowels, so that no word comes out; none of 0 O, 1 I L, 5 S, 2 Z, 8 B, which look or sound alike. */
export const codeCharacters = '34679CDFGHJKMNPQRTVWX'

/**
 * A code that can be read aloud over the phone: "K7QT-M4XD". It finds something and tells nothing.
 * 21 to the 8th power: 38,000 million codes.
 * @param random at least 16 random bytes
 */
export function shortCodeOf(random: Uint8Array): string {
  const code = Array.from({ length: 8 }, (_, index) => {
    // Two bytes for each: of 65,536 values the characters' shares differ by less than 0.04 %.
    const value = random[index * 2]! * 256 + random[index * 2 + 1]!
    return codeCharacters[value % codeCharacters.length]!
  }).join('')
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

/** What somebody may write for a character that was read or heard otherwise: none of these is in a code. */
const lookAlikes: Record<string, string> = {
  '0': 'QDC',
  O: 'QDC',
  '1': '7JT',
  I: '7JT',
  L: '7JT',
  '2': '7',
  Z: '7',
  '5': '6F3',
  S: '6F3',
  '8': '369',
  B: '3DPR',
  A: '4H',
  E: '3F',
  U: 'V',
  Y: 'VX',
}

const mostReadings = 100

/**
 * The codes that a written one can stand for, whatever its case, spaces and hyphens; several where a
 * character is one that no code has. Empty when it cannot be a code.
 */
export function shortCodesRead(written: string): string[] {
  const signs = [
    ...written
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  ]
  if (signs.length !== 8) return []
  let readings = ['']
  for (const sign of signs) {
    const meant = codeCharacters.includes(sign) ? sign : (lookAlikes[sign] ?? '')
    readings = readings.flatMap((begun) => [...meant].map((one) => begun + one))
    if (readings.length > mostReadings) return []
  }
  return readings.map((code) => `${code.slice(0, 4)}-${code.slice(4)}`)
}
