import type { Day } from '~/kernel/dates.ts'
import { newId } from '~/kernel/ids.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { Refusal } from '~/kernel/refusal.ts'
import {
  descendantsOf,
  flawsFrom,
  treeOn,
  unitsBelow,
  type Placement,
} from './organisation-tree.ts'

/** A unit that a change brings. */
export interface UnitToOpen {
  unitId: string
  name: string
  parentUnitId: string
}

/** What can be done to units from a day on. */
export type Command =
  | { kind: 'found'; unitId: string; organisationId: string; name: string }
  | { kind: 'add'; unit: UnitToOpen }
  | { kind: 'rename'; unitId: string; name: string }
  | { kind: 'move'; unitId: string; parentUnitId: string }
  /** Several into one: one of those that are there, or a new one. */
  | { kind: 'merge'; unitIds: string[]; into: { unitId: string } | UnitToOpen }
  | ({ kind: 'split' } & Split)
  | { kind: 'close'; unitId: string; withBelow: boolean }

export interface Split {
  unitId: string
  /** Two or more; they hang where the unit hung. */
  parts: { unitId: string; name: string }[]
  /** The part (from 0) that a profession group goes to; the first where nothing is said. */
  groups: Partial<Record<ProfessionGroup, number>>
  /** The part that each unit below goes to; the first where nothing is said. */
  below: Record<string, number>
}

export const unitChangeKinds = [
  'opened',
  'renamed',
  'moved',
  'merged',
  'split',
  'closed',
  'edited',
  'placed',
] as const
export type UnitChangeKind = (typeof unitChangeKinds)[number]

/** A line of the register's history. */
export interface UnitChange {
  kind: UnitChangeKind
  organisationId: string
  unitId: string
  /** The unit's name before the change. */
  name: string
  /** The unit above, or the one that it became. */
  otherUnitId: string | null
  otherOrganisationId: string | null
  /** The other unit's name; of a renamed unit its new one, of one put right its place. */
  otherName: string | null
}

/** Where the people of a unit go that ends: to another, those of some groups to a part, or nowhere. */
export interface Follow {
  from: string
  to: string | null
  /** Null for everybody. */
  group: ProfessionGroup | null
}

/** What a change comes to. */
export interface Reorganisation {
  placements: Placement[]
  /** The place of a new unit is that of `near`. */
  opened: { unitId: string; name: string; near: string | null }[]
  closed: string[]
  /** Organisations whose root has gone. */
  closedOrganisations: string[]
  changes: UnitChange[]
  follows: Follow[]
}

const onDay = { field: 'day' }

/**
 * The placements after a change that holds from a day on. The tree of every earlier day is as it was. A unit
 * that has another change on a later day is left alone: changes are told in the order in which they hold.
 * @throws Refusal unit.closed, unit.not-yet, unit.later-change, unit.circle, unit.same-place, unit.same-name,
 *   unit.name-taken, unit.merge-alone, unit.merge-downwards, unit.split-root, unit.split-few, unit.has-below,
 *   unit.opened-same-day, unit.clash
 */
export function reorganise(
  placements: readonly Placement[],
  command: Command,
  day: Day,
): Reorganisation {
  const draft = new Draft(placements, day)
  carryOut(draft, command)
  const after = draft.result()
  if (flawsFrom(after.placements, day).length > 0) throw new Refusal('unit.clash', {}, onDay)
  return after
}

function carryOut(draft: Draft, command: Command): void {
  switch (command.kind) {
    case 'found':
      return draft.found(command)
    case 'add':
      draft.open(command.unit)
      return draft.note('opened', command.unit.unitId, { otherUnitId: command.unit.parentUnitId })
    case 'rename':
      return rename(draft, command.unitId, command.name)
    case 'move':
      return move(draft, command.unitId, command.parentUnitId)
    case 'merge':
      return merge(draft, command)
    case 'split':
      return split(draft, command)
    case 'close':
      return close(draft, command)
  }
}

function rename(draft: Draft, unitId: string, name: string): void {
  const unit = draft.last(unitId)
  if (unit.name === name) throw new Refusal('unit.same-name', {}, { field: 'name' })
  draft.checkName(name, unit.parentUnitId)
  draft.note('renamed', unitId, { otherName: name })
  draft.change(unit, { name })
}

function move(draft: Draft, unitId: string, parentUnitId: string): void {
  const unit = draft.last(unitId)
  const parent = draft.last(parentUnitId)
  if (unit.parentUnitId === parentUnitId) {
    throw new Refusal('unit.same-place', {}, { field: 'parentUnitId' })
  }
  if (unitId === parentUnitId || draft.isBelow(parentUnitId, unitId)) {
    throw new Refusal('unit.circle', {}, { field: 'parentUnitId' })
  }
  draft.note('moved', unitId, { otherUnitId: parentUnitId })
  draft.hang(unit, parent)
}

