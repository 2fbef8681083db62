import { expect, test } from 'vitest'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { listCounties, listMunicipalities } from './place.server.ts'

useDatabase()

test('there are 21 counties, each with a letter of its own', async () => {
  const counties = await listCounties()
  expect(counties).toHaveLength(21)
  expect(new Set(counties.map((county) => county.letter)).size).toBe(21)
})

test("there are 290 municipalities, and each code begins with its county's", async () => {
  const municipalities = await listMunicipalities()
  expect(municipalities).toHaveLength(290)
  for (const { code, countyCode } of municipalities) expect(code.slice(0, 2)).toBe(countyCode)
})

test('municipalities stand in Swedish order', async () => {
  const names = (await listMunicipalities('14')).map((municipality) => municipality.shortName)
  expect(names.at(-1)).toBe('Öckerö')
  expect(names).toHaveLength(49)
})
