import type { Day } from '~/kernel/dates.ts'
import { invariant } from '~/kernel/invariant.ts'
import { firstRow, rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import type { UnitChange } from './reorganisation.ts'
import type { CatchmentPart, OrganisationState, OrganisationStateView } from './organisation.ts'

export interface OrganisationLife {
  openedOn: Day
  /** The first day on which it is no more. */
  closedOn: Day | null
}

export async function selectLife(organisationId: string): Promise<OrganisationLife> {
  const life = await firstRow<OrganisationLife>(sql`
    select opened_on as "openedOn", closed_on as "closedOn"
      from organisation where id = ${organisationId}::uuid`)
  invariant(life, 'the organisation is there')
  return life
}

export async function selectState(
  organisationId: string,
  on: Day,
): Promise<OrganisationStateView | null> {
  const state = await firstRow<OrganisationState & { carrierName: string | null }>(sql`
    select state.kind, state.organisation_number as "organisationNumber",
           state.carrier_id as "carrierId", carrier.name as "carrierName", state.phase,
           state.project_year_from as "projectYearFrom"
      from organisation_state state left join organisation carrier on carrier.id = state.carrier_id
     where state.organisation_id = ${organisationId}::uuid and state.valid_from <= ${on}::date
       and (state.valid_to is null or state.valid_to > ${on}::date)`)
  if (!state) return null
  const catchment = await rows<CatchmentPart>(sql`
    select part.municipality_code as "municipalityCode", municipality.short_name as name,
           municipality.county_code as "countyCode", part.valid_from as "validFrom",
           part.valid_to as "validTo"
      from catchment_municipality part
      join municipality on municipality.code = part.municipality_code
     where part.organisation_id = ${organisationId}::uuid and part.valid_from <= ${on}::date
       and (part.valid_to is null or part.valid_to > ${on}::date)
     order by part.municipality_code`)
  return { ...state, catchment }
}

export interface HistoryLine extends Omit<UnitChange, 'otherUnitId'> {
  id: string
  onDay: Day
  /** The Swedish day on which it was told. */
  recordedOn: Day
  /** Of the organisation that a unit came from or went to, where that is another. */
  organisationName: string
  otherOrganisationName: string | null
}

/** As much of the history as a page shows. */
const longestHistory = 200

/** What has been done to an organisation's units, and to those that came to it; the latest day first. */
export async function selectHistory(organisationId: string): Promise<HistoryLine[]> {
  return rows<HistoryLine>(sql`
    select change.id, change.kind, change.unit_id as "unitId", change.name,
           change.organisation_id as "organisationId", organisation.name as "organisationName",
           change.other_organisation_id as "otherOrganisationId",
           other.name as "otherOrganisationName", change.other_name as "otherName",
           change.on_day as "onDay", (change.recorded_at at time zone 'Europe/Stockholm')::date as "recordedOn"
      from unit_change change
      join organisation on organisation.id = change.organisation_id
      left join organisation other on other.id = change.other_organisation_id
     where change.organisation_id = ${organisationId}::uuid
        or change.other_organisation_id = ${organisationId}::uuid
     order by change.on_day desc, change.recorded_at desc, change.name, change.id
     limit ${longestHistory}`)
}
