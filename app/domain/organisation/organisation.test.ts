import { expect, test } from 'vitest'
import { checkNewOrganisation, inTreeOrder, type NewOrganisation } from './organisation.ts'
import { declareHeadcountsSchema } from './organisation.schema.ts'

const plain: NewOrganisation = {
  kind: 'municipality',
  name: 'Gävle kommun',
  countyCode: '21',
  municipalityCode: '2180',
  openedOn: '2020-01-01',
}

test('a municipality lies in a municipality of its own county', () => {
  expect(() => checkNewOrganisation(plain)).not.toThrow()
  expect(() => checkNewOrganisation({ ...plain, municipalityCode: null })).toThrow(
    'organisation.municipality-missing',
  )
  expect(() => checkNewOrganisation({ ...plain, countyCode: '05' })).toThrow(
    'organisation.municipality-elsewhere',
  )
})

test('only a resource centre has a catchment, which may reach into other counties', () => {
  const catchment = ['2180', '0580']
  expect(() => checkNewOrganisation({ ...plain, catchment })).toThrow(
    'organisation.catchment-not-centre',
  )
  expect(() => checkNewOrganisation({ ...plain, kind: 'resource-centre', catchment })).not.toThrow()
})

test('units stand as a tree is read, siblings in Swedish order', () => {
  const unit = (name: string, parentUnitId: string | null) => ({ unitId: name, name, parentUnitId })
  const ordered = inTreeOrder([
    unit('Öst', 'Skola'),
    unit('Skola 10', 'Skola'),
    unit('Skola 9', 'Skola'),
    unit('Äldre', 'Kommun'),
    unit('Skola', 'Kommun'),
    unit('Kommun', 'elsewhere'),
  ])
  expect(ordered.map(({ name, depth }) => `${depth} ${name}`)).toEqual([
    '0 Kommun',
    '1 Skola',
    '2 Skola 9',
    '2 Skola 10',
    '2 Öst',
    '1 Äldre',
  ])
})

test('an empty cell says nothing about its group, a nought says nobody, and what is no number stands at its cell', () => {
  const unitId = '0195f2a0-0000-7000-8000-000000000000'
  const form = { asOf: '2026-11-01', source: 'own' }
  const cells = {
    [`count-${unitId}-school`]: '0',
    [`count-${unitId}-health-care`]: '',
    [`count-${unitId}-social-services`]: ' 1 052 ',
  }
  expect(declareHeadcountsSchema.parse({ ...form, ...cells })).toEqual({
    ...form,
    confirmsAll: false,
    cells: [
      { unitId, professionGroup: 'school', headcount: 0 },
      { unitId, professionGroup: 'social-services', headcount: 1052 },
    ],
  })
  const wrong = declareHeadcountsSchema.safeParse({ ...form, [`count-${unitId}-school`]: '-3' })
  expect(wrong.error?.issues[0]).toMatchObject({
    path: [`count-${unitId}-school`],
    message: 'headcount.not-a-number',
  })
})
