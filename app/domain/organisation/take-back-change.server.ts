import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { today, type Day } from '~/kernel/dates.ts'
import { isId } from '~/kernel/ids.ts'
import { may } from '~/kernel/permission.ts'
import { isRefusal, Refusal } from '~/kernel/refusal.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { readForest } from './apply-reorganisation.server.ts'
import { differenceOf } from './organisation-tree.ts'
import { placeOf } from './organisation.ts'
import {
  hasHeadcounts,
  isOfOrganisation,
  lockPlanned,
  markTakenBack,
  restoreRegister,
  restoreStateRows,
  selectLinesInCommon,
  selectOrganisationsOfPlanned,
  selectStateRows,
  selectToldLater,
  type PlannedRow,
} from './planned-change.db.server.ts'
import type { PeopleTold } from './planned-change.ts'
import { lockOrganisations, savePlacements } from './reorganise.db.server.ts'
import { isRelated, reckonsWith, takeBack } from './take-back.ts'

export interface TakeBack {
  actor: Actor
  plannedId: string
  /** Of the organisation on whose page it is done. */
  organisationId: string
}

/** What is left to do for whoever keeps the people. */
export interface PeopleToRestore {
  people: PeopleTold | undefined
  day: Day
  /** Units that will never have been. */
  neverOpened: string[]
}

/**
 * The register's part of taking a planned change back, in the transaction of who sees to the people. Every day's
 * tree becomes what it would have been without the change. Taken back already: nothing happens.
 * @throws Refusal not-found, forbidden, register.in-force, register.built-on, register.built-on-by,
 *   register.has-headcounts
 */
export async function takeBackInRegister(
  tx: Tx,
  { actor, plannedId, organisationId }: TakeBack,
): Promise<PeopleToRestore | null> {
  const planned = isId(plannedId) ? await lockPlanned(tx, plannedId) : null
  if (!planned) throw new Refusal('not-found')
  if (planned.isTakenBack) return null
  const { day, wrote } = planned
  const organisationIds = await selectOrganisationsOfPlanned(tx, plannedId)
  if (!organisationIds.includes(organisationId)) throw new Refusal('not-found')
  const organisations = await lockOrganisations(tx, organisationIds)
  const permission = (await isOfOrganisation(tx, plannedId)) ? 'organisation:register' : 'unit:change' // prettier-ignore
  const isAllowed = organisations.every((each) => may(actor, permission, placeOf(each)))
  if (!isAllowed) throw new Refusal('forbidden')
  if (day <= today()) throw new Refusal('register.in-force')
  try {
    await restore(tx, plannedId, planned, organisationIds)
  } catch (error) {
    if (isRefusal(error) && error.code === 'register.built-on') await tellBlocker(tx, plannedId, planned) // prettier-ignore
    throw error
  }
  await markTakenBack(tx, plannedId, { takenBackAt: now(), takenBackBy: actor.personId })
  await recordAudit(tx, actor, {
    action: 'register.taken-back',
    subjectId: planned.unitId,
    organisationId: planned.organisationId,
    detail: { day, planned: plannedId },
  })
  return { people: wrote.people, day, neverOpened: wrote.opened ?? [] }
}

async function restore(
  tx: Tx,
  plannedId: string,
  { day, wrote }: PlannedRow,
  organisationIds: string[],
): Promise<void> {
  const { placements, states, opened = [], headcounts = [] } = wrote
  if (placements) {
    const present = await readForest(tx, organisationIds, day)
    const without = takeBack(present, placements, day)
    await savePlacements(tx, differenceOf(present, without))
  }
  if (states) {
    const present = await selectStateRows(tx, states.organisationIds)
    // Rows as the database writes them, from the same query: what is equal is equal in its text.
    if (JSON.stringify(present) !== JSON.stringify(states.after)) throw new Refusal('register.built-on') // prettier-ignore
    await restoreStateRows(tx, states.organisationIds, states.before)
  }
  const { own, later } = await selectLinesInCommon(tx, plannedId)
  const reckoning = later.find((line) => reckonsWith(line, own))
  if (reckoning) {
    throw new Refusal('register.built-on-by', { unit: reckoning.name, day: reckoning.day })
  }
  if (await hasHeadcounts(tx, opened, headcounts)) throw new Refusal('register.has-headcounts')
  await restoreRegister(tx, plannedId, wrote, day)
}

/** Says which later change has to be taken back first, where it is known. */
async function tellBlocker(tx: Tx, plannedId: string, { wrote }: PlannedRow): Promise<void> {
  const later = await selectToldLater(tx, plannedId)
  const ids = new Set(wrote.states?.organisationIds)
  const blocker = later.find(
    (each) =>
      each.wrote.states?.organisationIds.some((id) => ids.has(id)) ||
      (wrote.placements && each.wrote.placements && isRelated(wrote.placements, each.wrote.placements)), // prettier-ignore
  )
  if (blocker) {
    throw new Refusal('register.built-on-by', { unit: blocker.unit, day: blocker.day })
  }
}
