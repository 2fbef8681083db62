import { expect, test } from 'vitest'
import {
  judgeRows,
  moduleFinder,
  personOf,
  readRow,
  requireAppliable,
  requireUndoable,
  toldNumbersOf,
  wantedKey,
  type FileRow,
  type FoundPersons,
  type GivenRow,
  type ImportMark,
} from './completion-import.ts'

const module = (slug: string, titleSv: string, titleEn = titleSv) => ({
  slug,
  titleSv,
  titleEn,
  moduleIds: [`id-${slug}`],
})
const modules = [
  module('grund-1', 'Vad är det?', 'What is it?'),
  module('grund-2', 'Att fråga', 'Asking'),
  module('skola-2', 'Att fråga', 'Asking at school'),
]
const courses = [
  {
    slug: 'grund',
    titleSv: 'Grundkurs',
    titleEn: 'Basics',
    moduleIds: ['id-grund-1', 'id-grund-2'],
  },
]
const find = moduleFinder({ modules, courses })

test('a module is found by its short name or title, in either language, without regard to case and marks', () => {
  for (const name of ['grund-1', 'GRUND-1', 'Vad är det?', 'vad  ar det?', 'What is it?']) {
    expect(find(name)).toEqual({ moduleIds: ['id-grund-1'] })
  }
})

test("a course's name stands for all its modules", () => {
  const all = { moduleIds: ['id-grund-1', 'id-grund-2'] }
  expect([find('grund'), find('Grundkurs'), find('basics')]).toEqual([all, all, all])
})

test('a title that two have is told apart by its short name only', () => {
  expect(find('Att fråga')).toEqual({ reason: 'module-ambiguous' })
  expect(find('Asking at school')).toEqual({ moduleIds: ['id-skola-2'] })
  expect(find('något annat')).toEqual({ reason: 'module-unknown' })
  expect(find(' ')).toEqual({ reason: 'module-missing' })
})

const given = (rowNumber: number, change: Partial<GivenRow> = {}): GivenRow => ({
  rowNumber,
  email: 'kim@exempel.se',
  employerNumber: '',
  module: 'grund-1',
  day: '2026-03-31',
  evidence: 'Intyg',
  ...change,
})
const read = (row: FileRow) => readRow(row, find, '2026-11-21')

test.each<[Partial<GivenRow>, string]>([
  [{ email: '' }, 'person-missing'],
  [{ module: '' }, 'module-missing'],
  [{ module: 'x' }, 'module-unknown'],
  [{ day: '' }, 'day-missing'],
  [{ day: '31.03.2026' }, 'day-unreadable'],
  [{ day: '2026-02-30' }, 'day-unreadable'],
  [{ day: '2026-11-22' }, 'day-ahead'],
  [{ day: '1999-12-31' }, 'day-too-early'],
  [{ evidence: '' }, 'evidence-missing'],
  [{ evidence: 'x'.repeat(201) }, 'evidence-too-long'],
])('%j is refused: %s', (change, reason) => {
  expect(read(given(2, change))).toEqual({ rowNumber: 2, reason })
})

test('the first and the last day, the longest evidence and a number alone are all right', () => {
  const fine = [
    { day: '2000-01-01' },
    { day: '2026-11-21' },
    { evidence: 'x'.repeat(200) },
    { email: '', employerNumber: 'A1' },
  ]
  for (const change of fine) expect(read(given(2, change))).toHaveProperty('moduleIds')
})

test('a row of which nothing may be kept is refused for just that', () => {
  expect(read({ rowNumber: 3, withheld: 'personal-number' })).toEqual({
    rowNumber: 3,
    reason: 'personal-number',
  })
})

const foundBy = (change: Partial<FoundPersons>): FoundPersons => ({
  byAddress: [],
  byNumber: [],
  isNumbered: false,
  ...change,
})

const judge = (
  rows: FileRow[],
  persons: [number, string | Partial<FoundPersons>][],
  held: string[] = [],
) => {
  const found = persons.map(([row, who]): [number, FoundPersons] => [
    row,
    foundBy(typeof who === 'string' ? { byAddress: [who] } : who),
  ])
  return judgeRows(rows.map(read), new Map(found), new Set(held))
}

const outcomes = (judged: ReturnType<typeof judge>) =>
  judged.map((row) => (row.outcome === 'refused' ? row.reason : row.outcome))

test('the same person, module and day is there already; another day is new', () => {
  const held = wantedKey({ personId: 'kim', moduleId: 'id-grund-1', day: '2026-03-31' })
  const rows = [given(2), given(3, { day: '2026-03-30' }), given(4, { module: 'grund-2' })]
  const persons: [number, string][] = rows.map(({ rowNumber }) => [rowNumber, 'kim'])
  expect(outcomes(judge(rows, persons, [held]))).toEqual(['held', 'new', 'new'])
})

test('of two alike in the file the second is held', () => {
  const rows = [given(2), given(3), given(4)]
  const judged = judge(rows, [
    [2, 'kim'],
    [3, 'kim'],
    [4, 'alex'],
  ])
  expect(outcomes(judged)).toEqual(['new', 'held', 'new'])
})

