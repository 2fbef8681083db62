import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listPlannedChanges, takeBackChange } from '~/domain/identity/planned-change.server.ts'
import { reorganiseUnits } from '~/domain/identity/reorganise.server.ts'
import { moveAssignment } from '~/domain/assignment/assignment.server.ts'
import type { AudiencePlace } from '~/domain/assignment/assignment.ts'
import { readAssignment, listAssignments } from '~/domain/assignment/list-assignments.server.ts'
import type { Command } from '~/domain/organisation/reorganisation.ts'
import { systemActor } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import { addDays, type Day } from '~/kernel/dates.ts'
import { newId, type PersonId } from '~/kernel/ids.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { randomFrom, type Random } from '../../../prisma/seed/random.ts'
import { makeAssignmentTo } from '../../../tests/factories/assignment.ts'
import { makeModule } from '../../../tests/factories/catalogue.ts'
import { makeActor } from '../../../tests/factories/identity.ts'
import {
  makeEmployment,
  makeOrganisation,
  makeUnit,
} from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { selectLearnerHome } from './learner-standing.db.server.ts'

useDatabase()
// Everything is told on this day, for days to come.
beforeAll(() => holdClock(new Date('2026-01-15T10:00:00Z')))
afterAll(() => holdClock(undefined))

const start: Day = '2026-02-01'
type UnitCommand = Exclude<Command, { kind: 'found' }>

const change = (command: UnitCommand, day: Day) =>
  reorganiseUnits({ actor: systemActor, command, day })

async function assigned(place: AudiencePlace, values: { onlyNew?: boolean } = {}) {
  const module = await makeModule()
  const target = { kind: 'module', id: module.moduleId } as const
  return { ...module, id: await makeAssignmentTo([place], target, values) }
}

const hasDuty = async (personId: PersonId, slug: string, day: Day) =>
  (await selectLearnerHome(personId, day)).modules.some((module) => module.slug === slug)

