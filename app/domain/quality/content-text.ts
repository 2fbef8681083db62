import { restoredText } from '~/domain/attempt/element-text.ts'

/**
 * A text of content's, from a trail, as a column can hold and index it: without NUL, half surrogate
 * pairs become U+FFFD, and no more than `longest` UTF-16 units.
 * @param without what is no part of the text itself
 */
export function contentText(stored: string, longest: number, without?: RegExp): string {
  const text = restoredText(stored).replaceAll('\0', '')
  const short = (without ? text.replace(without, '') : text).slice(0, longest)
  return Buffer.from(short).toString()
}
