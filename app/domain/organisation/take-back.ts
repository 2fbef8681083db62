import type { Day } from '~/kernel/dates.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { flawsFrom, type Placement } from './organisation-tree.ts'

/** What a change wrote: the rows that it touched as they were, and as it left them. */
export interface Told {
  before: Placement[]
  after: Placement[]
}

/** What is kept of a change so that it can be taken back. */
export function toldBy(before: readonly Placement[], after: readonly Placement[]): Told {
  const was = new Map(before.map((placement) => [placement.id, placement]))
  const is = new Map(after.map((placement) => [placement.id, placement]))
  return {
    before: before.filter((row) => !isSame(row, is.get(row.id))),
    after: after.filter((row) => !isSame(row, was.get(row.id))),
  }
}

/**
 * The placements as they would be had a change never been told. Whatever was told after it and does not rest
 * on it stays.
 * @param day from which the change holds
 * @throws Refusal register.built-on where something that was told later rests on it
 */
export function takeBack(placements: readonly Placement[], told: Told, day: Day): Placement[] {
  const present = new Map(placements.map((placement) => [placement.id, placement]))
  const left = new Set(told.after.map(({ id }) => id))
  const isAsLeft =
    told.after.every((row) => isSame(row, present.get(row.id))) &&
    told.before.every(({ id }) => left.has(id) || !present.has(id))
  if (!isAsLeft) throw new Refusal('register.built-on')
  const result = [...placements.filter(({ id }) => !left.has(id)), ...told.before]
  if (flawsFrom(result, day).length > 0) throw new Refusal('register.built-on')
  return result
}

/** A line of the register's history, as far as it says what became of what. */
export interface LineOfChange {
  kind: string
  unitId: string
  otherUnitId: string | null
}

const endings = ['merged', 'split', 'closed']

/**
 * Whether a line that was told later has reckoned with a change though it left its rows alone: it ends a unit that
 * the change opened or sent people and headcounts to, or sends others there.
 */
export function reckonsWith(later: LineOfChange, own: LineOfChange[]): boolean {
  const filled = own.map(({ kind, unitId, otherUnitId }) =>
    kind === 'opened' ? unitId : endings.includes(kind) ? otherUnitId : null,
  )
  const ids = [later.unitId, later.otherUnitId].filter((id) => id !== null)
  return endings.includes(later.kind) && ids.some((id) => filled.includes(id))
}

/** The units that a change touched, or hung something below. */
function unitsIn({ before, after }: Told): Set<string> {
  const ids = [...before, ...after].flatMap(({ unitId, parentUnitId }) => [unitId, parentUnitId])
  return new Set(ids.filter((id) => id !== null))
}

/** Whether two changes have a unit of theirs in common: one of them may rest on the other. */
export function isRelated(one: Told, other: Told): boolean {
  const ids = unitsIn(one)
  return [...unitsIn(other)].some((id) => ids.has(id))
}

function isSame(one: Placement, other: Placement | undefined): boolean {
  return (
    other !== undefined &&
    one.unitId === other.unitId &&
    one.organisationId === other.organisationId &&
    one.parentUnitId === other.parentUnitId &&
    one.name === other.name &&
    one.validFrom === other.validFrom &&
    one.validTo === other.validTo
  )
}