describe('an assignment follows', () => {
  test('a unit that goes into another, from the day and not before', async () => {
    const { rootUnitId } = await makeOrganisation()
    const [from, into] = [await makeUnit(rootUnitId), await makeUnit(rootUnitId)]
    const [came, was] = [await makeEmployment(from), await makeEmployment(into)]
    const { slug } = await assigned({ kind: 'unit', ref: from })
    await change({ kind: 'merge', unitIds: [from], into: { unitId: into } }, start)
    for (const person of [came, was]) expect(await hasDuty(person, slug, start)).toBe(true)
    expect(await hasDuty(came, slug, '2026-01-31')).toBe(true)
    expect(await hasDuty(was, slug, '2026-01-31')).toBe(false)
  })

  test('and follows back when the planned change is taken back', async () => {
    const { organisationId, rootUnitId } = await makeOrganisation()
    const [from, into] = [await makeUnit(rootUnitId), await makeUnit(rootUnitId)]
    const [came, was] = [await makeEmployment(from), await makeEmployment(into)]
    const { slug } = await assigned({ kind: 'unit', ref: from })
    await change({ kind: 'merge', unitIds: [from], into: { unitId: into } }, start)
    const { planned } = await listPlannedChanges(systemActor, organisationId)
    const { plannedId } = planned[0]!
    await takeBackChange({ actor: systemActor, organisationId, plannedId })
    expect(await hasDuty(came, slug, start)).toBe(true)
    expect(await hasDuty(was, slug, start)).toBe(false)
  })

  test('a unit that is split, to each of its parts', async () => {
    const { rootUnitId } = await makeOrganisation()
    const whole = await makeUnit(rootUnitId)
    const [teacher, nurse] = [
      await makeEmployment(whole),
      await makeEmployment(whole, { professionGroup: 'health-care' }),
    ]
    const { slug } = await assigned({ kind: 'unit', ref: whole })
    const parts = ['Ena', 'Andra', 'Tredje'].map((name) => ({ unitId: newId(), name }))
    const groups = { 'health-care': 2 }
    await change({ kind: 'split', unitId: whole, parts, groups, below: {} }, start)
    for (const person of [teacher, nurse]) expect(await hasDuty(person, slug, start)).toBe(true)
  })

  test('an organisation that goes into another’s unit, or hangs below it with all it has', async () => {
    const home = await makeOrganisation()
    const merged = await makeOrganisation()
    const hung = await makeOrganisation()
    const unit = await makeUnit(home.rootUnitId)
    const people = [
      await makeEmployment(await makeUnit(merged.rootUnitId)),
      await makeEmployment(await makeUnit(hung.rootUnitId)),
    ]
    const modules = [
      await assigned({ kind: 'organisation', ref: merged.organisationId }),
      await assigned({ kind: 'organisation', ref: hung.organisationId }),
    ]
    const into = { unitId: unit }
    await change({ kind: 'merge', unitIds: [merged.rootUnitId], into }, start)
    await change({ kind: 'move', unitId: hung.rootUnitId, parentUnitId: unit }, start)
    const elsewhere = await makeEmployment(home.rootUnitId)
    for (const [index, { slug }] of modules.entries()) {
      expect(await hasDuty(people[index]!, slug, start), `organisation ${index}`).toBe(true)
      expect(await hasDuty(elsewhere, slug, start)).toBe(false)
    }
    // The other one's manager sees what came along, and may change it from the day: all of it is there now.
    const scope = { kind: 'organisation', ref: home.organisationId } as const
    const manager = await makeActor('manager', scope)
    const { id } = modules[0]!
    await expect(readAssignment(manager, id)).rejects.toThrow('forbidden')
    holdClock(new Date(`${start}T10:00:00Z`))
    const listed = await listAssignments(manager, home.organisationId)
    expect(listed.map((one) => one.id).sort()).toEqual(modules.map((one) => one.id).sort())
    const { assignment, followed } = await readAssignment(manager, id)
    expect(assignment.mayManage).toBe(true)
    expect(followed).toMatchObject([{ kind: 'merged', onDay: start }])
    expect((await readAssignment(manager, modules[1]!.id)).followed).toMatchObject([
      { kind: 'moved', onDay: start },
    ])
    const due = { dueOn: addDays(start, 90), dueDays: null }
    await moveAssignment({ actor: manager, assignmentId: id, due })
    holdClock(new Date('2026-01-15T10:00:00Z'))
  })

  test('a merger makes nobody new', async () => {
    const [from, into] = [await makeOrganisation(), await makeOrganisation()]
    const came = await makeEmployment(from.rootUnitId)
    const began = await makeEmployment(into.rootUnitId, { validFrom: start })
    const there = await assigned(
      { kind: 'organisation', ref: into.organisationId },
      { onlyNew: true },
    )
    const target = { unitId: into.rootUnitId }
    await change({ kind: 'merge', unitIds: [from.rootUnitId], into: target }, start)
    expect(await hasDuty(came, there.slug, start)).toBe(false)
    expect(await hasDuty(began, there.slug, start)).toBe(true)
  })
})

/** A change that may or may not be refused: whatever the register says no to is no change. */
function anyCommand(random: Random, units: string[]): UnitCommand {
  const [one, other] = [random.pick(units), random.pick(units)]
  const kind = random.pick(['merge', 'merge', 'split', 'move'] as const)
  if (kind === 'move') return { kind, unitId: one, parentUnitId: other }
  if (kind === 'merge') return { kind, unitIds: [one], into: { unitId: other } }
  const parts = ['A', 'B', 'C'].map((name) => ({ unitId: newId(), name: `${name} ${newId()}` }))
  return { kind, unitId: one, parts, groups: { school: 1 }, below: {} }
}

interface Told {
  command: UnitCommand
  day: Day
}

/** Which units a place that named one of them speaks to after all that was told by the day. */
function speaksTo(unitId: string, told: Told[], day: Day): Set<string> {
  const named = new Set([unitId])
  for (const { command } of told.filter((one) => one.day <= day)) {
    if (command.kind === 'merge' && command.unitIds.some((id) => named.has(id))) {
      named.add(command.into.unitId)
    }
    if (command.kind === 'split' && named.has(command.unitId)) {
      for (const part of command.parts) named.add(part.unitId)
    }
  }
  return named
}

