import { countedGroups, type HeadcountSource } from '~/domain/organisation/organisation.ts'
import type { Day } from '~/kernel/dates.ts'
import { invariant } from '~/kernel/invariant.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import type {
  Coverage,
  CoverageFacts,
  Declaration,
  Figure,
  FigureSource,
  HeldCell,
  UnitCoverage,
  UnitOnDay,
} from './coverage.ts'

/** Completed employments by what they rest on. */
interface Held {
  held: number
  /** Of `held`, by an import alone. */
  imported: number
}

interface GroupCell extends Held {
  people: number
  /** By an import alone, where the rule leaves those out. */
  leftOut: number
  declared?: Declaration
  assigned: boolean
}

interface UnitFacts {
  groups: Map<ProfessionGroup, GroupCell>
  /** The unit's organisation is to take the module, whatever the group. */
  assignedToAll: boolean
}

/** The facts by unit, so that any set of units can be rolled up. */
export type FactsByUnit = Map<string, UnitFacts>

const nothing: UnitFacts = { groups: new Map(), assignedToAll: false }

const emptyCell = (): GroupCell => ({
  people: 0,
  held: 0,
  imported: 0,
  leftOut: 0,
  assigned: false,
})

/** What counts as held in a cell, and what of it rests on an import alone. */
function byRule(
  { people, held, imported = 0 }: Pick<HeldCell, 'people' | 'held' | 'imported'>,
  countsImported: boolean,
) {
  if (!countsImported) return { people, held, imported: 0, leftOut: imported }
  return { people, held: held + imported, imported, leftOut: 0 }
}

/** Lays the facts out by unit, once for all the areas they are asked for. */
export function factsByUnit(facts: Omit<CoverageFacts, 'units'>): FactsByUnit {
  const byUnit: FactsByUnit = new Map()
  const unitOf = (unitId: string) => {
    let unit = byUnit.get(unitId)
    if (!unit) byUnit.set(unitId, (unit = { groups: new Map(), assignedToAll: false }))
    return unit
  }
  const cellOf = (unitId: string, group: ProfessionGroup) => {
    const { groups } = unitOf(unitId)
    let cell = groups.get(group)
    if (!cell) groups.set(group, (cell = emptyCell()))
    return cell
  }
  for (const { unitId, professionGroup, ...cell } of facts.cells) {
    Object.assign(cellOf(unitId, professionGroup), byRule(cell, facts.countsImported ?? true))
  }
  for (const declaration of facts.declarations) {
    cellOf(declaration.unitId, declaration.professionGroup).declared = declaration
  }
  for (const { unitId, professionGroups } of facts.assigned) {
    if (professionGroups.length === 0) unitOf(unitId).assignedToAll = true
    for (const group of professionGroups) cellOf(unitId, group).assigned = true
  }
  return byUnit
}

/** One group below and at a unit, while rolling up. */
interface GroupRoll {
  /** Every completed employment in the subtree, covered or not. */
  below: Held
  counted: Held
  required: number | null
  uncounted: Held
  leftOut: number
  unknownUnits: number
  sources: Set<HeadcountSource>
  oldestHeadcount: Day | null
}

interface Rolled {
  groups: Map<ProfessionGroup, GroupRoll>
  /** Units at or below that no declaration covers in some group; each unit once. */
  unknownUnits: number
}

type Groups = ReadonlySet<ProfessionGroup>

const emptyRoll = (): GroupRoll => ({
  below: { held: 0, imported: 0 },
  counted: { held: 0, imported: 0 },
  required: null,
  uncounted: { held: 0, imported: 0 },
  leftOut: 0,
  unknownUnits: 0,
  sources: new Set(),
  oldestHeadcount: null,
})

const emptyRolled = (): Rolled => ({ groups: new Map(), unknownUnits: 0 })

function add(sum: Held, part: Held): void {
  sum.held += part.held
  sum.imported += part.imported
}

const older = (a: Day | null, b: Day | null) => (a === null || (b !== null && b < a) ? b : a)

/** The sum of what is below a unit: known numbers are added, unknown ones stay unknown. */
function addBelow(sum: Rolled, child: Rolled): void {
  sum.unknownUnits += child.unknownUnits
  for (const [group, roll] of child.groups) {
    let into = sum.groups.get(group)
    if (!into) sum.groups.set(group, (into = emptyRoll()))
    add(into.below, roll.below)
    add(into.counted, roll.counted)
    add(into.uncounted, roll.uncounted)
    into.leftOut += roll.leftOut
    into.unknownUnits += roll.unknownUnits
    if (roll.required !== null) into.required = (into.required ?? 0) + roll.required
    for (const source of roll.sources) into.sources.add(source)
    into.oldestHeadcount = older(into.oldestHeadcount, roll.oldestHeadcount)
  }
}

/** Adds what is at the unit itself to the sum of what is below it. */
function addOwn(rolled: Rolled, own: UnitFacts, covered: Groups): void {
  let unknownHere = false
  for (const [group, cell] of own.groups) {
    let roll = rolled.groups.get(group)
    if (!roll) rolled.groups.set(group, (roll = emptyRoll()))
    add(roll.below, cell)
    roll.leftOut += cell.leftOut
    if (cell.declared) {
      roll.required = cell.declared.headcount
      roll.counted = { ...roll.below }
      roll.sources = new Set([cell.declared.source])
      roll.oldestHeadcount = cell.declared.asOf
    }
    if (covered.has(group)) continue
    add(roll.uncounted, cell)
    if (cell.people > 0 || (cell.assigned && roll.required === null)) {
      roll.unknownUnits += 1
      unknownHere = true
    }
  }
  const knowsNothing = covered.size === 0 && ![...rolled.groups.values()].some(isKnown)
  if (unknownHere || (own.assignedToAll && knowsNothing)) rolled.unknownUnits += 1
}

