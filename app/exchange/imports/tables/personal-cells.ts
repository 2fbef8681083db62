import { holdsPersonalNumber } from '~/domain/identity/personal-number.ts'

/** How long the parts of a number are: the whole, the day, and the last four. */
const wholeDigits = 10
const dayDigits = 6
const lastDigits = 4
/** One that has lost three zeros has seven digits left, which employers' own numbers have too. */
const leastLeft = 8

/**
 * Whether the texts of a row hold what looks like a personal identity number, in one cell or set apart over
 * two neighbours. A spreadsheet takes zeros from the beginning of a number: they are put back.
 * @param texts the row's cells, each on one line
 * @param isDay whether a cell tells the row's own day, which is nobody's birth beside four digits
 */
export function rowHoldsPersonalNumber(
  texts: readonly string[],
  isDay: (index: number) => boolean,
): boolean {
  return texts.some((text, index) => {
    if (!/\d/.test(text)) return false
    if (holdsPersonalNumber(text)) return true
    if (text.length >= leastLeft && holdsPersonalNumber(padded(text, wholeDigits))) return true
    const next = texts[index + 1] ?? ''
    if (!/\d/.test(next) || isDay(index)) return false
    return (
      holdsPersonalNumber(`${text} ${next}`) ||
      holdsPersonalNumber(`${padded(text, dayDigits)} ${padded(next, lastDigits)}`)
    )
  })
}

/** A number alone in its cell, with the zeros that it has lost. */
const padded = (text: string, digits: number) =>
  /^\d+$/.test(text) ? text.padStart(digits, '0') : text