async function worksAt(personId: PersonId, day: Day) {
  return rows<{ unitId: string; organisationId: string; above: string[] }>(sql`
    with recursive up (unit_id, at_id, organisation_id) as (
      select affiliation.unit_id, affiliation.unit_id, placement.organisation_id
        from affiliation join unit_placement placement on placement.unit_id = affiliation.unit_id
       where affiliation.person_id = ${personId}::uuid
         and affiliation.valid_from <= ${day}::date
         and coalesce(affiliation.valid_to, 'infinity') > ${day}::date
         and placement.valid_from <= ${day}::date
         and coalesce(placement.valid_to, 'infinity') > ${day}::date
      union all
      select up.unit_id, placement.parent_unit_id, up.organisation_id
        from up join unit_placement placement on placement.unit_id = up.at_id
       where placement.parent_unit_id is not null and placement.valid_from <= ${day}::date
         and coalesce(placement.valid_to, 'infinity') > ${day}::date)
    select unit_id::text as "unitId", organisation_id::text as "organisationId",
           array_agg(at_id::text) as above
      from up group by unit_id, organisation_id`)
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'the audience as units change is the audience computed from scratch, and stays what it was (seed %i)',
  async (seed) => {
    const random = randomFrom(seed)
    const organisations = [await makeOrganisation(), await makeOrganisation()]
    const units = organisations.map(({ rootUnitId }) => rootUnitId as string)
    for (let made = 0; made < 6; made++) units.push(await makeUnit(random.pick(units)))
    const people: PersonId[] = []
    for (const unitId of units) people.push(await makeEmployment(unitId))
    const ofUnit = random.pick(units.slice(2))
    const byUnit = await assigned({ kind: 'unit', ref: ofUnit })
    const { organisationId, rootUnitId } = random.pick(organisations)
    const byOrganisation = await assigned({ kind: 'organisation', ref: organisationId })
    const audience = async (slug: string, day: Day) => {
      const meant: boolean[] = []
      for (const person of people) meant.push(await hasDuty(person, slug, day))
      return meant
    }

    const told: Told[] = []
    const asked: { day: Day; unit: boolean[]; organisation: boolean[] }[] = []
    let day = start
    const live = [...units]
    while (told.length < 5) {
      const command = anyCommand(random, live)
      try {
        await change(command, day)
      } catch (refused) {
        if (refused instanceof Refusal) continue
        throw refused
      }
      told.push({ command, day })
      if (command.kind === 'split') live.push(...command.parts.map(({ unitId }) => unitId))
      asked.push({
        day,
        unit: await audience(byUnit.slug, day),
        organisation: await audience(byOrganisation.slug, day),
      })
      day = addDays(day, 10)
    }

    const ended = await rows<{ closedOn: Day | null }>(
      sql`select closed_on as "closedOn" from organisation where id = ${organisationId}::uuid`,
    )
    const closedOn = ended[0]!.closedOn
    for (const before of asked) {
      const named = speaksTo(ofUnit, told, before.day)
      const heirs = speaksTo(rootUnitId, told, before.day)
      const isOver = closedOn !== null && closedOn <= before.day
      const expected = { unit: [] as boolean[], organisation: [] as boolean[] }
      for (const person of people) {
        const places = await worksAt(person, before.day)
        expected.unit.push(places.some(({ above }) => above.some((id) => named.has(id))))
        expected.organisation.push(
          places.some((place) =>
            isOver
              ? place.above.some((id) => heirs.has(id))
              : place.organisationId === organisationId,
          ),
        )
      }
      expect({ unit: before.unit, organisation: before.organisation }).toEqual(expected)
      expect(await audience(byUnit.slug, before.day)).toEqual(before.unit)
      expect(await audience(byOrganisation.slug, before.day)).toEqual(before.organisation)
    }
  },
)
