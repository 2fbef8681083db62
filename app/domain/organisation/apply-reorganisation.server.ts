import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { addDays, dayOf, today, type Day } from '~/kernel/dates.ts'
import { isId, newId } from '~/kernel/ids.ts'
import { may } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { carriedHeadcounts } from './carried-headcounts.ts'
import { insertHeadcounts, insertPlainUnits, selectUnitPlace } from './organisation.db.server.ts'
import { differenceOf, treeOn, type Placement } from './organisation-tree.ts'
import { placeOf, type Organisation } from './organisation.ts'
import { keepPlanned, selectStateRows } from './planned-change.db.server.ts'
import type { Wrote } from './planned-change.ts'
import { checkDay, checkNotTooLate } from './register-day.ts'
import {
  insertChanges,
  lockOrganisations,
  refreshToday,
  saveOrganisationEnds,
  savePlacements,
  saveUnitEnds,
  selectDeclared,
  selectOrganisationsOfUnits,
  selectPlacements,
} from './reorganise.db.server.ts'
import { reorganise, type Command, type Follow, type Reorganisation } from './reorganisation.ts'
import { toldBy } from './take-back.ts'

export interface Reorganise {
  actor: Actor
  command: Exclude<Command, { kind: 'found' }>
  /** The first day on which it holds; may lie ahead. */
  day: Day
  /** Where new units sit; where the one above them sits when left out. */
  place?: { countyCode: string; municipalityCode: string | null }
  /** The planned change that it is part of; one of its own when left out. */
  plannedId?: string | undefined
}

/** What is left to do for whoever keeps the people. */
export interface Applied {
  follows: Follow[]
  /** Where what the change does to them is to be kept; null where it holds at once. */
  plannedId: string | null
}

/**
 * The register's part of a change of units, in the transaction of who sees to the people (identity's
 * reorganiseUnits): placements, history, ends, and headcounts that go along.
 * @returns where the people of units that end go; a planned change is kept, so that it can be taken back
 * @throws Refusal not-found, forbidden, register.day-too-early, register.day-too-late, and those of reorganise
 */
export async function applyReorganisation(tx: Tx, input: Reorganise): Promise<Applied> {
  const { actor, command, day } = input
  // A new unit touches no figure: it may be told from the day on which it really began.
  if (command.kind === 'add') checkNotTooLate(day, today())
  else checkDay(day, today())
  const organisations = await findOrganisations(tx, command, day)
  checkPermission(actor, command, organisations)
  const before = await readForest(tx, [...organisations.values()].map(({ id }) => id), day) // prettier-ignore
  const change = reorganise(before, command, day)
  const unitId = changedUnit(command)
  const found = organisations.get(unitId) ?? [...organisations.values()][0]
  const plannedId = day > today() ? (input.plannedId ?? newId()) : null
  const recorded = { recordedAt: now(), recordedBy: actor.personId }
  const wrote = await write(tx, { ...input, ...recorded, plannedId }, before, change)
  if (plannedId && found) {
    const planned = { id: plannedId, organisationId: found.id, unitId, day, ...recorded }
    await keepPlanned(tx, planned, wrote)
  }
  await recordAudit(tx, actor, {
    action: `unit.${pastOf[command.kind]}`,
    subjectId: unitId,
    organisationId: found?.id,
    detail: { day, units: change.changes.length },
  })
  return { follows: change.follows, plannedId }
}

const pastOf = {
  add: 'added',
  rename: 'renamed',
  move: 'moved',
  merge: 'merged',
  split: 'split',
  close: 'closed',
} as const

function changedUnit(command: Reorganise['command']): string {
  if (command.kind === 'add') return command.unit.unitId
  return command.kind === 'merge' ? command.into.unitId : command.unitId
}

/** The units of a command that must be there already. */
function unitsOf(command: Reorganise['command']): string[] {
  switch (command.kind) {
    case 'add':
      return [command.unit.parentUnitId]
    case 'move':
      return [command.unitId, command.parentUnitId]
    case 'merge': {
      const { into } = command
      return [...command.unitIds, 'name' in into ? into.parentUnitId : into.unitId]
    }
    default:
      return [command.unitId]
  }
}

