import { isId } from '~/kernel/ids.ts'

/** A unit of the organisation, as a file may name it. */
export interface NamedUnit {
  unitId: string
  parentUnitId: string | null
  name: string
}

export type FoundUnit = { unitId: string } | { reason: 'unit-unknown' | 'unit-ambiguous' }
export type FindUnit = (text: string) => FoundUnit

/** Case, marks and double spaces make no difference: "Barn  och Unga" is "barn och unga". */
function folded(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/\s+/g, ' ').trim()
}

/** How a path is written: "Socialförvaltningen / Barn och unga", also with > or a backslash. */
const betweenSteps = /\s*[/\\>»]\s*/

/**
 * Finds a unit by its id, its name where only one is called so, or its path from any unit above it. A name
 * that has a slash of its own is tried as it is first.
 */
export function unitFinder(units: readonly NamedUnit[]): FindUnit {
  const byId = new Map(units.map((unit) => [unit.unitId, unit]))
  const byName = new Map<string, Set<string>>()
  const add = (key: string, unitId: string) => {
    byName.set(key, (byName.get(key) ?? new Set<string>()).add(unitId))
  }
  for (const unit of units) {
    let path = ''
    const passed = new Set<string>()
    for (let each: NamedUnit | undefined = unit; each && !passed.has(each.unitId);) {
      passed.add(each.unitId)
      path = path ? `${folded(each.name)}/${path}` : folded(each.name)
      add(path, unit.unitId)
      each = each.parentUnitId ? byId.get(each.parentUnitId) : undefined
    }
  }
  return (text) => {
    const trimmed = text.trim().toLowerCase()
    if (isId(trimmed) && byId.has(trimmed)) return { unitId: trimmed }
    const path = text.split(betweenSteps).map(folded).join('/')
    const found = byName.get(folded(text)) ?? byName.get(path)
    const [first, second] = [...(found ?? [])]
    if (!first) return { reason: 'unit-unknown' }
    return second ? { reason: 'unit-ambiguous' } : { unitId: first }
  }
}
