import type { Day } from '~/kernel/dates.ts'

/** Where a unit hangs and what it is called, from a day to the day before another. */
export interface Placement {
  id: string
  unitId: string
  organisationId: string
  /** Null for an organisation's root. */
  parentUnitId: string | null
  name: string
  validFrom: Day
  /** The day after the last; null while it lasts. */
  validTo: Day | null
}

/** Whether something with a first day and a day after its last holds on a day. */
export function holdsOn(
  { validFrom, validTo }: Pick<Placement, 'validFrom' | 'validTo'>,
  day: Day,
): boolean {
  return validFrom <= day && (validTo === null || day < validTo)
}

/** The units of a day, each where it hung. */
export function treeOn(placements: readonly Placement[], day: Day): Placement[] {
  return placements.filter((placement) => holdsOn(placement, day))
}

/** The units below each, on one day. */
export function unitsBelow(tree: readonly Placement[]): Map<string, Placement[]> {
  const below = new Map<string, Placement[]>()
  for (const placement of tree) {
    if (placement.parentUnitId === null) continue
    const siblings = below.get(placement.parentUnitId)
    if (siblings) siblings.push(placement)
    else below.set(placement.parentUnitId, [placement])
  }
  return below
}

/** Everything below a unit, those above before those below; without the unit itself. */
export function descendantsOf(below: Map<string, Placement[]>, unitId: string): Placement[] {
  const found: Placement[] = []
  const seen = new Set([unitId])
  const left = [...(below.get(unitId) ?? [])]
  for (let next = left.pop(); next; next = left.pop()) {
    if (seen.has(next.unitId)) continue
    seen.add(next.unitId)
    found.push(next)
    left.push(...(below.get(next.unitId) ?? []))
  }
  return found
}

/** What can be wrong with where units hang. */
export type Flaw = 'empty' | 'overlap' | 'hole' | 'parent-missing' | 'parent-elsewhere' | 'circle'

/**
 * What is wrong with where units hang from a day on: a unit in two places or in none between its first
 * day and its last, below one that is closed or in another organisation, or below itself.
 */
export function flawsFrom(placements: readonly Placement[], from: Day): Flaw[] {
  const later = placements.filter(({ validTo }) => validTo === null || validTo > from)
  const days = new Set(later.map(({ validFrom }) => (validFrom > from ? validFrom : from)))
  for (const { validTo } of later) if (validTo !== null) days.add(validTo)
  const flaws = new Set<Flaw>(flawsOfLives(placements))
  for (const day of days) for (const flaw of flawsOfTree(treeOn(later, day))) flaws.add(flaw)
  return [...flaws]
}

/** Each unit's placements follow one another. */
function* flawsOfLives(placements: readonly Placement[]): Generator<Flaw> {
  const byUnit = new Map<string, Placement[]>()
  for (const placement of placements) {
    const own = byUnit.get(placement.unitId)
    if (own) own.push(placement)
    else byUnit.set(placement.unitId, [placement])
  }
  for (const own of byUnit.values()) {
    own.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
    for (const [index, { validFrom, validTo }] of own.entries()) {
      if (validTo !== null && validTo <= validFrom) yield 'empty'
      const next = own[index + 1]
      if (!next) continue
      if (validTo === null || validTo > next.validFrom) yield 'overlap'
      else if (validTo < next.validFrom) yield 'hole'
    }
  }
}

/** A tree of one day: each unit below one that is there, in the same organisation, and in the end below a root. */
function* flawsOfTree(tree: readonly Placement[]): Generator<Flaw> {
  const byId = new Map(tree.map((placement) => [placement.unitId, placement]))
  for (const { parentUnitId, organisationId } of tree) {
    if (parentUnitId === null) continue
    const parent = byId.get(parentUnitId)
    if (!parent) yield 'parent-missing'
    else if (parent.organisationId !== organisationId) yield 'parent-elsewhere'
  }
  const rooted = new Set<string>()
  for (const placement of tree) {
    const way = new Set<string>()
    let at: Placement | undefined = placement
    while (at && !rooted.has(at.unitId) && !way.has(at.unitId)) {
      way.add(at.unitId)
      at = at.parentUnitId === null ? undefined : byId.get(at.parentUnitId)
    }
    if (at && way.has(at.unitId)) yield 'circle'
    for (const unitId of way) rooted.add(unitId)
  }
}

/** What a change comes to in rows: those that go, those that get another last day, those that come. */
export interface PlacementDifference {
  deleted: string[]
  ended: { id: string; validTo: Day | null }[]
  inserted: Placement[]
}

/** What has to be written to get from one set of placements to another. */
export function differenceOf(
  before: readonly Placement[],
  after: readonly Placement[],
): PlacementDifference {
  const kept = new Map(after.map((placement) => [placement.id, placement]))
  const difference: PlacementDifference = { deleted: [], ended: [], inserted: [] }
  const known = new Set<string>()
  for (const old of before) {
    const now = kept.get(old.id)
    known.add(old.id)
    if (now && isSame(old, now)) {
      if (old.validTo !== now.validTo) {
        difference.ended.push({ id: old.id, validTo: now.validTo })
      }
      continue
    }
    difference.deleted.push(old.id)
    if (now) difference.inserted.push(now)
  }
  difference.inserted.push(...after.filter(({ id }) => !known.has(id)))
  return difference
}

function isSame(a: Placement, b: Placement): boolean {
  return (
    a.organisationId === b.organisationId &&
    a.parentUnitId === b.parentUnitId &&
    a.name === b.name &&
    a.validFrom === b.validFrom
  )
}
