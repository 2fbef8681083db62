import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { isRefusal } from '~/kernel/refusal.ts'
import { csvRows } from './csv-rows.server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-rows-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function rowsOf(bytes: Uint8Array): Promise<string[][]> {
  const file = path.join(folder, 'rows.csv')
  writeFileSync(file, bytes)
  const rows: string[][] = []
  for await (const row of csvRows(file)) rows.push(row)
  return rows
}

test.each([
  ['UTF-8', Buffer.from('enhet;namn\n1;Åsa Ö')],
  ['UTF-8 with a BOM', Buffer.from('\ufeffenhet;namn\r\n1;Åsa Ö')],
  ['Windows-1252', Buffer.from('enhet;namn\r\n1;Åsa Ö', 'latin1')],
  ['UTF-16 with a BOM', Buffer.from('\ufeffenhet;namn\n1;Åsa Ö', 'utf16le')],
  ["Excel's own first line", Buffer.from('sep=;\r\nenhet;namn\r\n1;Åsa Ö')],
  ['commas', Buffer.from('enhet,namn\n1,Åsa Ö')],
  ['tabs', Buffer.from('enhet\tnamn\n1\tÅsa Ö')],
])('%s', async (_what, bytes) => {
  expect(await rowsOf(bytes)).toEqual([
    ['enhet', 'namn'],
    ['1', 'Åsa Ö'],
  ])
})

test('one letter in the last of many rows tells that none of them is UTF-8', async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => `${index};Nils`).join('\n')
  const read = await rowsOf(Buffer.from(`enhet;namn\n${rows}\n9;Åsa`, 'latin1'))
  expect(read).toHaveLength(20_002)
  expect(read.at(-1)).toEqual(['9', 'Åsa'])
})

test('what another program has written is read as it was', async () => {
  const cell = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0'))
  const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 10 })
  await fc.assert(
    fc.asyncProperty(table, fc.constantFrom(';', ',', '\t'), async (rows, delimiter) => {
      const heads = ['enhet', 'namn']
      const text = stringify([heads, ...rows], { delimiter, bom: true, quoted: true })
      expect(await rowsOf(Buffer.from(text))).toEqual([heads, ...rows])
    }),
    { numRuns: 50 },
  )
})

test('any bytes at all give rows or a refusal, never another error', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const read = await rowsOf(bytes).catch((error: unknown) => error)
      expect(Array.isArray(read) || isRefusal(read)).toBe(true)
    }),
    { numRuns: 50 },
  )
})

test('quotes that do not pair up are refused, whatever follows', async () => {
  const text = `a;b\n"1;2\n${'3;4\n'.repeat(100_000)}`
  await expect(rowsOf(Buffer.from(text))).rejects.toMatchObject({ code: 'table.quotes' })
})
