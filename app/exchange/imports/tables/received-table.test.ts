import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { withTable, type TableRules } from './received-table.server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-table-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const rules: TableRules = {
  maxRows: 5_000,
  maxColumns: 10,
  longestText: 100,
  noHeads: 'activity-file.no-heads',
  dayColumns: () => [],
}

async function readAll(file: string, values: Partial<TableRules>): Promise<number> {
  return withTable({ path: file, name: 'fil' }, { ...rules, ...values }, async ({ rows }) => {
    let count = 0
    for await (const row of rows) count += Number(row.length > 0)
    return count
  })
}

/** A spreadsheet with a head and so many rows. */
async function sheetOf(rows: number): Promise<string> {
  const file = path.join(folder, `${rows}.xlsx`)
  const lines = Array.from({ length: rows + 1 }, () => [{ value: 'ord' }])
  writeFileSync(file, await writeXlsxFile(lines).toBuffer())
  return file
}

test('a sheet with more rows than are read whole is told to be saved as text where more rows may come so', async () => {
  const file = await sheetOf(20_001)
  const people = { maxRows: 120_000, largeSheet: 'people.large-sheet' }
  await expect(readAll(file, people)).rejects.toMatchObject({
    code: 'people.large-sheet',
    detail: { megabytes: 5, rows: 20_000 },
    field: 'file',
  })
})

test('and elsewhere, that it has too many rows, and how many it may have', async () => {
  for (const rows of [5_001, 20_001]) {
    await expect(readAll(await sheetOf(rows), {})).rejects.toMatchObject({
      code: 'table.too-many-rows',
      detail: { limit: 5_000 },
      field: 'file',
    })
  }
  expect(await readAll(await sheetOf(5_000), {})).toBe(5_000)
})

test('one that takes more room than is read is told so', async () => {
  const file = path.join(folder, 'wide.xlsx')
  writeFileSync(file, Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(5_000_000)]))
  await expect(readAll(file, {})).rejects.toMatchObject({
    code: 'table.too-large',
    detail: { megabytes: 5 },
  })
})
