import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { countedGroups } from './organisation.ts'
import { professionGroupOf } from './profession-words.ts'
import { ssykOccupation, ssykOccupations } from './ssyk.ts'

interface Row {
  ssyk_code: string
  profession_group: string
  name: string
}

test('the occupations are those of the kept file, in its order', () => {
  const text = readFileSync('prisma/professions/ssyk2012.csv', 'utf8')
  const kept = parse<Row>(text, { columns: true })
  expect(
    ssykOccupations.map(({ code, professionGroup, name }) => ({
      ssyk_code: code,
      profession_group: professionGroup,
      name,
    })),
  ).toEqual(kept)
})

test('there are 37 occupations, each code of four digits once, and so in one national group', () => {
  expect(ssykOccupations).toHaveLength(37)
  expect(new Set(ssykOccupations.map(({ code }) => code)).size).toBe(37)
  for (const { code, professionGroup } of ssykOccupations) {
    expect(code).toMatch(/^\d{4}$/)
    expect(countedGroups).toContain(professionGroup)
  }
})

test('so many occupations are counted in each national group', () => {
  const counts: Record<string, number> = {}
  for (const { professionGroup } of ssykOccupations) {
    counts[professionGroup] = (counts[professionGroup] ?? 0) + 1
  }
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
  for (const { code, professionGroup } of ssykOccupations) {
    expect(professionGroupOf(code, {}), code).toBe(professionGroup)
  }
})

test('a code that is not in the list has no occupation', () => {
  expect(ssykOccupation('2661')?.name).toBe('Socialsekreterare')
  expect(ssykOccupation('0000')).toBeUndefined()
})
