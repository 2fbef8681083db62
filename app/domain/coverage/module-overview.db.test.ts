import { afterAll, beforeAll, expect, test } from 'vitest'
import { declareHeadcount } from '~/domain/organisation/headcount.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import { professionGroups, type ProfessionGroup } from '~/kernel/profession.ts'
import {
  makeAssignment,
  makeAssignmentTo,
  makeCompletion,
} from '../../../tests/factories/assignment.ts'
import { makeModule } from '../../../tests/factories/catalogue.ts'
import { completeTrack, makeTrack } from '../../../tests/factories/credential.ts'
import {
  actorWith,
  makeEmployment,
  makeOrganisation,
  makeUnit,
} from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { readModuleOverview, type ModuleOverview } from './module-overview.server.ts'
import { readOrganisationCoverage } from './organisation-coverage.server.ts'

useDatabase()

const today = '2026-11-21'
beforeAll(() => holdClock(new Date('2026-11-21T10:00:00Z')))
afterAll(() => holdClock(undefined))

const actor = systemActor
const read = (organisationId: string, unitId: string | null = null, asOf = today) =>
  readModuleOverview({ actor, organisationId, unitId, asOf })

const declare = (unitId: string, professionGroup: ProfessionGroup, headcount: number) =>
  declareHeadcount({
    actor,
    unitId,
    professionGroup,
    headcount,
    asOf: '2026-01-01',
    source: 'own',
  })

function figureIn(view: ModuleOverview, id: string, group: ProfessionGroup) {
  const row = view.rows.find((each) => each.id === id)!
  const figure = row.coverage.groups.find(({ professionGroup }) => professionGroup === group)!
  return [figure.held, figure.required, figure.heldUncounted]
}

test('every module that is asked has a row, with who holds it of how many in each group', async () => {
  const { organisationId, rootUnitId } = await makeOrganisation()
  const school = await makeUnit(rootUnitId)
  const [basic, wanted, unasked] = [await makeModule(), await makeModule(), await makeModule()]
  await makeAssignment(organisationId, basic.moduleId)
  const unit = [{ kind: 'unit' as const, ref: school }]
  const terms = { isMandatory: false, dueOn: null }
  await makeAssignmentTo(unit, { kind: 'module', id: wanted.moduleId }, terms)
  await declare(rootUnitId, 'school', 4)
  const [one, two] = [await makeEmployment(school), await makeEmployment(school)]
  const nurse = await makeEmployment(rootUnitId, { professionGroup: 'health-care' })
  for (const person of [one, two, nurse]) await makeCompletion(person, basic, '2026-05-01')
  await makeCompletion(one, wanted, '2026-05-01')
  const view = await read(organisationId)
  expect(view.rows.map(({ id, isMandatory }) => [id, isMandatory])).toEqual([
    [basic.moduleId, true],
    [wanted.moduleId, false],
  ])
  expect(view.rows.map(({ id }) => id)).not.toContain(unasked.moduleId)
  expect(view.groups).toEqual(
    professionGroups.filter((group) => ['school', 'health-care'].includes(group)),
  )
  // Two of the four declared; the nurse has done it, and nobody has said how many nurses there are.
  expect(figureIn(view, basic.moduleId, 'school')).toEqual([2, 4, 0])
  expect(figureIn(view, basic.moduleId, 'health-care')).toEqual([0, null, 1])
  expect(figureIn(view, wanted.moduleId, 'school')).toEqual([1, 4, 0])
  // The day before, nothing was assigned.
  expect((await read(organisationId, null, '2026-11-20')).rows).toEqual([])
})

test('a track has a row of its own, held by those who hold all its modules, and a row for each of them', async () => {
  const { organisationId, rootUnitId } = await makeOrganisation()
  const track = await makeTrack()
  const place = [{ kind: 'organisation' as const, ref: organisationId }]
  await makeAssignmentTo(place, { kind: 'track', id: track.trackId })
  await declare(rootUnitId, 'school', 10)
  const [all, half, imported] = [
    await makeEmployment(rootUnitId),
    await makeEmployment(rootUnitId),
    await makeEmployment(rootUnitId),
  ]
  await completeTrack(all, track, '2026-03-01')
  await makeCompletion(half, track.modules[0]!, '2026-03-01')
  await makeCompletion(imported, track.modules[0]!, '2026-03-01')
  await makeCompletion(imported, track.modules[1]!, '2026-03-01', 'import')
  const view = await read(organisationId)
  expect(view.rows.map(({ kind, id }) => [kind, id])).toEqual([
    ['track', track.trackId],
    ['module', track.modules[0]!.moduleId],
    ['module', track.modules[1]!.moduleId],
  ])
  const held = view.rows.map(({ coverage }) => [coverage.total.held, coverage.total.heldImported])
  expect(held).toEqual([
    [2, 1],
    [3, 0],
    [2, 1],
  ])
})

