import type { TargetKind } from '~/domain/assignment/assignment.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { coverageByUnit, coverageOf, factsByUnit } from './coverage-roll-up.ts'
import {
  groupedBy,
  type AssignedUnit,
  type Coverage,
  type CoverageFacts,
  type HeldCell,
  type UnitOnDay,
} from './coverage.ts'

/** Something that is assigned or recommended: a module, or a track or a course with the modules that it has. */
export interface AskedThing {
  kind: TargetKind
  id: string
  /** Of a module; null for all else. */
  slug: string | null
  titleSv: string
  titleEn: string
  /** Its own id alone for a module. */
  moduleIds: string[]
}

/** An assignment, at the topmost unit of each of its places. */
export interface SpokenTo {
  target: Pick<AskedThing, 'kind' | 'id'>
  unitId: string
  professionGroups: ProfessionGroup[]
  isMandatory: boolean
  /** Names nobody and is not for new ones alone: only then it says something of a whole unit (0032). */
  isForAll: boolean
}

/** A thing with how many hold all of it, and how binding it is where one looks. */
export interface OverviewRow extends AskedThing {
  isMandatory: boolean
  coverage: Coverage
}

/** What the rows are made of, once for all of them. */
export interface OverviewFacts extends Omit<CoverageFacts, 'cells' | 'assigned'> {
  /** People in each unit and group, whatever they hold. */
  people: Pick<HeldCell, 'unitId' | 'professionGroup' | 'people'>[]
  /** Of those, who hold all modules of a thing: by its place among the things. */
  held: (Omit<HeldCell, 'people'> & { thing: number })[]
  spoken: SpokenTo[]
}

const keyOf = ({ kind, id }: Pick<AskedThing, 'kind' | 'id'>) => `${kind} ${id}`

/**
 * A row for each thing that is asked of anybody at a unit, above it or below it, with the coverage of the unit
 * and all below it by the rule of one module (0008). A track is held by those who hold all its modules.
 * @param opened one of the units
 */
export function overviewRows(
  things: readonly AskedThing[],
  facts: OverviewFacts,
  opened: string,
): OverviewRow[] {
  const line = lineOf(facts.units, opened)
  const spokenByThing = groupedBy(
    facts.spoken.filter(({ unitId }) => line.has(unitId)),
    ({ target }) => keyOf(target),
  )
  const heldByThing = groupedBy(facts.held, ({ thing }) => thing)
  return things.flatMap((thing, place) => {
    const spoken = things
      .filter((other) => keyOf(other) === keyOf(thing) || isPartOf(thing, other))
      .flatMap((other) => spokenByThing.get(keyOf(other)) ?? [])
    if (spoken.length === 0) return []
    const cells = cellsOf(facts.people, heldByThing.get(place) ?? [])
    const byUnit = factsByUnit({ ...facts, cells, assigned: assignedBy(spoken) })
    const coverage = coverageByUnit(facts.units, byUnit).get(opened) ?? coverageOf([], new Map())
    return [{ ...thing, isMandatory: spoken.some(({ isMandatory }) => isMandatory), coverage }]
  })
}

/** A module is asked for by a track or a course that has it. */
function isPartOf(thing: AskedThing, other: AskedThing): boolean {
  return thing.kind === 'module' && other.kind !== 'module' && other.moduleIds.includes(thing.id)
}

const assignedBy = (spoken: SpokenTo[]): AssignedUnit[] =>
  spoken.filter(({ isMandatory, isForAll }) => isMandatory && isForAll)

function cellsOf(people: OverviewFacts['people'], held: OverviewFacts['held']): HeldCell[] {
  const cellKey = (cell: { unitId: string; professionGroup: string }) =>
    `${cell.unitId} ${cell.professionGroup}`
  const byCell = new Map(held.map((cell) => [cellKey(cell), cell]))
  return people.map((cell) => {
    const { held: done = 0, imported = 0 } = byCell.get(cellKey(cell)) ?? {}
    return { ...cell, held: done, imported }
  })
}

/** The unit, all above it and all below it. */
function lineOf(units: readonly UnitOnDay[], opened: string): Set<string> {
  const byId = new Map(units.map((unit) => [unit.unitId, unit]))
  const above = new Set<string>()
  for (let unit = byId.get(opened); unit; unit = byId.get(unit.parentUnitId ?? '')) {
    above.add(unit.unitId)
  }
  const children = groupedBy(units, ({ parentUnitId }) => parentUnitId ?? '')
  const line = [opened]
  for (const id of line) for (const { unitId } of children.get(id) ?? []) line.push(unitId)
  return new Set([...above, ...line])
}
