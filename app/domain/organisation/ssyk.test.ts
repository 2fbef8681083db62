import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { countedGroups } from './organisation.ts'
import { professionGroupOf } from './profession-words.ts'
import { isSsykCode, ssykCodes, ssykGroups } from './ssyk.ts'

test('the occupations and their national groups are those of the kept file', () => {
  const text = readFileSync('prisma/professions/ssyk2012.csv', 'utf8')
  const kept = parse<{ ssyk_code: string; profession_group: string }>(text, { columns: true })
  expect(kept.map((row) => [row.ssyk_code, row.profession_group])).toEqual(
    ssykCodes.map((code) => [code, ssykGroups[code]]),
  )
})

test('there are 37 occupations, each of four digits, in one national group', () => {
  expect(ssykCodes).toHaveLength(37)
  for (const code of ssykCodes) {
    expect(code).toMatch(/^\d{4}$/)
    expect(countedGroups).toContain(ssykGroups[code])
  }
})

test('so many occupations are counted in each national group', () => {
  const counts: Record<string, number> = {}
  for (const group of Object.values(ssykGroups)) counts[group] = (counts[group] ?? 0) + 1
  // 4 of pupil health, 5 of school, 2 of preschool, 1 of adult education and 1 of leisure are school's 13.
  expect(counts).toEqual({
    'social-services': 4,
    school: 13,
    'health-care': 12,
    judiciary: 4,
    'other-authority': 3,
    other: 1,
  })
})

test('a code in a file of people stands for the same national group as in the list', () => {
  for (const code of ssykCodes) expect(professionGroupOf(code, {}), code).toBe(ssykGroups[code])
})

test('a code that is not in the list has no occupation', () => {
  expect(isSsykCode('2661')).toBe(true)
  expect(isSsykCode('0000')).toBe(false)
})
