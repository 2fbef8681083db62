import fc from 'fast-check'
import { expect, test } from 'vitest'
import { professionGroupOf } from '~/domain/organisation/profession-words.ts'
import { readPerson } from './people-row.ts'
import { unitFinder } from '~/domain/organisation/unit-finder.ts'

const root = '0193a000-0000-7000-8000-000000000001'
const care = '0193a000-0000-7000-8000-000000000002'
const school = '0193a000-0000-7000-8000-000000000003'
const teamOfCare = '0193a000-0000-7000-8000-000000000004'
const teamOfSchool = '0193a000-0000-7000-8000-000000000005'
const findUnit = unitFinder([
  { unitId: root, parentUnitId: null, name: 'Kommunen' },
  { unitId: care, parentUnitId: root, name: 'Omsorgen' },
  { unitId: school, parentUnitId: root, name: 'Skola F/6' },
  { unitId: teamOfCare, parentUnitId: care, name: 'Team 1' },
  { unitId: teamOfSchool, parentUnitId: school, name: 'Team 1' },
])

const columns = {
  givenName: 0,
  familyName: 1,
  email: 2,
  employerNumber: 3,
  unit: 4,
  profession: 5,
  kind: 6,
  from: 7,
  to: 8,
  subGroup: 9,
}
const therapists = {
  subGroupId: '0193a000-0000-7000-8000-000000000006',
  name: 'Familjebehandlare',
  professionGroup: 'social-services',
} as const
const reading = {
  columns,
  findUnit,
  findGroup: (word: string) => professionGroupOf(word, { samordnare: 'other' }),
  findSubGroup: (word: string) => (word === 'Familjebehandlare' ? therapists : undefined),
}
const row = (change: Partial<Record<keyof typeof columns, string>>) => {
  const plain = { givenName: 'Kim', familyName: 'Ek', email: 'kim@exempel.se', ...change }
  return Object.keys(columns).map((field) => plain[field as keyof typeof plain] ?? '')
}

test('a whole row is read; its last day is the day before the end', () => {
  const cells = row({
    email: 'Kim@Exempel.SE',
    employerNumber: 'A1',
    unit: 'omsorgen',
    profession: 'Socialsekreterare',
    kind: 'Tillsvidareanställd',
    from: '20240115',
    to: '2026-12-31',
  })
  expect(readPerson(cells, reading)).toEqual({
    givenName: 'Kim',
    familyName: 'Ek',
    email: 'kim@exempel.se',
    employerNumber: 'A1',
    unitId: care,
    professionGroup: 'social-services',
    subGroupId: null,
    kind: 'employed',
    validFrom: '2024-01-15',
    validTo: '2027-01-01',
    reason: null,
  })
})

test.each([
  ['person-missing', { email: '' }],
  ['email-unreadable', { email: 'kim (at) exempel.se' }],
  ['number-too-long', { employerNumber: 'x'.repeat(41) }],
  ['unit-unknown', { unit: 'Ingenstans' }],
  ['unit-ambiguous', { unit: 'Team 1' }],
  ['profession-unknown', { profession: 'Trollkarl' }],
  ['kind-unknown', { kind: 'granne' }],
  ['from-unreadable', { from: '31/3' }],
  ['to-unreadable', { to: '2026-02-30' }],
  ['ends-before-start', { from: '2026-03-02', to: '2026-03-01' }],
] as const)('%s', (reason, change) => {
  expect(readPerson(row(change), reading).reason).toBe(reason)
})

test('one day at work is a day', () => {
  expect(readPerson(row({ from: '2026-03-01', to: '2026-03-01' }), reading).reason).toBeNull()
})

test.each([
  ['its id', school.toUpperCase(), school],
  ['its name, whatever the case', 'skola f/6', school],
  ['its path', 'Omsorgen / Team 1', teamOfCare],
  ['its path from the top', 'kommunen>Skola F/6>team 1', teamOfSchool],
  ['its path with a backslash', String.raw`Kommunen\Omsorgen\Team 1`, teamOfCare],
])('a unit is named by %s', (_what, text, unitId) => {
  expect(findUnit(text)).toEqual({ unitId })
})

test("a word for a profession is the organisation's own, a group, a profession or its code", () => {
  const words = [
    'SAMORDNARE',
    'Förskola och skola',
    'other-authority',
    'Åklagare',
    '2661',
    'Trollkarl',
  ]
  const groups = words.map((word) => reading.findGroup(word))
  expect(groups).toEqual([
    'other',
    'school',
    'other-authority',
    'judiciary',
    'social-services',
    undefined,
  ])
})

test('any cells at all are read to something that fits the database', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 500 }), { maxLength: 12 }), (cells) => {
      const read = readPerson(cells, reading)
      expect(read.givenName.length).toBeLessThanOrEqual(100)
      expect(read.employerNumber.length).toBeLessThanOrEqual(40)
      expect(read.validTo === null || /^\d{4}-\d{2}-\d{2}$/.test(read.validTo)).toBe(true)
    }),
  )
})

test('an own sub-group tells its national group, and one of another group is refused', () => {
  const told = (change: Parameters<typeof row>[0]) => {
    const { professionGroup, subGroupId, reason } = readPerson(row(change), reading)
    return { professionGroup, subGroupId, reason }
  }
  const { subGroupId } = therapists
  expect(told({ subGroup: 'Familjebehandlare' })).toEqual({
    professionGroup: 'social-services',
    subGroupId,
    reason: null,
  })
  expect(told({ subGroup: 'Familjebehandlare', profession: 'lärare' }).reason).toBe(
    'sub-group-elsewhere',
  )
  expect(told({ subGroup: 'Fältare' }).reason).toBe('sub-group-unknown')
})
