import { afterAll, beforeAll, expect, test } from 'vitest'
import { declareHeadcount } from '~/domain/organisation/headcount.server.ts'
import { systemActor, type Grant } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import { newId, type OrganisationId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeAssignment, makeCompletion } from '../../../tests/factories/assignment.ts'
import { makeActivity } from '../../../tests/factories/activity.ts'
import { makeModule } from '../../../tests/factories/catalogue.ts'
import {
  actorWith,
  makeEmployment,
  makeOrganisation,
} from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { organisationShape } from './organisation-list.ts'
import { listQueryOf } from '~/kernel/list-query.ts'
import { listOrganisations, readOrganisationCoverage } from './organisation-coverage.server.ts'
import { readRegion } from './region-coverage.server.ts'

useDatabase()

const today = '2026-11-21'
beforeAll(() => holdClock(new Date('2026-11-21T10:00:00Z')))
afterAll(() => holdClock(undefined))

const trainer = (scope: Grant['scope']) => actorWith({ role: 'trainer', scope })
const inCounty = (countyCode: string) => trainer({ kind: 'county', countyCode })
const inCatchment = (...municipalityCodes: string[]) =>
  trainer({ kind: 'catchment', organisationId: newId<OrganisationId>(), municipalityCodes })
const managerOf = (organisationId: OrganisationId) =>
  actorWith({ role: 'manager', scope: { kind: 'organisation', organisationId } })

const query = { moduleSlug: null, asOf: today }
const all = { query, list: listQueryOf('', organisationShape) }
const asked = (address: string) => ({ list: listQueryOf(address, organisationShape) })

const namesFor = async (actor: ReturnType<typeof inCounty>, change: object = {}) =>
  (await listOrganisations({ actor, ...all, ...change })).organisations.rows.map(({ name }) => name)

test('the list holds what is within reach: a county, a catchment, an organisation', async () => {
  const at = (name: string, countyCode: string, municipalityCode: string) =>
    makeOrganisation({ name, countyCode, municipalityCode })
  await at('Östra', '06', '0680')
  await at('Ängen', '06', '0683')
  await at('Åsen', '06', '0680')
  const { organisationId } = await at('Utanför', '05', '0580')
  expect(await namesFor(inCounty('06'))).toEqual(['Åsen', 'Ängen', 'Östra'])
  expect(await namesFor(inCatchment('0683', '0580'))).toEqual(['Utanför', 'Ängen'])
  expect(await namesFor(managerOf(organisationId))).toEqual(['Utanför'])
  expect(await namesFor(inCounty('10'))).toEqual([])
  expect(await namesFor(inCounty('06'), asked('?search=östra'))).toEqual(['Östra'])
  expect(await namesFor(inCounty('06'), asked('?search=värnamo'))).toEqual(['Ängen'])
  expect(await namesFor(inCounty('06'), asked('?search=%25'))).toEqual([])
  await expect(listOrganisations({ actor: actorWith(), ...all })).rejects.toMatchObject({
    status: 403,
  })
})

test('the list comes a page at a time', async () => {
  for (let index = 10; index < 37; index++) {
    await makeOrganisation({ name: `K${index}`, countyCode: '07', municipalityCode: '0780' })
  }
  const actor = inCounty('07')
  const first = await listOrganisations({ actor, ...all })
  expect(first.organisations).toMatchObject({ count: 27, page: 1, pages: 2 })
  expect(first.organisations.rows).toHaveLength(25)
  expect(await namesFor(actor, asked('?page=2'))).toEqual(['K35', 'K36'])
})

test('the list is filtered by kind and sorted as asked', async () => {
  const at = { countyCode: '14', municipalityCode: '1480' }
  await makeOrganisation({ ...at, name: 'Göteborgs stad' })
  await makeOrganisation({ ...at, name: 'Regionen', kind: 'region' })
  await makeOrganisation({ ...at, name: 'Barnjouren', municipalityCode: '1401' })
  const actor = inCounty('14')
  expect(await namesFor(actor, asked('?kind=region'))).toEqual(['Regionen'])
  expect(await namesFor(actor, asked('?sort=-name'))).toEqual([
    'Regionen',
    'Göteborgs stad',
    'Barnjouren',
  ])
  // Göteborg comes before Härryda.
  expect((await namesFor(actor, asked('?sort=-municipality')))[0]).toBe('Barnjouren')
})

