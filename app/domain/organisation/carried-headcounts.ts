import type { ProfessionGroup } from '~/kernel/profession.ts'
import { descendantsOf, unitsBelow, type Placement } from './organisation-tree.ts'
import { countedGroups, type HeadcountSource } from './organisation.ts'
import type { Command } from './reorganisation.ts'

/** How many a unit with everything below it has said that it has in a group. */
export interface Declared {
  unitId: string
  professionGroup: ProfessionGroup
  headcount: number
  source: HeadcountSource
}

/**
 * The headcounts that a merger or a split brings along, so that what was known the day before is known the
 * day after. A merged unit has the sum of what went into it; where only units below have said a number, they
 * still do and nothing is carried. A part gets a group's number when everything below goes to that part, too.
 * @param tree the units of the day before the change takes hold, as they hung
 * @param declared the declaration in force of each unit and group
 */
export function carriedHeadcounts(
  command: Command,
  tree: readonly Placement[],
  declared: readonly Declared[],
): Declared[] {
  const known = new Map(declared.map((each) => [keyOf(each.unitId, each.professionGroup), each]))
  if (command.kind === 'merge') return merged(command, tree, known)
  if (command.kind === 'split') return parted(command, tree, known)
  return []
}

type Known = Map<string, Declared>

const keyOf = (unitId: string, group: ProfessionGroup) => `${unitId} ${group}`

function merged(
  { unitIds, into }: Extract<Command, { kind: 'merge' }>,
  tree: readonly Placement[],
  known: Known,
): Declared[] {
  const below = unitsBelow(tree)
  const parts = [...new Set([into.unitId, ...unitIds])]
  const nested = new Set(parts.flatMap((id) => descendantsOf(below, id).map((one) => one.unitId)))
  const tops = parts.filter((id) => !nested.has(id))
  return countedGroups.flatMap((professionGroup): Declared[] => {
    const own = parts.filter((id) => known.has(keyOf(id, professionGroup)))
    const staysAsItIs = tops.length === 1 && tops[0] === into.unitId && own.includes(into.unitId)
    if (own.length === 0 || staysAsItIs) return []
    const found = tops.flatMap((id) => declarationsOf(id, professionGroup, below, known))
    const sources = new Set(found.map(({ source }) => source))
    return [
      {
        unitId: into.unitId,
        professionGroup,
        headcount: found.reduce((sum, { headcount }) => sum + headcount, 0),
        source: sources.size === 1 ? found[0]!.source : 'estimate',
      },
    ]
  })
}

/** The unit's own declaration, or else those below it. */
function declarationsOf(
  unitId: string,
  group: ProfessionGroup,
  below: Map<string, Placement[]>,
  known: Known,
): Declared[] {
  const own = known.get(keyOf(unitId, group))
  if (own) return [own]
  const children = below.get(unitId) ?? []
  return children.flatMap((child) => declarationsOf(child.unitId, group, below, known))
}

function parted(
  { unitId, parts, groups, below }: Extract<Command, { kind: 'split' }>,
  tree: readonly Placement[],
  known: Known,
): Declared[] {
  const children = unitsBelow(tree).get(unitId) ?? []
  return countedGroups.flatMap((professionGroup): Declared[] => {
    const own = known.get(keyOf(unitId, professionGroup))
    const index = groups[professionGroup] ?? 0
    const part = parts[index]
    const isWhole = children.every((child) => (below[child.unitId] ?? 0) === index)
    return own && part && isWhole ? [{ ...own, unitId: part.unitId }] : []
  })
}
