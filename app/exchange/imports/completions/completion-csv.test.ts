import fc from 'fast-check'
import { expect, test } from 'vitest'
import { i18nOf } from '~/i18n/messages.server.ts'
import { refusedRowsCsv } from './completion-csv.ts'
import { plainText } from '../tables/cell-text.ts'
import { csvTable } from '../tables/csv-table.ts'
import { completionRows } from './completion-rows.ts'

const { t } = i18nOf('sv')

test('the refused rows are read in again as they were, whatever they begin with', () => {
  // An apostrophe of the writer's own before such a sign is the one thing that cannot be told from ours.
  const text = fc
    .tuple(fc.constantFrom('', '=', '+', '-', '@', '＝', "'", '"', ';'), fc.string())
    .map(([first, rest]) => plainText(first + rest.replace(/\d/g, 'x')))
    .filter((each) => !/^'[=+\-@＝＋－＠]/.test(each))
  const given = fc.record({
    rowNumber: fc.constant(2),
    email: text.map((each) => each.toLowerCase()),
    employerNumber: text,
    module: fc.constant('grund-1'),
    day: fc.constant('2026-03-31'),
    evidence: text,
  })
  fc.assert(
    fc.property(given, (row) => {
      const shown = { rowNumber: 2, reason: 'day-missing', completions: 0, name: null } as const
      const csv = refusedRowsCsv([{ ...shown, given: row }], t)
      expect(completionRows(csvTable(Buffer.from(csv)))).toEqual([row])
    }),
  )
})
