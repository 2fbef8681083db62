import { dateOf, type Day } from '~/kernel/dates.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { StateRows, Wrote } from './planned-change.ts'
import type { LineOfChange } from './take-back.ts'

export interface PlannedToKeep {
  id: string
  organisationId: string
  unitId: string
  day: Day
  recordedAt: Date
  recordedBy: string | null
}

/** Keeps what a planned change wrote; what it had written before in the same transaction stays. */
export async function keepPlanned(tx: Tx, planned: PlannedToKeep, wrote: Wrote): Promise<void> {
  const { id, organisationId, unitId, day, recordedAt, recordedBy } = planned
  await txRows(
    tx,
    sql`
    insert into planned_change as planned
           (id, organisation_id, unit_id, on_day, recorded_at, recorded_by, wrote)
    values (${id}::uuid, ${organisationId}::uuid, ${unitId}::uuid, ${day}::date, ${recordedAt},
            ${recordedBy}::uuid, ${JSON.stringify(wrote)}::jsonb)
    on conflict (id) do update set wrote = planned.wrote || excluded.wrote`,
  )
}

/** Adds to what a planned change wrote. */
export async function keepMore(tx: Tx, id: string, wrote: Wrote): Promise<void> {
  await txRows(
    tx,
    sql`update planned_change set wrote = wrote || ${JSON.stringify(wrote)}::jsonb
         where id = ${id}::uuid`,
  )
}

export interface PlannedRow {
  organisationId: string
  unitId: string
  day: Day
  wrote: Wrote
  isTakenBack: boolean
}

/** A planned change, locked until the transaction ends. */
export async function lockPlanned(tx: Tx, id: string): Promise<PlannedRow | null> {
  const [row] = await txRows<PlannedRow>(
    tx,
    sql`
    select organisation_id::text as "organisationId", unit_id::text as "unitId", on_day::text as day,
           wrote, taken_back_at is not null as "isTakenBack"
      from planned_change where id = ${id}::uuid for update`,
  )
  return row ?? null
}

/** Every organisation that a planned change has a line about. */
export async function selectOrganisationsOfPlanned(tx: Tx, id: string): Promise<string[]> {
  const found = await txRows<{ id: string }>(
    tx,
    sql`
    select organisation_id::text as id from unit_change where planned_id = ${id}::uuid
    union select other_organisation_id::text from unit_change
           where planned_id = ${id}::uuid and other_organisation_id is not null`,
  )
  return found.map((one) => one.id)
}

/** Whether a planned change is about an organisation itself and not only about units in it. */
export async function isOfOrganisation(tx: Tx, id: string): Promise<boolean> {
  const found = await txRows(
    tx,
    sql`
    select 1 from unit_change change join organisation on organisation.root_unit_id = change.unit_id
     where change.planned_id = ${id}::uuid limit 1`,
  )
  return found.length > 0
}

export interface LaterChange {
  unit: string
  day: Day
  wrote: Wrote
}

/** What was planned after a change and has not been taken back, the newest first. */
export async function selectToldLater(tx: Tx, id: string): Promise<LaterChange[]> {
  return txRows<LaterChange>(
    tx,
    sql`
    select later.on_day::text as day, later.wrote,
           (select change.name from unit_change change where change.planned_id = later.id
             order by change.unit_id = later.unit_id desc, change.id limit 1) as unit
      from planned_change own join planned_change later on later.id <> own.id
       and (later.recorded_at, later.id) > (own.recorded_at, own.id)
     where own.id = ${id}::uuid and later.taken_back_at is null
     order by later.recorded_at desc, later.id desc`,
  )
}

export interface PlannedLine extends LineOfChange {
  plannedId: string
  name: string
  day: Day
}