test('each module’s row is what the page about that module says, in every unit and for any kind of place', async () => {
  const { organisationId, rootUnitId } = await makeOrganisation({
    countyCode: '06',
    municipalityCode: '0680',
  })
  const far = { countyCode: '06', municipalityCode: '0683' }
  const north = await makeUnit(rootUnitId, { name: 'Norr' })
  const south = await makeUnit(rootUnitId, { name: 'Söder', ...far })
  const room = await makeUnit(north)
  const units = [rootUnitId, north, south, room]
  const modules = [await makeModule(), await makeModule(), await makeModule(), await makeModule()]
  const track = await makeTrack()
  const target = (at: number) => ({ kind: 'module' as const, id: modules[at]!.moduleId })
  await makeAssignmentTo([{ kind: 'nation', ref: '' }], target(0))
  await makeAssignmentTo([{ kind: 'municipality', ref: '0683' }], target(1))
  await makeAssignmentTo([{ kind: 'unit', ref: north }], target(2), {
    professionGroups: ['school'],
  })
  await makeAssignmentTo([{ kind: 'county', ref: '06' }], target(3), { onlyNew: true })
  await makeAssignmentTo([{ kind: 'unit', ref: south }], { kind: 'track', id: track.trackId })
  await declare(north, 'school', 3)
  await declare(rootUnitId, 'health-care', 2)
  for (const unitId of units) {
    const teacher = await makeEmployment(unitId)
    await makeEmployment(unitId, { professionGroup: 'health-care', personId: teacher })
    await makeEmployment(unitId, { professionGroup: 'judiciary' })
    await makeCompletion(teacher, modules[units.indexOf(unitId)]!, '2026-02-02')
    await completeTrack(teacher, track, '2026-02-03', 'import')
  }
  const slugs = new Map<string, string[]>()
  for (const unitId of units) {
    const view = await read(organisationId, unitId)
    for (const { slug, coverage } of view.rows.filter(({ kind }) => kind === 'module')) {
      const query = { moduleSlug: slug, asOf: today }
      const one = await readOrganisationCoverage({ actor, organisationId, unitId, query })
      expect(coverage, `${slug} in ${unitId}`).toEqual(one.level.coverage)
      slugs.set(unitId, [...(slugs.get(unitId) ?? []), slug!])
    }
  }
  // Only what speaks to the opened unit, to one above or to one below it has a row.
  const slugOf = (at: number) => modules[at]!.slug
  expect(slugs.get(rootUnitId)).toHaveLength(6)
  expect(slugs.get(room)).toEqual(expect.arrayContaining([slugOf(0), slugOf(2), slugOf(3)]))
  expect(slugs.get(room)).toHaveLength(3)
  expect(slugs.get(south)).not.toContain(slugOf(2))
})

test('the tree is opened level by level, and a unit that is not there is the whole', async () => {
  const { organisationId, rootUnitId } = await makeOrganisation({ name: 'Kommunen' })
  const [b, a] = [
    await makeUnit(rootUnitId, { name: 'Öst' }),
    await makeUnit(rootUnitId, { name: 'Norr' }),
  ]
  const room = await makeUnit(a, { name: 'Skolan' })
  const whole = await read(organisationId, 'no-unit')
  expect(whole.below.map(({ unitId }) => unitId)).toEqual([a, b])
  expect(whole.path).toEqual([{ unitId: rootUnitId, name: 'Kommunen' }])
  const part = await read(organisationId, room)
  expect(part.path.map(({ name }) => name)).toEqual(['Kommunen', 'Norr', 'Skolan'])
  expect(part.below).toEqual([])
})

test('figures are for those who may see the organisation’s, and names for its managers', async () => {
  const { organisationId } = await makeOrganisation({ countyCode: '21', municipalityCode: '2180' })
  const asked = { organisationId, unitId: null, asOf: today }
  const manager = actorWith({ role: 'manager', scope: { kind: 'organisation', organisationId } })
  expect((await readModuleOverview({ actor: manager, ...asked })).mayPeople).toBe(true)
  const trainer = (countyCode: string) =>
    actorWith({ role: 'trainer', scope: { kind: 'county', countyCode } })
  expect((await readModuleOverview({ actor: trainer('21'), ...asked })).mayPeople).toBe(false)
  await expect(readModuleOverview({ actor: trainer('06'), ...asked })).rejects.toThrow('forbidden')
})
