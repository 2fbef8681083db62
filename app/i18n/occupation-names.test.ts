import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { subGroup } from './sv/sub-group.ts'

test('occupations are named as the kept list of SSYK 2012 names them', () => {
  const text = readFileSync('prisma/professions/ssyk2012.csv', 'utf8')
  const kept = parse<{ ssyk_code: string; name: string }>(text, { columns: true })
  const named = Object.entries(subGroup).filter(([key]) => key.startsWith('occupation.'))
  expect(Object.fromEntries(named)).toEqual(
    Object.fromEntries(kept.map((row) => [`occupation.${row.ssyk_code}`, row.name])),
  )
})
