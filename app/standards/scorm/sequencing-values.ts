import type { XmlElement } from './xml-document.ts'
import { shortened } from './xml-text.ts'

/** Identifiers and moments; longer ones are no mistake but an attack. */
const maxValueLength = 1_000

/** An attribute (lower case) of an element that may be missing, trimmed; null when it is blank. */
export function wordOf(element: XmlElement | undefined, name: string): string | null {
  const text = element?.attributes.get(name)?.trim()
  return text ? shortened(text, maxValueLength) : null
}

/** An xs:boolean in any case; `otherwise` when it is missing or neither. */
export function flagOf(element: XmlElement | undefined, name: string, otherwise: boolean): boolean {
  const text = wordOf(element, name)?.toLowerCase()
  if (text === 'true' || text === '1') return true
  return text === 'false' || text === '0' ? false : otherwise
}

/** One of a vocabulary's words, in the vocabulary's spelling; null for anything else. */
export function oneOf<Word extends string>(
  element: XmlElement | undefined,
  name: string,
  words: readonly Word[],
): Word | null {
  const text = wordOf(element, name)?.toLowerCase()
  return words.find((word) => word.toLowerCase() === text) ?? null
}

/** A decimal within a range, as in "0.75", "+.5" or "0,75"; null for anything else. */
export function decimalWithin(text: string | null, least: number, most: number): number | null {
  const written = text?.trim().replace(',', '.') ?? ''
  if (written.length > 40 || !/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(written)) return null
  const value = Number(written)
  // -0 is no number that JSON knows.
  return value >= least && value <= most ? value + 0 : null
}

/** A number of times, 0 or more; null for anything else. */
export function countOf(element: XmlElement | undefined, name: string): number | null {
  const text = wordOf(element, name) ?? ''
  return /^\+?\d{1,9}$/.test(text) ? Number(text) : null
}

/** An ISO 8601 duration as it came ("PT1H30M"); null for anything else. */
export function durationOf(text: string | null): string | null {
  const pattern = /^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/
  return text !== null && text.length <= 60 && pattern.test(text) ? text : null
}
