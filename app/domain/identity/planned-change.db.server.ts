import type { HistoryLine } from '~/domain/organisation/register.server.ts'
import type { PeopleTold } from '~/domain/organisation/planned-change.ts'
import type { Day } from '~/kernel/dates.ts'
import { firstRow, rows } from '~/platform/db/database.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'

export interface PlannedLine extends Omit<HistoryLine, 'organisationId'> {
  plannedId: string
  organisationId: string
  /** Who planned it; null where it was no person, or one who is gone. */
  plannedBy: string | null
  /** Whether it is about the organisation itself. */
  isOfOrganisation: boolean
}

/** What is planned for an organisation's units and has not come into force; the nearest day first. */
export async function selectPlannedLines(
  organisationId: string,
  today: Day,
): Promise<PlannedLine[]> {
  return rows<PlannedLine>(sql`
    with planned as (
      select distinct planned_id as id from unit_change
       where on_day > ${today}::date and planned_id is not null
         and (organisation_id = ${organisationId}::uuid
              or other_organisation_id = ${organisationId}::uuid))
    select change.id, change.planned_id as "plannedId", change.kind, change.unit_id as "unitId",
           change.name, change.organisation_id as "organisationId",
           organisation.name as "organisationName",
           change.other_organisation_id as "otherOrganisationId",
           other.name as "otherOrganisationName", change.other_name as "otherName",
           change.on_day as "onDay",
           (change.recorded_at at time zone 'Europe/Stockholm')::date as "recordedOn",
           nullif(concat_ws(' ', person.given_name, person.family_name), '') as "plannedBy",
           exists (select 1 from unit_change line
                     join organisation its on its.root_unit_id = line.unit_id
                    where line.planned_id = planned.id) as "isOfOrganisation"
      from planned join unit_change change on change.planned_id = planned.id
      join organisation on organisation.id = change.organisation_id
      left join organisation other on other.id = change.other_organisation_id
      left join person on person.id = change.recorded_by
     order by change.on_day, change.recorded_at, change.planned_id, change.name, change.id`)
}

export interface PlannedState {
  onDay: Day
  isTakenBack: boolean
}

export async function selectPlannedState(id: string): Promise<PlannedState | undefined> {
  return firstRow<PlannedState>(sql`
    select on_day as "onDay", taken_back_at is not null as "isTakenBack"
      from planned_change where id = ${id}::uuid`)
}

/** Whether somebody works, is to work or can join in one of these units. */
export async function isInUse(tx: Tx, unitIds: string[]): Promise<boolean> {
  const found = await txRows(
    tx,
    sql`
    select 1 from affiliation where unit_id = any(${unitIds}::uuid[])
    union all select 1 from join_code where unit_id = any(${unitIds}::uuid[]) limit 1`,
  )
  return found.length > 0
}

/**
 * Sends people back to where they would be without the change. What has become of the one that goes on, an
 * earlier or a later last day or a decision, holds for the one that it came from.
 */
export async function restoreAffiliations(tx: Tx, people: PeopleTold, day: Day): Promise<void> {
  await goOnAsBefore(tx, people.copied, day)
  await txRows(
    tx,
    sql`
    update affiliation set valid_to = told.was, status = told.status
      from jsonb_to_recordset(${JSON.stringify(people.ended)}::jsonb)
           as told (id uuid, was date, status text)
     where affiliation.id = told.id
       and affiliation.valid_to = greatest(affiliation.valid_from, ${day}::date)`,
  )
  await txRows(
    tx,
    sql`
    update affiliation set unit_id = told.was
      from jsonb_to_recordset(${JSON.stringify(people.turned)}::jsonb)
           as told (id uuid, was uuid, "unitId" uuid)
     where affiliation.id = told.id and affiliation.unit_id = told."unitId"`,
  )
}

async function goOnAsBefore(tx: Tx, copied: PeopleTold['copied'], day: Day): Promise<void> {
  const told = sql`jsonb_to_recordset(${JSON.stringify(copied)}::jsonb)
                   as told ("of" uuid, id uuid, was date, "unitId" uuid)`
  await txRows(
    tx,
    sql`
    update affiliation own
       set valid_to = case when onward.id is null then told.was else onward.valid_to end,
           status = coalesce(onward.status, own.status),
           decided_at = coalesce(onward.decided_at, own.decided_at),
           decided_by = coalesce(onward.decided_by, own.decided_by)
      from ${told} left join affiliation onward on onward.id = told.id
     where own.id = told."of" and own.valid_to = ${day}::date
       and (onward.id is null or onward.unit_id = told."unitId")`,
  )
  await txRows(
    tx,
    sql`delete from affiliation using ${told}
         where affiliation.id = told.id and affiliation.unit_id = told."unitId"`,
  )
}