function merge(draft: Draft, { unitIds, into }: Extract<Command, { kind: 'merge' }>): void {
  const isNew = 'name' in into
  const sources = [...new Set(unitIds)].filter((unitId) => unitId !== into.unitId)
  if (sources.length < (isNew ? 2 : 1)) {
    throw new Refusal('unit.merge-alone', {}, { field: 'unitIds' })
  }
  const above = isNew ? into.parentUnitId : into.unitId
  for (const source of sources) {
    if (source === above || draft.isBelow(above, source)) {
      throw new Refusal('unit.merge-downwards', {}, { field: 'unitIds' })
    }
  }
  const ending = sources.map((unitId) => draft.last(unitId))
  // The new one may have the name of one that goes into it.
  const target = isNew ? draft.open(into, sources) : draft.last(into.unitId)
  if (isNew) draft.note('opened', into.unitId, { otherUnitId: into.parentUnitId })
  for (const unit of ending) draft.note('merged', unit.unitId, { otherUnitId: target.unitId })
  for (const unit of ending) {
    for (const child of draft.childrenOf(unit.unitId)) {
      if (!sources.includes(child.unitId)) draft.hang(draft.last(child.unitId), target)
    }
  }
  for (const unit of ending) {
    draft.end(unit.unitId)
    draft.follows.push({ from: unit.unitId, to: target.unitId, group: null })
  }
}

function split(draft: Draft, { unitId, parts, groups, below }: Split): void {
  const unit = draft.last(unitId)
  const { parentUnitId } = unit
  const [first] = parts
  if (parentUnitId === null) throw new Refusal('unit.split-root')
  if (!first || parts.length < 2) throw new Refusal('unit.split-few', {}, { field: 'parts' })
  const opened = parts.map((part) => draft.open({ ...part, parentUnitId }, [unitId]))
  for (const part of parts) draft.note('split', unitId, { otherUnitId: part.unitId })
  for (const child of draft.childrenOf(unitId)) {
    draft.hang(draft.last(child.unitId), opened[below[child.unitId] ?? 0] ?? opened[0]!)
  }
  draft.end(unit.unitId)
  for (const [group, index] of Object.entries(groups) as [ProfessionGroup, number][]) {
    const part = parts[index]
    if (part && part !== first) draft.follows.push({ from: unitId, to: part.unitId, group })
  }
  draft.follows.push({ from: unitId, to: first.unitId, group: null })
}

function close(draft: Draft, { unitId, withBelow }: Extract<Command, { kind: 'close' }>): void {
  const below = draft.below(unitId)
  if (below.length > 0 && !withBelow) {
    throw new Refusal('unit.has-below', { count: below.length }, { field: 'withBelow' })
  }
  for (const each of [draft.last(unitId), ...below.map((one) => draft.last(one.unitId))]) {
    draft.note('closed', each.unitId, {})
    draft.end(each.unitId)
    draft.follows.push({ from: each.unitId, to: null, group: null })
  }
}

/** Placements under change: what hangs where on the day, and what is to become of it. */
class Draft {
  readonly follows: Follow[] = []
  private readonly changes: UnitChange[] = []
  private readonly opened: Reorganisation['opened'] = []
  private readonly closed: string[] = []
  private readonly tree: Placement[]
  private readonly placements: Map<string, Placement>
  private readonly byUnit = new Map<string, Placement>()
  private readonly childrenByUnit: Map<string, Placement[]>

  constructor(
    before: readonly Placement[],
    private readonly day: Day,
  ) {
    this.placements = new Map(before.map((placement) => [placement.id, { ...placement }]))
    this.tree = treeOn(before, day)
    this.childrenByUnit = unitsBelow(this.tree)
    for (const placement of this.tree) this.byUnit.set(placement.unitId, placement)
  }

