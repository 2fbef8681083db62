import type { OrganisationKind } from '~/domain/organisation/organisation.ts'
import type { Day } from '~/kernel/dates.ts'
import type { Reach } from '~/kernel/permission.ts'
import { firstRow, rows } from '~/platform/db/database.server.ts'
import { withinReach } from '~/platform/db/reach.server.ts'
import { sql, type Sql } from '~/platform/db/sql.server.ts'
import { swedishOrder } from '~/platform/db/swedish-order.server.ts'
import { countsImportedOn, selectCountsImported } from './coverage-rule.db.server.ts'
import type { AssignedUnit, CoverageFacts, Declaration, HeldCell, UnitOnDay } from './coverage.ts'

/** Which units a question is about. */
export type Area =
  | { kind: 'nation' }
  | { kind: 'county'; countyCode: string }
  | { kind: 'reach'; reach: Reach }
  | { kind: 'organisations'; organisationIds: string[] }

function unitIsIn(area: Area): Sql {
  switch (area.kind) {
    case 'nation':
      return sql`true`
    case 'county':
      return sql`unit.county_code = ${area.countyCode}`
    case 'organisations':
      return sql`placement.organisation_id = any(${area.organisationIds}::uuid[])`
    case 'reach':
      return withinReach(area.reach, {
        organisation: sql`placement.organisation_id`,
        county: sql`unit.county_code`,
        municipality: sql`unit.municipality_code`,
      })
  }
}

/** Where units hung on the day. */
const hungOn = (day: Day) => sql`
  placement.valid_from <= ${day}::date
  and (placement.valid_to is null or placement.valid_to > ${day}::date)`

const placed = (area: Area, day: Day) => sql`
  placed as (
    select unit.id, unit.name, unit.county_code, unit.municipality_code,
           placement.parent_unit_id, placement.organisation_id
      from unit_placement placement join unit on unit.id = placement.unit_id
     where ${hungOn(day)} and ${unitIsIn(area)})`

/** The Swedish day of a moment. */
const swedishDay = (column: Sql) => sql`(${column} at time zone 'Europe/Stockholm')::date`

/** Facts by the rule of the day. */
export type RuledFacts = CoverageFacts & { countsImported: boolean }

/** Everything that coverage of a module on a day is made of: five questions, however many units. */
export async function selectFacts(area: Area, moduleId: string, day: Day): Promise<RuledFacts> {
  const [units, cells, declarations, assigned, countsImported] = await Promise.all([
    selectUnits(area, day),
    selectCells(area, moduleId, day),
    selectDeclarations(area, day),
    selectAssigned(area, moduleId, day),
    selectCountsImported(day),
  ])
  return { units, cells, declarations, assigned, countsImported }
}

async function selectUnits(area: Area, day: Day): Promise<UnitOnDay[]> {
  return rows<UnitOnDay>(sql`
    with ${placed(area, day)}
    select id as "unitId", parent_unit_id as "parentUnitId", organisation_id as "organisationId",
           name, county_code as "countyCode", municipality_code as "municipalityCode"
      from placed`)
}

/** A person with several employments in the same unit and group counts once there. */
async function selectCells(area: Area, moduleId: string, day: Day): Promise<HeldCell[]> {
  return rows<HeldCell>(sql`
    with ${placed(area, day)},
    employed as (
      select distinct affiliation.unit_id, affiliation.profession_group, affiliation.person_id
        from placed join affiliation on affiliation.unit_id = placed.id
       where affiliation.kind = 'employed' and affiliation.status = 'confirmed'
         and ${swedishDay(sql`affiliation.decided_at`)} <= ${day}::date
         and affiliation.valid_from <= ${day}::date
         and (affiliation.valid_to is null or affiliation.valid_to > ${day}::date)),
    done as (
      select person_id, bool_or(source <> 'import') as played from completion
       where module_id = ${moduleId}::uuid and completed_on <= ${day}::date
       group by person_id)
    select employed.unit_id as "unitId", employed.profession_group as "professionGroup",
           count(*) as people, count(*) filter (where done.played) as held,
           count(*) filter (where not done.played) as imported
      from employed left join done on done.person_id = employed.person_id
     group by employed.unit_id, employed.profession_group`)
}

async function selectDeclarations(area: Area, day: Day): Promise<Declaration[]> {
  return rows<Declaration>(sql`
    with ${placed(area, day)}
    select distinct on (headcount.unit_id, headcount.profession_group)
           headcount.unit_id as "unitId", headcount.profession_group as "professionGroup",
           headcount.headcount, headcount.as_of as "asOf", headcount.source
      from placed join headcount on headcount.unit_id = placed.id
     where headcount.as_of <= ${day}::date
     order by headcount.unit_id, headcount.profession_group,
              headcount.as_of desc, headcount.recorded_at desc, headcount.id desc`)
}