test('a course adds those of its modules that are not there', () => {
  const held = wantedKey({ personId: 'kim', moduleId: 'id-grund-1', day: '2026-03-31' })
  const [row] = judge([given(2, { module: 'grund' })], [[2, 'kim']], [held])
  expect(row).toMatchObject({ outcome: 'new', newModuleIds: ['id-grund-2'] })
})

const kim = ['kim']
test.each<[string, Partial<GivenRow>, Partial<FoundPersons>, object]>([
  ['an address', {}, { byAddress: kim }, { personId: 'kim', newNumber: null }],
  ["nobody's address", {}, {}, { reason: 'person-unknown' }],
  ['a number', { email: '' }, { byNumber: kim }, { personId: 'kim', newNumber: null }],
  ["nobody's number", { email: '' }, {}, { reason: 'person-unknown' }],
  ['a number of two', { email: '' }, { byNumber: ['kim', 'alex'] }, { reason: 'number-shared' }],
  ['both of one', {}, { byAddress: kim, byNumber: kim }, { personId: 'kim', newNumber: null }],
  ['both of two', {}, { byAddress: kim, byNumber: ['alex'] }, { reason: 'person-differs' }],
  ["nobody's address, a number", {}, { byNumber: kim }, { reason: 'person-differs' }],
  [
    'an address, and a number that is not the one the person has',
    {},
    { byAddress: kim, isNumbered: true },
    { reason: 'person-differs' },
  ],
  [
    'an address, and a number where the person has none',
    {},
    { byAddress: kim },
    { personId: 'kim', newNumber: 'A1' },
  ],
  ['both, of nobody', {}, {}, { reason: 'person-unknown' }],
  [
    'both, the number of two',
    {},
    { byAddress: kim, byNumber: ['kim', 'alex'] },
    { reason: 'number-shared' },
  ],
])('who is told by %s', (what, change, found, expected) => {
  const isAlone = what === 'an address' || what === "nobody's address"
  const row = given(2, { employerNumber: isAlone ? '' : 'A1', ...change })
  expect(personOf(row, foundBy(found))).toEqual(expected)
})

test('a new number that the file gives to two people is nobody’s', () => {
  const rows = [
    given(2, { employerNumber: 'A1' }),
    given(3, { email: 'alex@exempel.se', employerNumber: 'a1' }),
    given(4, { email: 'robin@exempel.se', employerNumber: 'A2' }),
  ]
  const judged = judge(rows, [
    [2, 'kim'],
    [3, 'alex'],
    [4, 'robin'],
  ])
  expect(outcomes(judged)).toEqual(['number-shared', 'number-shared', 'new'])
  expect(toldNumbersOf(judged)).toEqual([
    { rowNumber: 4, personId: 'robin', employerNumber: 'A2', day: '2026-03-31' },
  ])
})

test('two new numbers for one person leave it open which is right; the same twice does not', () => {
  const rows = ['A1', 'A2', 'B1', 'b1'].map((employerNumber, index) =>
    given(index + 2, { employerNumber }),
  )
  const judged = judge(rows, [
    [2, 'kim'],
    [3, 'kim'],
    [4, 'alex'],
    [5, 'alex'],
  ])
  expect(outcomes(judged)).toEqual(['new', 'held', 'new', 'held'])
  expect(toldNumbersOf(judged).map(({ rowNumber }) => rowNumber)).toEqual([4, 5])
})

const at = (time: string) => new Date(`2026-11-21T${time}Z`)
const mark = (change: Partial<ImportMark>): ImportMark => ({
  status: 'checked',
  checkedAt: at('10:00:00'),
  appliedAt: null,
  ...change,
})
const dayLater = (time: string) => new Date(`2026-11-22T${time}Z`)
const thrown = (code: string) => expect.objectContaining({ code: `earlier.${code}` }) as Error

test('a check is good for a day, to be applied once', () => {
  expect(() => requireAppliable(mark({}), dayLater('09:59:59'))).not.toThrow()
  expect(() => requireAppliable(mark({}), dayLater('10:00:00'))).toThrow(thrown('check-too-old'))
  const applied = mark({ status: 'applied', appliedAt: at('11:00:00') })
  expect(() => requireAppliable(applied, at('12:00:00'))).toThrow(thrown('not-checked'))
})

test('what was applied can be undone for a day, once', () => {
  const applied = mark({ status: 'applied', appliedAt: at('11:00:00') })
  expect(() => requireUndoable(applied, dayLater('10:59:59'))).not.toThrow()
  expect(() => requireUndoable(applied, dayLater('11:00:00'))).toThrow(thrown('undo-too-late'))
  expect(() => requireUndoable(mark({}), at('12:00:00'))).toThrow(thrown('not-applied'))
  const undone = mark({ status: 'undone', appliedAt: at('11:00:00') })
  expect(() => requireUndoable(undone, at('12:00:00'))).toThrow(thrown('not-applied'))
})
