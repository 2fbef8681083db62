import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import { textOfCell } from './cell-text.ts'
import { storedZip } from './stored-zip.ts'
import { xlsxTable } from './xlsx-table.server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-xlsx-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let made = 0
function fileOf(bytes: Buffer): string {
  const file = path.join(folder, `${++made}.xlsx`)
  writeFileSync(file, bytes)
  return file
}

const sheetOf = async (data: SheetData) => fileOf(await writeXlsxFile(data).toBuffer())

const head = '<?xml version="1.0" encoding="UTF-8"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** The least that a spreadsheet is, with this in its sheet. */
function sheetWith(rows: string, before = ''): string {
  const parts = {
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packaged}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${head}${before}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
  }
  return fileOf(
    storedZip(new Map(Object.entries(parts).map(([name, xml]) => [name, Buffer.from(xml)]))),
  )
}

const refusal = (code: string) => expect.objectContaining({ code: `table.${code}` }) as Error

test('the first sheet is read: texts, numbers, and days as dates', async () => {
  const day = new Date('2026-03-31T00:00:00Z')
  const file = await sheetOf([
    [{ value: 'e-post' }, { value: 'datum' }, { value: 'nummer' }],
    [
      { value: 'kim@exempel.se' },
      { value: day, type: Date, format: 'yyyy-mm-dd' },
      { value: 4711, type: Number },
    ],
  ])
  expect(await xlsxTable(file)).toEqual([
    ['e-post', 'datum', 'nummer'],
    ['kim@exempel.se', day, 4711],
  ])
})

test('a time of day and a length in hours are read as a spreadsheet shows them, and a day with a time as the day', async () => {
  const partOfDay = (hours: number) => new Date(Date.UTC(1899, 11, 30) + hours * 3_600_000)
  const file = await sheetOf([
    [
      { value: partOfDay(13.5), type: Date, format: 'hh:mm' },
      { value: partOfDay(2.75), type: Date, format: '[h]:mm' },
      { value: new Date('2025-03-04T13:30:00Z'), type: Date, format: 'yyyy-mm-dd hh:mm' },
      { value: 2.5, type: Number },
    ],
  ])
  const [row] = await xlsxTable(file)
  expect(row?.map((cell) => textOfCell(cell))).toEqual(['13:30', '02:45', '2025-03-04', '2.5'])
})

test('a sheet of our own making is read, so that the refusals below are for what is odd in it', async () => {
  const rows = '<row r="2"><c r="B2"><v>7</v></c></row>'
  expect(await xlsxTable(sheetWith(rows))).toEqual([
    [null, null],
    [null, 7],
  ])
})

test.each([
  ['a row far away', '<row r="900000000"><c r="A900000000"><v>1</v></c></row>', 'not-a-table'],
  ['a number that is none', '<row r="9e8"><c r="A1"><v>1</v></c></row>', 'not-a-table'],
  ['a cell far down', '<row><c r="A1048576"><v>1</v></c></row>', 'too-many-rows'],
  ['a cell far to the right', '<row r="1"><c r="XFD1"><v>1</v></c></row>', 'too-many-columns'],
  ['a cell without an address', '<row r="1"><c><v>1</v></c></row>', 'not-a-table'],
  ['a tag that is not closed', '<row r="1"><c r="A1"><v>1</v></row>', 'not-a-table'],
])('%s is refused before it costs anything', async (_what, rows, code) => {
  await expect(xlsxTable(sheetWith(rows))).rejects.toEqual(refusal(code))
})

test('a sheet with a DTD is refused', async () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
  const file = sheetWith('<row r="1"><c r="A1"><v>&b;</v></c></row>', bomb)
  await expect(xlsxTable(file)).rejects.toEqual(refusal('not-a-table'))
})

test('a zip that is no spreadsheet, and what is cut off, are refused in words about tables', async () => {
  const zip = fileOf(storedZip(new Map([['imsmanifest.xml', Buffer.from('<manifest/>')]])))
  await expect(xlsxTable(zip)).rejects.toEqual(refusal('not-a-table'))
  const whole = await writeXlsxFile([[{ value: 'a' }]]).toBuffer()
  await expect(xlsxTable(fileOf(whole.subarray(0, 900)))).rejects.toEqual(refusal('not-a-table'))
})

test('parts that unpack to more than any table needs are refused unread', async () => {
  const file = await sheetOf([[{ value: 'x'.repeat(31_000_000) }]])
  await expect(xlsxTable(file)).rejects.toEqual(refusal('not-a-table'))
})

test('twenty thousand rows are read within seconds', async () => {
  const row = [{ value: 'kim@exempel.se' }, { value: 'grund-1' }, { value: '2026-03-31' }]
  const file = await sheetOf(Array<typeof row>(20_000).fill(row))
  const began = performance.now()
  expect(await xlsxTable(file)).toHaveLength(20_000)
  expect(performance.now() - began).toBeLessThan(10_000)
})