  /** A unit as it stands on the day, where nothing is told of it for later days. */
  last(unitId: string): Placement {
    const opened = this.current(unitId)
    if (opened) {
      const { name, validTo } = opened
      if (validTo === null) return opened
      const isClosing = !this.has(
        ({ unitId: id, validFrom }) => id === unitId && validFrom === validTo,
      )
      throw new Refusal(
        isClosing ? 'unit.closing' : 'unit.later-change',
        { unit: name, day: validTo },
        onDay,
      )
    }
    const own = [...this.placements.values()].filter((placement) => placement.unitId === unitId)
    const first = own.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))[0]
    if (!first) throw new Refusal('not-found')
    if (first.validFrom > this.day) {
      throw new Refusal('unit.not-yet', { unit: first.name, day: first.validFrom }, onDay)
    }
    throw new Refusal('unit.closed', { unit: own.at(-1)!.name, day: own.at(-1)!.validTo! }, onDay)
  }

  childrenOf(unitId: string): Placement[] {
    return this.childrenByUnit.get(unitId) ?? []
  }

  below(unitId: string): Placement[] {
    return descendantsOf(this.childrenByUnit, unitId)
  }

  isBelow(unitId: string, above: string): boolean {
    return this.below(above).some((placement) => placement.unitId === unitId)
  }

  found({ unitId, organisationId, name }: Extract<Command, { kind: 'found' }>): void {
    this.add({ unitId, organisationId, name, parentUnitId: null })
    this.opened.push({ unitId, name, near: null })
    this.note('opened', unitId, {})
  }

  /** A new unit below another, which may have changes of its own later on. */
  open({ unitId, name, parentUnitId }: UnitToOpen, ending: string[] = []): Placement {
    const parent = this.current(parentUnitId) ?? this.last(parentUnitId)
    this.checkName(name, parentUnitId, ending)
    this.opened.push({ unitId, name, near: parentUnitId })
    return this.add({ unitId, organisationId: parent.organisationId, name, parentUnitId })
  }

  /** @throws Refusal unit.name-taken */
  checkName(name: string, parentUnitId: string | null, ending: string[] = []): void {
    const isTaken = [...this.byUnit.values()].some(
      (other) =>
        parentUnitId !== null &&
        other.parentUnitId === parentUnitId &&
        other.name === name &&
        !ending.includes(other.unitId),
    )
    if (isTaken) throw new Refusal('unit.name-taken', { name }, { field: 'name' })
  }

  /** Hangs a unit with all that is below it somewhere else, in that one's organisation. */
  hang(unit: Placement, parent: Placement): void {
    const { organisationId } = parent
    const isElsewhere = unit.organisationId !== organisationId
    const below = isElsewhere ? this.below(unit.unitId) : []
    this.change(unit, { parentUnitId: parent.unitId, organisationId })
    for (const each of below) {
      if (!this.closed.includes(each.unitId))
        this.change(this.last(each.unitId), { organisationId })
    }
  }

  change(placement: Placement, patch: Partial<Placement>): void {
    if (placement.validFrom === this.day) {
      const changed = { ...placement, ...patch }
      this.placements.set(placement.id, changed)
      this.byUnit.set(placement.unitId, changed)
      return
    }
    this.placements.set(placement.id, { ...placement, validTo: this.day })
    this.add({ ...placement, ...patch })
  }

  end(unitId: string): void {
    const placement = this.last(unitId)
    this.closed.push(unitId)
    this.byUnit.delete(unitId)
    const isFirst = !this.has(
      (other) => other.unitId === unitId && other.validTo === placement.validFrom,
    )
    if (placement.validFrom < this.day) {
      this.placements.set(placement.id, { ...placement, validTo: this.day })
    } else if (isFirst) {
      throw new Refusal('unit.opened-same-day', { unit: placement.name, day: this.day }, onDay)
    } else {
      this.placements.delete(placement.id)
    }
  }

  note(
    kind: UnitChangeKind,
    unitId: string,
    { otherUnitId = null, otherName }: Partial<Pick<UnitChange, 'otherUnitId' | 'otherName'>>,
  ): void {
    const unit = this.current(unitId)!
    const other = otherUnitId === null ? undefined : this.current(otherUnitId)
    this.changes.push({
      kind,
      unitId,
      organisationId: unit.organisationId,
      name: unit.name,
      otherUnitId,
      otherOrganisationId: other?.organisationId ?? null,
      otherName: otherName ?? other?.name ?? null,
    })
  }

  result(): Reorganisation {
    const placements = [...this.placements.values()]
    const rooted = new Set(rootsOf(treeOn(placements, this.day)))
    return {
      placements,
      opened: this.opened,
      closed: this.closed,
      closedOrganisations: rootsOf(this.tree).filter((id) => !rooted.has(id)),
      changes: this.changes,
      follows: this.follows,
    }
  }

  private current(unitId: string): Placement | undefined {
    return this.byUnit.get(unitId)
  }

  private has(condition: (placement: Placement) => boolean): boolean {
    return [...this.placements.values()].some(condition)
  }

  private add(values: Omit<Placement, 'id' | 'validFrom' | 'validTo'>): Placement {
    const added = { ...values, id: newId(), validFrom: this.day, validTo: null }
    this.placements.set(added.id, added)
    this.byUnit.set(added.unitId, added)
    return added
  }
}

const rootsOf = (tree: Placement[]) =>
  tree.filter(({ parentUnitId }) => parentUnitId === null).map((root) => root.organisationId)
