import { dayOfDate } from '~/kernel/dates.ts'
import type { Cell } from './table-limits.ts'

/**
 * One line of text that any database takes, without the apostrophe by which our own files keep a
 * spreadsheet from reading it as a formula.
 */
export function textOfCell(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : dayOfDate(cell)
  return plainText(String(cell)).replace(/^'(?=[=+\-@＝＋－＠])/, '')
}

/** Without control signs and halves of signs, each of which breaks something further on. */
export function plainText(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
}

/** "20250131" is the 31st of January; everything else is left for the rules to judge. */
export function dayText(text: string): string {
  return text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
}
