import { codeCharacters } from '~/kernel/short-code.ts'

const base = codeCharacters.length
const drawnLength = 15
const groups = /.{4}/g

/**
 * A certificate's code, which can be typed from paper: "K7QT-M4XD-9FHJ-3CPR". Fifteen characters are drawn
 * (21 to the 15th power: 66 bits, which nobody guesses) and the last tells whether the others were copied right.
 * @param random at least 30 random bytes
 */
export function certificateCodeOf(random: Uint8Array): string {
  const drawn = Array.from({ length: drawnLength }, (_, index) => {
    const value = random[index * 2]! * 256 + random[index * 2 + 1]!
    return codeCharacters[value % base]!
  }).join('')
  return inGroups(drawn + checkOf(drawn))
}

// Weights 1 and 2 in turn, and their difference 1, have nothing in common with 21: so one wrong character always
// shows, and so do two neighbours that have changed places.
function checkOf(drawn: string): string {
  const sum = [...drawn].reduce(
    (total, sign, index) => total + codeCharacters.indexOf(sign) * (index % 2 === 0 ? 2 : 1),
    0,
  )
  return codeCharacters[(base - (sum % base)) % base]!
}

const inGroups = (signs: string) => signs.match(groups)!.join('-')

/**
 * The code that somebody has written, whatever its case, spaces and hyphens.
 * @returns null where it cannot be one: too short or long, a character that no code has, or copied wrongly
 */
export function certificateCodeRead(written: string): string | null {
  const signs = written
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  const isWhole =
    signs.length === drawnLength + 1 && [...signs].every((sign) => codeCharacters.includes(sign))
  if (!isWhole || checkOf(signs.slice(0, drawnLength)) !== signs[drawnLength]) return null
  return inGroups(signs)
}