/** An assignment speaks to the whole organisation, so it stands at the root unit. */
async function selectAssigned(area: Area, moduleId: string, day: Day): Promise<AssignedUnit[]> {
  return rows<AssignedUnit>(sql`
    with ${placed(area, day)}
    select placed.id as "unitId", assignment.profession_groups as "professionGroups"
      from assignment
      join organisation on organisation.id = assignment.organisation_id
      join placed on placed.id = organisation.root_unit_id
     where assignment.module_id = ${moduleId}::uuid
       and ${swedishDay(sql`assignment.assigned_at`)} <= ${day}::date
       and (assignment.withdrawn_at is null
            or ${swedishDay(sql`assignment.withdrawn_at`)} > ${day}::date)`)
}

export interface OrganisationInReach {
  id: string
  name: string
  kind: OrganisationKind
  countyCode: string | null
  municipalityCode: string | null
  municipalityName: string | null
}

const organisationsWhere = (condition: Sql) => sql`
  from organisation
  left join municipality on municipality.code = organisation.municipality_code
 where organisation.closed_on is null and ${condition}`

const organisationColumns = sql`
  organisation.id, organisation.name, organisation.kind, organisation.county_code as "countyCode",
  organisation.municipality_code as "municipalityCode",
  municipality.short_name as "municipalityName"`

const organisationIsIn = (reach: Reach) =>
  withinReach(reach, {
    organisation: sql`organisation.id`,
    county: sql`organisation.county_code`,
    municipality: sql`organisation.municipality_code`,
  })

/** Organisations within reach whose name holds the text, by name; a page of them and how many there are. */
export async function selectOrganisations(
  reach: Reach,
  search: string,
  page: { offset: number; limit: number },
): Promise<{ organisations: OrganisationInReach[]; count: number }> {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`
  const where = organisationsWhere(
    sql`${organisationIsIn(reach)} and organisation.name ilike ${pattern}`,
  )
  const counted = await firstRow<{ count: number }>(sql`select count(*) as count ${where}`)
  const organisations = await rows<OrganisationInReach>(sql`
    select ${organisationColumns} ${where}
     order by ${swedishOrder(sql`organisation.name`)}, organisation.id
     limit ${page.limit} offset ${page.offset}`)
  return { organisations, count: counted?.count ?? 0 }
}

export interface OrganisationToPlan extends OrganisationInReach {
  /** The earliest day by which the module is due there; null where it is not assigned. */
  dueOn: Day | null
}

/** Every organisation within reach, with what is planned there for the module. */
export async function selectOrganisationsToPlan(
  reach: Reach,
  moduleId: string,
): Promise<OrganisationToPlan[]> {
  return rows<OrganisationToPlan>(sql`
    select ${organisationColumns}, (
             select min(assignment.due_on) from assignment
              where assignment.organisation_id = organisation.id
                and assignment.module_id = ${moduleId}::uuid
                and assignment.withdrawn_at is null) as "dueOn"
      ${organisationsWhere(organisationIsIn(reach))}`)
}

/** Persons (not employments) who have completed the module by the day, by where they worked then. */
export interface ParticipationRow {
  /** A county's or a municipality's code; null for all of them together. */
  code: string | null
  persons: number
}

/**
 * Each person once in each place where they had an affiliation on the day they completed, and once
 * in the row without a code, whether they had one or not.
 */
export async function selectParticipation(
  by: 'county' | 'municipality',
  moduleId: string,
  day: Day,
): Promise<ParticipationRow[]> {
  const code =
    by === 'county'
      ? sql`coalesce(unit.county_code, left(worked.municipality_code, 2))`
      : sql`coalesce(unit.municipality_code, worked.municipality_code)`
  return rows<ParticipationRow>(sql`
    with done as (
      select id, person_id from completion
       where module_id = ${moduleId}::uuid and completed_on <= ${day}::date
         and (source <> 'import' or ${countsImportedOn(day)}))
    select ${code} as code, count(distinct done.person_id) as persons
      from done
      join completion_affiliation worked on worked.completion_id = done.id
      left join unit on unit.id = worked.unit_id
     where worked.affiliation_status <> 'declined' and ${code} is not null
     group by 1
    union all
    select null, count(distinct person_id) from done`)
}
