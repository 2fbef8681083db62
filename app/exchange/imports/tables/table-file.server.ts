import { holdsPersonalNumber } from '~/domain/identity/personal-number.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { plainText } from './cell-text.ts'
import { csvTable } from './csv-table.ts'
import type { Cell } from './table-limits.ts'
import { xlsxTable } from './xlsx-table.server.ts'

/** The form field that holds the file. */
export const fileField = 'file'

const zipBytes = Buffer.from([0x50, 0x4b, 0x03, 0x04])
/** A compound file: XLS, and an XLSX that has a password. */
const oldExcelBytes = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

/**
 * What form a table file has, told by its first bytes and not by its name.
 * @throws Refusal table.old-excel
 */
export function formOf(bytes: Buffer): 'xlsx' | 'csv' {
  if (bytes.subarray(0, 4).equals(zipBytes)) return 'xlsx'
  if (bytes.subarray(0, 4).equals(oldExcelBytes)) {
    throw new Refusal('table.old-excel', {}, { field: fileField })
  }
  return 'csv'
}

/**
 * The cells of a table file.
 * @throws Refusal table.old-excel, table.not-a-table and those of the two forms
 */
export async function tableOf(path: string, bytes: Buffer): Promise<Cell[][]> {
  return formOf(bytes) === 'xlsx' ? xlsxTable(path) : csvTable(bytes)
}

/** A file's name as it may be kept: short, of one line, and without anybody's identity number. */
export function fileNameToKeep(name: string): string {
  const plain = plainText(name).slice(-120)
  return plain === '' || holdsPersonalNumber(plain) ? '-' : plain
}
