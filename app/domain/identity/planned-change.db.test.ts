import { afterAll, beforeAll, expect, test } from 'vitest'
import { editOrganisation } from '~/domain/organisation/edit-organisation.server.ts'
import type { Command } from '~/domain/organisation/reorganisation.ts'
import { systemActor } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import type { Day } from '~/kernel/dates.ts'
import { newId } from '~/kernel/ids.ts'
import { prisma, rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import {
  makeEmployment,
  makeOrganisation,
  makeUnit,
} from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { listPlannedChanges, readPlannedChange, takeBackChange } from './planned-change.server.ts'
import { reorganiseUnits } from './reorganise.server.ts'

useDatabase()
beforeAll(() => holdClock(new Date('2026-01-15T10:00:00Z')))
afterAll(() => holdClock(undefined))

const start: Day = '2026-03-01'
const actor = systemActor
type UnitCommand = Exclude<Command, { kind: 'found' }>
const change = (command: UnitCommand, day: Day = start) => reorganiseUnits({ actor, command, day })

const plannedFor = async (organisationId: string) =>
  (await listPlannedChanges(actor, organisationId)).planned

const back = (organisationId: string, plannedId: string) =>
  takeBackChange({ actor, organisationId, plannedId })

/** Everything about an organisation that a change may write. */
async function everything() {
  const [found] = await rows<Record<string, unknown>>(sql`
    select (select jsonb_agg(to_jsonb(row) order by row.id) from unit_placement row) as placements,
           (select jsonb_agg(to_jsonb(row) order by row.id) from affiliation row) as affiliations,
           (select jsonb_agg(to_jsonb(row) order by row.id) from headcount row) as headcounts,
           (select jsonb_agg(to_jsonb(row) order by row.id) from organisation row) as organisations,
           (select jsonb_agg(to_jsonb(row) order by row.id) from organisation_state row) as states,
           (select jsonb_agg(to_jsonb(row) order by row.id) from unit_change row) as changes,
           (select jsonb_agg(to_jsonb(row) order by row.id) from unit row
             where row.closed_on is distinct from row.opened_on) as units`)
  return found
}

async function school() {
  const home = await makeOrganisation()
  const [one, other] = [await makeUnit(home.rootUnitId), await makeUnit(home.rootUnitId)]
  const child = await makeUnit(one)
  const people = [
    await makeEmployment(one),
    await makeEmployment(one, { professionGroup: 'health-care' }),
    await makeEmployment(other),
    await makeEmployment(child),
  ]
  const told = { id: newId(), unitId: one, professionGroup: 'school', headcount: 7 }
  const recorded = { asOf: new Date('2026-01-01'), source: 'own', recordedAt: new Date() }
  await prisma().headcount.create({ data: { ...told, ...recorded } })
  return { ...home, one, other, child, people }
}

type School = Awaited<ReturnType<typeof school>>
const commands: [string, (at: School) => UnitCommand][] = [
  ['a new unit', ({ one }) => ({ kind: 'add', unit: { unitId: newId(), name: 'Ny', parentUnitId: one } })],
  ['a new name', ({ one }) => ({ kind: 'rename', unitId: one, name: 'Annat' })],
  ['a move', ({ one, other }) => ({ kind: 'move', unitId: one, parentUnitId: other })],
  ['a merger', ({ one, other }) => ({ kind: 'merge', unitIds: [one], into: { unitId: other } })],
  ['a closing', ({ one }) => ({ kind: 'close', unitId: one, withBelow: true })],
  ['a split in three', ({ one, child }) => ({
    kind: 'split',
    unitId: one,
    parts: ['A', 'B', 'C'].map((name) => ({ unitId: newId(), name })),
    groups: { 'health-care': 2 },
    below: { [child]: 1 },
  })],
] // prettier-ignore

test.each(commands)('%s that is taken back leaves everything as it was', async (_what, command) => {
  const at = await school()
  const before = await everything()
  await change(command(at))
  expect(await everything()).not.toEqual(before)
  const [planned] = await plannedFor(at.organisationId)
  expect(planned).toMatchObject({ day: start, mayTakeBack: true })
  await back(at.organisationId, planned!.plannedId)
  expect(await everything()).toEqual(before)
  expect(await plannedFor(at.organisationId)).toEqual([])
  // A second time nothing happens, and the trail has it once.
  await back(at.organisationId, planned!.plannedId)
  const where = { action: 'register.taken-back', organisationId: at.organisationId }
  expect(await prisma().auditEntry.count({ where })).toBe(1)
  const { plannedId } = planned!
  const read = await readPlannedChange(actor, { organisationId: at.organisationId, plannedId })
  expect(read.change).toBeNull()
})

test('an organisation that was to go into another goes on, with what was told of it', async () => {
  const [from, into] = [await school(), await school()]
  const before = await everything()
  await change({ kind: 'merge', unitIds: [from.rootUnitId], into: { unitId: into.one } })
  const [planned] = await plannedFor(into.organisationId)
  await back(into.organisationId, planned!.plannedId)
  expect(await everything()).toEqual(before)
})

test('a changed number and name of an organisation go back together', async () => {
  const { organisationId } = await makeOrganisation()
  const before = await everything()
  const state = {
    kind: 'civil-society',
    organisationNumber: null,
    carrierId: null,
    phase: null,
    projectYearFrom: null,
  } as const
  await editOrganisation({ actor, organisationId, name: 'Annat namn', state, catchment: [], day: start }) // prettier-ignore
  const planned = await plannedFor(organisationId)
  expect(planned).toHaveLength(1)
  await back(organisationId, planned[0]!.plannedId)
  expect(await everything()).toEqual(before)
})

test('refused are what has come into force, what another change rests on, and units that are in use', async () => {
  const { organisationId, one, other } = await school()
  const unitId = newId()
  await change({ kind: 'add', unit: { unitId, name: 'Ny', parentUnitId: one } })
  await change({ kind: 'move', unitId, parentUnitId: other }, '2026-04-01')
  const [added, moved] = await plannedFor(organisationId)
  await expect(back(organisationId, added!.plannedId)).rejects.toMatchObject({
    code: 'register.built-on-by',
    detail: { unit: 'Ny', day: '2026-04-01' },
  })
  await back(organisationId, moved!.plannedId)
  await makeEmployment(unitId)
  await expect(back(organisationId, added!.plannedId)).rejects.toMatchObject({
    code: 'register.has-people',
  })
  holdClock(new Date('2026-03-01T10:00:00Z'))
  await expect(back(organisationId, added!.plannedId)).rejects.toMatchObject({
    code: 'register.in-force',
  })
  holdClock(new Date('2026-01-15T10:00:00Z'))
})

test('a merger that a later one reckons with is taken back after that one', async () => {
  const { organisationId, rootUnitId, other, child } = await school()
  const third = await makeUnit(rootUnitId)
  await change({ kind: 'merge', unitIds: [child], into: { unitId: other } })
  await change({ kind: 'merge', unitIds: [other], into: { unitId: third } }, '2026-04-01')
  const [first, second] = await plannedFor(organisationId)
  await expect(back(organisationId, first!.plannedId)).rejects.toMatchObject({
    code: 'register.built-on-by',
    detail: { day: '2026-04-01' },
  })
  await back(organisationId, second!.plannedId)
  await back(organisationId, first!.plannedId)
  expect(await plannedFor(organisationId)).toEqual([])
  expect(await prisma().unitPlacement.count({ where: { unitId: child, validTo: null } })).toBe(1)
})

test('who has got another last day in the new unit has it in the one that goes on', async () => {
  const { organisationId, one, other, people } = await school()
  await change({ kind: 'merge', unitIds: [one], into: { unitId: other } })
  const where = { personId: people[0]!, validTo: null }
  await prisma().affiliation.updateMany({ where, data: { validTo: new Date('2026-06-01') } })
  const [planned] = await plannedFor(organisationId)
  await back(organisationId, planned!.plannedId)
  const left = await prisma().affiliation.findMany({ where: { personId: people[0]! } })
  expect(left).toMatchObject([{ unitId: one, validTo: new Date('2026-06-01') }])
})
