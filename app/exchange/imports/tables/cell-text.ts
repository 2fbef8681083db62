import { dayOfDate } from '~/kernel/dates.ts'
import type { Cell } from './table-limits.ts'

/**
 * One line of text that any database takes, without the apostrophe by which our own files keep a
 * spreadsheet from reading it as a formula.
 */
export function textOfCell(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return momentText(cell)
  return plainText(String(cell)).replace(/^'(?=[=+\-@＝＋－＠])/, '')
}

/** Spreadsheets count days from here; a time of day, or a length of less than a day, is a part of the first. */
const firstDay = Date.UTC(1899, 11, 30)

function momentText(cell: Date): string {
  const since = cell.getTime() - firstDay
  if (Number.isNaN(since)) return ''
  const minutes = Math.round(since / 60_000)
  if (minutes < 0 || minutes >= 24 * 60) return dayOfDate(cell)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours, rest].map((part) => String(part).padStart(2, '0')).join(':')
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