test("another organisation's page is refused, and one that does not exist is not found", async () => {
  const own = await makeOrganisation()
  const other = await makeOrganisation()
  const actor = managerOf(own.organisationId)
  const reading = (organisationId: string) =>
    readOrganisationCoverage({ actor, organisationId, query })
  await expect(reading(other.organisationId)).rejects.toMatchObject({ status: 403 })
  await expect(reading(newId())).rejects.toMatchObject({ status: 404 })
  await expect(reading('not-an-id')).rejects.toMatchObject({ status: 404 })
  expect((await reading(own.organisationId)).may).toEqual({
    people: true,
    headcounts: true,
    units: true,
    claims: true,
    assign: true,
    completions: true,
    delegations: true,
    subGroups: true,
    peopleFile: true,
    joinCodes: true,
  })
})

test('a trainer sees figures, may assign, keeps units and headcounts, and may not open names or claims', async () => {
  const { organisationId } = await makeOrganisation({ countyCode: '22', municipalityCode: '2281' })
  const view = await readOrganisationCoverage({ actor: inCounty('22'), organisationId, query })
  expect(view.may).toEqual({
    people: false,
    headcounts: true,
    units: true,
    claims: false,
    assign: true,
    completions: false,
    delegations: false,
    subGroups: true,
    peopleFile: false,
    joinCodes: false,
  })
  expect(JSON.stringify(view)).not.toContain('givenName')
})

test('the region puts the greatest gap first and unknown ones apart', async () => {
  const module = await makeModule()
  const place = { countyCode: '08', municipalityCode: '0880' }
  const small = await makeOrganisation({ ...place, name: 'Liten' })
  const large = await makeOrganisation({ ...place, name: 'Stor' })
  const silent = await makeOrganisation({ ...place, name: 'Tyst' })
  const declared = { actor: systemActor, professionGroup: 'school', source: 'own' } as const
  const asOf = '2026-01-01'
  // Missing: 3 of 4 in the small one, 9 of 10 in the large one. The silent one has said nothing.
  await declareHeadcount({ ...declared, unitId: small.rootUnitId, headcount: 4, asOf })
  await declareHeadcount({ ...declared, unitId: large.rootUnitId, headcount: 10, asOf })
  for (const { rootUnitId } of [small, large, silent]) {
    await makeCompletion(await makeEmployment(rootUnitId), module, '2026-11-01')
  }
  await makeAssignment(large.organisationId, module.moduleId, { dueOn: '2026-12-24' })
  const region = await readRegion({
    actor: inCounty('08'),
    query: { moduleSlug: module.slug, asOf: today },
  })
  expect(region.counties).toEqual(['Kalmar län'])
  expect(region.ranked.map(({ name, dueOn }) => [name, dueOn])).toEqual([
    ['Stor', '2026-12-24'],
    ['Liten', null],
  ])
  expect(region.unknown.map(({ name, mayAssign }) => [name, mayAssign])).toEqual([['Tyst', true]])
  expect(region.whole.total).toMatchObject({ held: 2, required: 14, heldUncounted: 1 })
  // All twelve municipalities stand there, the one with figures first.
  expect(region.municipalities).toHaveLength(12)
  expect(region.municipalities[0]).toMatchObject({ code: '0880', total: { required: 14 } })
})

test('white spots: where nobody has completed anything, or come to anything, for a year', async () => {
  const at = { countyCode: '23', municipalityCode: '2380' }
  const quiet = await makeOrganisation({ ...at, name: 'Tysta' })
  const long = await makeOrganisation({ ...at, name: 'Länge sedan' })
  const learning = await makeOrganisation({ ...at, name: 'Lär' })
  const meeting = await makeOrganisation({ ...at, name: 'Möts' })
  const module = await makeModule()
  const completesOn = async (unitId: string, day: string) =>
    makeCompletion(await makeEmployment(unitId, { validFrom: '2024-01-01' }), module, day)
  await completesOn(long.rootUnitId, '2025-11-21')
  await completesOn(learning.rootUnitId, '2025-11-22')
  const held = await makeActivity({ organiserId: quiet.organisationId, days: ['2026-02-01'] })
  await comeTo(held.sessionId, meeting.organisationId, null)
  await comeTo(held.sessionId, quiet.organisationId, new Date())
  const { whiteSpots, organisations } = await readRegion({ actor: inCounty('23'), query })
  expect(whiteSpots.map(({ name, lastOn }) => [name, lastOn])).toEqual([
    ['Tysta', null],
    ['Länge sedan', '2025-11-21'],
  ])
  expect(organisations).toMatchObject({ whiteSpots: 2, all: 4 })
})

const comeTo = (sessionId: string, organisationId: string, endedAt: Date | null) =>
  prisma().attendance.create({
    data: {
      id: newId(),
      sessionId,
      way: 'counted',
      people: 3,
      professionGroup: 'school',
      organisationId,
      recordedAt: new Date(),
      endedAt,
    },
  })