/** The lines of a planned change, and those that were planned later and name one of its units, the newest first. */
export async function selectLinesInCommon(
  tx: Tx,
  id: string,
): Promise<{ own: LineOfChange[]; later: PlannedLine[] }> {
  const own = await tx.unitChange.findMany({
    where: { plannedId: id },
    select: { kind: true, unitId: true, otherUnitId: true },
  })
  const units = own.flatMap(({ unitId, otherUnitId }) => [unitId, otherUnitId ?? unitId])
  const later = await txRows<PlannedLine>(
    tx,
    sql`
    select line.planned_id::text as "plannedId", line.kind, line.unit_id::text as "unitId",
           line.other_unit_id::text as "otherUnitId", line.name, line.on_day::text as day
      from planned_change own join planned_change later on later.id <> own.id
       and (later.recorded_at, later.id) > (own.recorded_at, own.id)
      join unit_change line on line.planned_id = later.id
     where own.id = ${id}::uuid and later.taken_back_at is null
       and (line.unit_id = any(${units}::uuid[]) or line.other_unit_id = any(${units}::uuid[]))
     order by later.recorded_at desc, later.id desc, line.id`,
  )
  return { own, later }
}

/** The states and municipalities of organisations, as whole rows in one order. */
export async function selectStateRows(tx: Tx, organisationIds: string[]): Promise<StateRows> {
  const [found] = await txRows<StateRows>(
    tx,
    sql`
    select (select coalesce(jsonb_agg(to_jsonb(state) order by state.id), '[]')
              from organisation_state state
             where state.organisation_id = any(${organisationIds}::uuid[])) as states,
           (select coalesce(jsonb_agg(to_jsonb(part) order by part.organisation_id,
                            part.municipality_code, part.valid_from), '[]')
              from catchment_municipality part
             where part.organisation_id = any(${organisationIds}::uuid[])) as catchment`,
  )
  return found!
}

/** Puts the states and municipalities of organisations back as they were. */
export async function restoreStateRows(
  tx: Tx,
  organisationIds: string[],
  { states, catchment }: StateRows,
): Promise<void> {
  const theirs = { where: { organisationId: { in: organisationIds } } }
  await tx.organisationState.deleteMany(theirs)
  await tx.catchmentMunicipality.deleteMany(theirs)
  await txRows(
    tx,
    sql`insert into organisation_state
        select * from jsonb_populate_recordset(null::organisation_state, ${JSON.stringify(states)}::jsonb)`,
  )
  await txRows(
    tx,
    sql`insert into catchment_municipality
        select * from jsonb_populate_recordset(null::catchment_municipality,
                                               ${JSON.stringify(catchment)}::jsonb)`,
  )
}

/** Whether somebody has declared headcounts for a unit besides those that came along with it. */
export async function hasHeadcounts(tx: Tx, unitIds: string[], except: string[]): Promise<boolean> {
  const where = { unitId: { in: unitIds }, id: { notIn: except } }
  return (await tx.headcount.findFirst({ where, select: { id: true } })) !== null
}

/**
 * Opens again what would have closed, lets what would have opened never have been, and forgets the lines and
 * the headcounts. The row of a unit that never opens stays: the trail names it.
 */
export async function restoreRegister(tx: Tx, id: string, wrote: Wrote, day: Day): Promise<void> {
  const { opened = [], closed = [], closedOrganisations = [], headcounts = [] } = wrote
  const open = { data: { closedOn: null } }
  await tx.unit.updateMany({ where: { id: { in: closed } }, ...open })
  await tx.organisation.updateMany({ where: { id: { in: closedOrganisations } }, ...open })
  await tx.unit.updateMany({ where: { id: { in: opened } }, data: { closedOn: dateOf(day) } })
  await tx.headcount.deleteMany({ where: { id: { in: headcounts } } })
  await tx.unitChange.deleteMany({ where: { plannedId: id } })
}

export async function markTakenBack(
  tx: Tx,
  id: string,
  by: { takenBackAt: Date; takenBackBy: string | null },
): Promise<void> {
  await tx.plannedChange.update({ where: { id }, data: by })
}