/** The organisation of each unit of a command, locked until the transaction ends. */
async function findOrganisations(
  tx: Tx,
  command: Reorganise['command'],
  day: Day,
): Promise<Map<string, Organisation>> {
  const unitIds = [...new Set(unitsOf(command))]
  if (!unitIds.every(isId)) throw new Refusal('not-found')
  const hung = await selectOrganisationsOfUnits(tx, unitIds, day)
  if (hung.length < unitIds.length) throw new Refusal('not-found')
  const locked = await lockOrganisations(tx, [...new Set(hung.map((one) => one.organisationId))])
  const byId = new Map(locked.map((organisation) => [organisation.id, organisation]))
  return new Map(hung.map(({ unitId, organisationId }) => [unitId, byId.get(organisationId)!]))
}

/** Units are changed by who may that in their organisation; the organisation itself by who keeps the register. */
function checkPermission(
  actor: Actor,
  command: Reorganise['command'],
  organisations: Map<string, Organisation>,
): void {
  const goesOn = command.kind === 'add' || command.kind === 'merge' || command.kind === 'move'
  const above = goesOn ? unitsOf(command).at(-1) : undefined
  for (const [unitId, organisation] of organisations) {
    const place = placeOf(organisation)
    const isItself = unitId === organisation.rootUnitId && unitId !== above
    if (!may(actor, isItself ? 'organisation:register' : 'unit:change', place)) {
      throw new Refusal('forbidden')
    }
  }
}

/** The organisations' units with those of every organisation that they go to later on. */
export async function readForest(
  tx: Tx,
  organisationIds: string[],
  day: Day,
): Promise<Placement[]> {
  const known = new Set(organisationIds)
  for (;;) {
    const placements = await selectPlacements(tx, [...known])
    const more = placements
      .filter(({ validTo }) => validTo === null || validTo > day)
      .filter(({ organisationId }) => !known.has(organisationId))
    if (more.length === 0) return placements
    for (const { organisationId } of more) known.add(organisationId)
  }
}

async function write(
  tx: Tx,
  told: Omit<Reorganise, 'plannedId'> & {
    recordedAt: Date
    recordedBy: string | null
    plannedId: string | null
  },
  before: Placement[],
  change: Reorganisation,
): Promise<Wrote> {
  const { command, day, place, plannedId, recordedAt, recordedBy } = told
  const recorded = { recordedAt, recordedBy }
  for (const { unitId, name, near } of change.opened) {
    const found = place ?? (near ? await selectUnitPlace(tx, near) : null)
    if (!found) throw new Refusal('not-found')
    await insertPlainUnits(tx, [{ id: unitId, name, ...found, openedOn: day }])
  }
  const tree = treeOn(before, addDays(day, -1))
  const declared = await selectDeclared(tx, tree.map(({ unitId }) => unitId), day) // prettier-ignore
  await savePlacements(tx, differenceOf(before, change.placements))
  await saveUnitEnds(tx, change.closed, day)
  const states = await endOrganisations(tx, change.closedOrganisations, day)
  await insertChanges(tx, change.changes, { day, ...recorded, plannedId })
  const carried = carriedHeadcounts(command, tree, declared)
  const headcounts = await insertHeadcounts(tx, carried.map((each) => ({ ...each, asOf: day, ...recorded }))) // prettier-ignore
  const touched = change.changes.flatMap((one) => [one.organisationId, one.otherOrganisationId])
  await refreshToday(tx, dayOf(recordedAt), touched.filter((id) => id !== null)) // prettier-ignore
  return {
    placements: toldBy(before, change.placements),
    opened: change.opened.map(({ unitId }) => unitId),
    closed: change.closed,
    closedOrganisations: change.closedOrganisations,
    headcounts,
    ...(states && { states }),
  }
}

async function endOrganisations(tx: Tx, ids: string[], day: Day): Promise<Wrote['states']> {
  if (ids.length === 0) return undefined
  const before = await selectStateRows(tx, ids)
  await saveOrganisationEnds(tx, ids, day)
  return { organisationIds: ids, before, after: await selectStateRows(tx, ids) }
}
