import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { today, type Day } from '~/kernel/dates.ts'
import { isId } from '~/kernel/ids.ts'
import { may } from '~/kernel/permission.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import {
  insertHeadcounts,
  selectHeadcounts,
  selectOrganisationOfUnit,
  selectUnits,
  type DeclaredRow,
} from './organisation.db.server.ts'
import { readOrganisation, type OrganisationView } from './organisation.server.ts'
import { inTreeOrder, placeOf, type HangingUnit, type HeadcountSource } from './organisation.ts'

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

type DeclaredHeadcount = Omit<DeclaredRow, 'unitId'>

export interface HeadcountsView {
  organisation: OrganisationView
  units: (HangingUnit & { depth: number; declared: DeclaredHeadcount[] })[]
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
  }
}