const isKnown = (roll: GroupRoll) => roll.required !== null

interface Forest {
  /** The area as a whole: the sum of its topmost units. */
  whole: Rolled
  byUnit: Map<string, Rolled>
  coveredAbove: Map<string, Groups>
}

/**
 * The rule. For a unit and a group, required is what the unit has declared; else the sum of what is
 * known below it. Held is counted against it likewise: the whole subtree where the unit has declared,
 * else the sum of what is counted below. A parent outside the area covers nothing inside it.
 */
function rollUp(units: readonly UnitOnDay[], facts: FactsByUnit): Forest {
  const byId = new Map(units.map((unit) => [unit.unitId, unit]))
  const parentOf = (unit: UnitOnDay) =>
    unit.parentUnitId === null ? undefined : byId.get(unit.parentUnitId)
  const downwards = parentsFirst([...byId.values()], parentOf)
  const covered = new Map<string, Groups>()
  const coveredAbove = new Map<string, Groups>()
  for (const unit of downwards) {
    const above = covered.get(parentOf(unit)?.unitId ?? '') ?? new Set()
    coveredAbove.set(unit.unitId, above)
    covered.set(unit.unitId, withDeclared(above, facts.get(unit.unitId)))
  }
  const whole = emptyRolled()
  const byUnit = new Map<string, Rolled>()
  const rolledOf = (unitId: string) => {
    let rolled = byUnit.get(unitId)
    if (!rolled) byUnit.set(unitId, (rolled = emptyRolled()))
    return rolled
  }
  for (const unit of downwards.reverse()) {
    const rolled = rolledOf(unit.unitId)
    addOwn(rolled, facts.get(unit.unitId) ?? nothing, covered.get(unit.unitId)!)
    const parent = parentOf(unit)
    addBelow(parent ? rolledOf(parent.unitId) : whole, rolled)
  }
  return { whole, byUnit, coveredAbove }
}

function withDeclared(above: Groups, own: UnitFacts | undefined): Groups {
  const declared = [...(own?.groups ?? [])].filter(([, cell]) => cell.declared)
  if (declared.length === 0) return above
  return new Set([...above, ...declared.map(([group]) => group)])
}

function parentsFirst(
  units: UnitOnDay[],
  parentOf: (unit: UnitOnDay) => UnitOnDay | undefined,
): UnitOnDay[] {
  const below = new Map<UnitOnDay, UnitOnDay[]>()
  const ordered: UnitOnDay[] = []
  for (const unit of units) {
    const parent = parentOf(unit)
    if (!parent) ordered.push(unit)
    else if (below.has(parent)) below.get(parent)!.push(unit)
    else below.set(parent, [unit])
  }
  // The list grows while it is walked: each unit's children are put at its end.
  for (const unit of ordered) for (const child of below.get(unit) ?? []) ordered.push(child)
  invariant(ordered.length === units.length, 'no unit hangs below itself')
  return ordered
}

function figureOf(roll: GroupRoll): Figure {
  const { counted, required, uncounted, leftOut, unknownUnits, oldestHeadcount } = roll
  return {
    held: counted.held,
    required,
    heldImported: counted.imported,
    heldUncounted: uncounted.held,
    uncountedImported: uncounted.imported,
    heldImportedUncounted: leftOut,
    unknownUnits,
    source: sourceOf(roll.sources),
    oldestHeadcount,
  }
}

function sourceOf(sources: ReadonlySet<HeadcountSource>): FigureSource | null {
  const [first, second] = sources
  return first === undefined ? null : second === undefined ? first : 'mixed'
}

function coverageFrom(rolled: Rolled): Coverage {
  const groups = countedGroups.map((professionGroup) => ({
    professionGroup,
    ...figureOf(rolled.groups.get(professionGroup) ?? emptyRoll()),
  }))
  const sum = emptyRoll()
  let unknownGroups = 0
  for (const roll of rolled.groups.values()) {
    add(sum.uncounted, roll.uncounted)
    sum.leftOut += roll.leftOut
    if (roll.required === null) {
      if (roll.unknownUnits > 0) unknownGroups += 1
      continue
    }
    sum.required = (sum.required ?? 0) + roll.required
    add(sum.counted, roll.counted)
    for (const source of roll.sources) sum.sources.add(source)
    sum.oldestHeadcount = older(sum.oldestHeadcount, roll.oldestHeadcount)
  }
  sum.unknownUnits = rolled.unknownUnits
  return { total: { ...figureOf(sum), unknownGroups }, groups }
}

/** Coverage of an area: an organisation, a municipality, a county or the nation, by the units in it. */
export function coverageOf(units: readonly UnitOnDay[], facts: FactsByUnit): Coverage {
  return coverageFrom(rollUp(units, facts).whole)
}

/** Coverage of every unit of an area, each with everything below it. */
export function coverageByUnit(
  units: readonly UnitOnDay[],
  facts: FactsByUnit,
): Map<string, UnitCoverage> {
  const { byUnit, coveredAbove } = rollUp(units, facts)
  return new Map(
    units.map((unit) => [
      unit.unitId,
      {
        unit,
        coveredAbove: [...coveredAbove.get(unit.unitId)!],
        ...coverageFrom(byUnit.get(unit.unitId)!),
      },
    ]),
  )
}
