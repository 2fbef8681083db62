import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '~/kernel/refusal.ts'
import { csvTable } from './csv-table.ts'

const utf8 = (text: string) => Buffer.from(text, 'utf8')

test.each([
  ['semicolons', 'e-post;modul\na@b.se;grund\n'],
  ['commas', 'e-post,modul\na@b.se,grund\n'],
  ['tabs and CRLF', 'e-post\tmodul\r\na@b.se\tgrund\r\n'],
  ['a BOM', '\ufeffe-post;modul\na@b.se;grund'],
  ["Excel's own first line", 'sep=,\r\ne-post,modul\r\na@b.se,grund\r\n'],
  ['a delimiter within quotes', '"e-post";"modul"\n"a@b.se";"grund"\n'],
])('%s', (_what, text) => {
  expect(csvTable(utf8(text))).toEqual([
    ['e-post', 'modul'],
    ['a@b.se', 'grund'],
  ])
})

test.each([
  ['UTF-8', utf8('e-post;bana\n1;Påbyggnad åäö')],
  ['Windows-1252', Buffer.from('e-post;bana\n1;Påbyggnad åäö', 'latin1')],
  ['UTF-16 with a BOM', Buffer.from('\ufeffe-post;bana\n1;Påbyggnad åäö', 'utf16le')],
])('å, ä and ö in %s', (_encoding, bytes) => {
  expect(csvTable(bytes)[1]).toEqual(['1', 'Påbyggnad åäö'])
})

test('a blank line keeps its number, and a quoted line break stays in its cell', () => {
  expect(csvTable(utf8('a;b\n\n"1\n2";3\n'))).toEqual([['a', 'b'], [''], ['1\n2', '3']])
})

test('blank lines at the end are nothing, however many, and no cell of the last line is lost', () => {
  const blank = '\r\n;;'.repeat(100_000)
  expect(csvTable(utf8(`a;b\n1;${blank}\n\n`))).toEqual([
    ['a', 'b'],
    ['1', ''],
  ])
})

test('more lines than any file may have are refused, not passed over', () => {
  const tooMany = expect.objectContaining({ code: 'table.too-many-rows' }) as Error
  const after = (blank: number) => utf8(`${'\n'.repeat(blank)}a;b\n`)
  expect(csvTable(after(39_999))).toHaveLength(40_000)
  expect(() => csvTable(after(40_000))).toThrow(tooMany)
  expect(() => csvTable(after(4_000_000))).toThrow(tooMany)
})

test('quotation marks within a cell without any around it are part of it', () => {
  expect(csvTable(utf8('a;b\n1;Intyg "Webbkurs"\n'))[1]).toEqual(['1', 'Intyg "Webbkurs"'])
})

test('what another program has written is read as it was, whatever the cells hold', () => {
  const cell = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0'))
  const table = fc
    .array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 })
    // Lines at the end that hold nothing are left out.
    .filter((rows) => rows.at(-1)!.some((text) => text !== ''))
  fc.assert(
    fc.property(table, fc.constantFrom(';', ',', '\t'), (rows, delimiter) => {
      const heads = ['epost', 'modul', 'datum']
      const text = stringify([heads, ...rows], { delimiter, bom: true, quoted: true })
      expect(csvTable(utf8(text))).toEqual([heads, ...rows])
    }),
  )
})

test('any bytes at all give a table or a refusal, never another error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      try {
        expect(Array.isArray(csvTable(bytes))).toBe(true)
      } catch (error) {
        expect(isRefusal(error)).toBe(true)
      }
    }),
  )
})

test('quotes that do not pair up are refused by their line', () => {
  expect(() => csvTable(utf8('a;b\n"1;2\n3;4\n'))).toThrow(
    expect.objectContaining({ code: 'table.quotes' }),
  )
})

test('a file of other bytes is no table', () => {
  expect(() => csvTable(Buffer.from([1, 2, 0, 3]))).toThrow(
    expect.objectContaining({ code: 'table.not-a-table' }),
  )
})
