import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { addMonths, today, type Day } from '~/kernel/dates.ts'
import { isId } from '~/kernel/ids.ts'
import { may, reachOf } from '~/kernel/permission.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import {
  insertHeadcounts,
  selectHeadcountHistory,
  selectHeadcounts,
  selectOldHeadcounts,
  selectOrganisationOfUnit,
  selectUnits,
  type DeclaredRow,
  type HeadcountTold,
  type OldHeadcounts,
} from './organisation.db.server.ts'
import { readOrganisation, type OrganisationView } from './organisation.server.ts'
import {
  inTreeOrder,
  isOld,
  monthsUntilOld,
  placeOf,
  type HangingUnit,
  type HeadcountCell,
  type HeadcountSource,
} from './organisation.ts'

export type { HeadcountTold }

export interface DeclareHeadcounts {
  actor: Actor
  unitId: string
  /** Employments in the unit and everything below it. */
  headcounts: { professionGroup: ProfessionGroup; headcount: number }[]
  asOf: Day
  source: HeadcountSource
}

/**
 * Declares how many a unit and everything below it has, in one or more profession groups. Earlier
 * declarations are kept; from `asOf` on these count. Groups that are not named keep what they had.
 * @throws Refusal not-found, forbidden, headcount.day-ahead, headcount.nothing
 */
export async function declareHeadcounts(input: DeclareHeadcounts): Promise<void> {
  const { actor, unitId, asOf, source, headcounts } = input
  await inTransaction(actor, async (tx) => {
    const organisation = isId(unitId)
      ? await selectOrganisationOfUnit(tx, unitId, today())
      : undefined
    if (!organisation) throw new Refusal('not-found')
    if (!may(actor, 'headcount:declare', placeOf(organisation))) throw new Refusal('forbidden')
    if (asOf > today()) throw new Refusal('headcount.day-ahead', {}, { field: 'asOf' })
    if (headcounts.length === 0) throw new Refusal('headcount.nothing')
    const recorded = { recordedAt: now(), recordedBy: actor.personId }
    await insertHeadcounts(
      tx,
      headcounts.map((headcount) => ({ ...headcount, unitId, asOf, source, ...recorded })),
    )
    await recordAudit(tx, actor, {
      action: 'headcount.declared',
      subjectId: unitId,
      organisationId: organisation.id,
      detail: { asOf, source, groups: headcounts.length },
    })
  })
}

/**
 * The same for one profession group.
 * @throws Refusal as declareHeadcounts
 */
export async function declareHeadcount(
  input: Omit<DeclareHeadcounts, 'headcounts'> & {
    professionGroup: ProfessionGroup
    headcount: number
  },
): Promise<void> {
  const { professionGroup, headcount, ...rest } = input
  await declareHeadcounts({ ...rest, headcounts: [{ professionGroup, headcount }] })
}

export interface DeclareGrid {
  actor: Actor
  organisationId: string
  cells: HeadcountCell[]
  asOf: Day
  source: HeadcountSource
  /** Also what is as it was before is declared anew, as of the day. */
  confirmsAll: boolean
}

/**
 * Declares the numbers of many units of one organisation at once. What is as it was before is left alone, unless
 * it is to be confirmed as of the day.
 * @returns how many numbers were written
 * @throws Refusal not-found (also for a unit that is not the organisation's today), forbidden,
 *   headcount.day-ahead, headcount.nothing
 */
export async function declareGrid(input: DeclareGrid): Promise<number> {
  const { actor, organisationId, cells, asOf, source, confirmsAll } = input
  await readOrganisation(actor, 'headcount:declare', organisationId)
  if (asOf > today()) throw new Refusal('headcount.day-ahead', {}, { field: 'asOf' })
  const [units, declared] = await Promise.all([
    selectUnits(organisationId, today()),
    selectHeadcounts(organisationId, asOf),
  ])
  const own = new Set(units.map(({ unitId }) => unitId))
  if (!cells.every(({ unitId }) => own.has(unitId))) throw new Refusal('not-found')
  const before = new Map(declared.map((row) => [cellKey(row), row]))
  const told = cells.filter((cell) => {
    const known = before.get(cellKey(cell))
    return confirmsAll || known?.headcount !== cell.headcount
  })
  if (told.length === 0) throw new Refusal('headcount.nothing')
  await inTransaction(actor, async (tx) => {
    const recorded = { recordedAt: now(), recordedBy: actor.personId }
    await insertHeadcounts(
      tx,
      told.map((cell) => ({ ...cell, asOf, source, ...recorded })),
    )
    await recordAudit(tx, actor, {
      action: 'headcount.declared',
      subjectId: organisationId,
      organisationId,
      detail: { asOf, source, numbers: told.length },
    })
  })
  return told.length
}

const cellKey = ({ unitId, professionGroup }: Pick<HeadcountCell, 'unitId' | 'professionGroup'>) =>
  `${unitId} ${professionGroup}`

type DeclaredHeadcount = Omit<DeclaredRow, 'unitId'>

export interface HeadcountsView {
  organisation: OrganisationView
  units: (HangingUnit & { depth: number; declared: DeclaredHeadcount[] })[]
  /** How many numbers in force are older than a year. */
  old: number
}

/**
 * What an organisation's units have declared, the newest for each unit and group, in tree order.
 * @throws Refusal not-found, forbidden
 */
export async function readHeadcounts(
  actor: Actor,
  organisationId: string,
): Promise<HeadcountsView> {
  const organisation = await readOrganisation(actor, 'headcount:declare', organisationId)
  const [units, declared] = await Promise.all([
    selectUnits(organisationId, today()),
    selectHeadcounts(organisationId, today()),
  ])
  const byUnit = new Map<string, DeclaredHeadcount[]>()
  for (const { unitId, ...headcount } of declared) {
    const before = byUnit.get(unitId)
    if (before) before.push(headcount)
    else byUnit.set(unitId, [headcount])
  }
  return {
    organisation,
    units: inTreeOrder(units).map((unit) => ({
      ...unit,
      declared: byUnit.get(unit.unitId) ?? [],
    })),
    old: declared.filter(({ asOf }) => isOld(asOf, today())).length,
  }
}

/**
 * Everything that a unit has declared, the newest day first.
 * @throws Refusal not-found, forbidden
 */
export async function readHeadcountHistory(
  actor: Actor,
  organisationId: string,
  unitId: string,
): Promise<HeadcountTold[]> {
  await readOrganisation(actor, 'headcount:declare', organisationId)
  if (!isId(unitId)) throw new Refusal('not-found')
  return selectHeadcountHistory(organisationId, unitId)
}

/** Organisations whose numbers the actor is to look after and that are older than a year, or not told at all. */
export async function listOldHeadcounts(actor: Actor): Promise<OldHeadcounts[]> {
  const { organisationIds } = reachOf(actor, 'headcount:declare')
  return organisationIds.length === 0 ? [] : oldHeadcountsOn(organisationIds, today())
}

/** The same of some organisations, whoever looks after them. */
export async function oldHeadcountsOn(
  organisationIds: string[],
  day: Day,
): Promise<OldHeadcounts[]> {
  return selectOldHeadcounts(organisationIds, addMonths(day, -monthsUntilOld), day)
}
