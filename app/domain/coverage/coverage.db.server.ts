import type { OrganisationKind } from '~/domain/organisation/organisation.ts'
import type { Day } from '~/kernel/dates.ts'
import type { Reach } from '~/kernel/permission.ts'
import { rows } from '~/platform/db/database.server.ts'
import { byEndOf, holdsOn, swedishDay } from '~/platform/db/days.server.ts'
import { holdsWords, isAmong, type ListSource } from '~/platform/db/list.server.ts'
import { withinReach } from '~/platform/db/reach.server.ts'
import { sql, type Sql } from '~/platform/db/sql.server.ts'
import { swedishOrder } from '~/platform/db/swedish-order.server.ts'
import { heirsOf } from '~/platform/db/unit-succession.server.ts'
import { countsImportedOn, selectCountsImported } from './coverage-rule.db.server.ts'
import type { OrganisationQuery } from './organisation-list.ts'
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

/** The units of an area as they hung on the day: `placed`. */
export const placed = (area: Area, day: Day) => sql`
  placed as (
    select unit.id, placement.name, unit.county_code, unit.municipality_code,
           placement.parent_unit_id, placement.organisation_id
      from unit_placement placement join unit on unit.id = placement.unit_id
     where ${hungOn(day)} and ${unitIsIn(area)})`

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

/** The units of an area on the day. */
export async function selectUnits(area: Area, day: Day): Promise<UnitOnDay[]> {
  return rows<UnitOnDay>(sql`
    with ${placed(area, day)}
    select id as "unitId", parent_unit_id as "parentUnitId", organisation_id as "organisationId",
           name, county_code as "countyCode", municipality_code as "municipalityCode"
      from placed`)
}

/** Whether an `affiliation` is an employment on the day that had been confirmed by then. */
const isEmployment = (day: Day) => sql`(
  affiliation.kind = 'employed' and affiliation.status = 'confirmed'
  and ${byEndOf(sql`affiliation.decided_at`, day)} and ${holdsOn(sql`affiliation`, day)})`

/**
 * Who is employed and confirmed in what is `placed`: once in each unit and group, however many employments. The
 * index affiliation_confirmed_at_unit has them in that order, so that they need not be sorted or kept in memory.
 */
export const employedOn = (day: Day) => sql`
    employed as (
      select distinct affiliation.unit_id, affiliation.profession_group, affiliation.person_id
        from affiliation
       where affiliation.unit_id in (select id from placed) and ${isEmployment(day)})`

/**
 * Whether a person is among those of a question. The planner takes what an array holds for few, and so keeps it by hash,
 * which takes as long as there are persons; without the array it would, of very many, look through all for each.
 */
const isOneOf = (person: Sql, persons: Sql) => sql`${person} in (select unnest(array(${persons})))`

/** Who has done the module by the day: in Samsyn; or elsewhere alone, by what has been imported. */
const doneBy = (moduleId: string, day: Day) => {
  const done = (table: Sql) => sql`
    ${table}.module_id = ${moduleId}::uuid and ${table}.completed_on <= ${day}::date`
  return {
    played: sql`
      select completion.person_id from completion
       where ${done(sql`completion`)} and completion.source <> 'import'`,
    imported: sql`
      select completion.person_id from completion
       where ${done(sql`completion`)} and completion.source = 'import' and not exists (
         select 1 from completion played
          where played.person_id = completion.person_id and ${done(sql`played`)}
            and played.source <> 'import')`,
  }
}

/**
 * How many are employed in each unit and group, and how many of them have done the module. The nation is asked about in
 * two halves at once, each by a connection and a core of its own.
 */
async function selectCells(area: Area, moduleId: string, day: Day): Promise<HeldCell[]> {
  if (area.kind !== 'nation') return selectCellsOf(area, moduleId, day)
  const lastDigit = sql`right(placed.id::text, 1)`
  const halves = [sql`${lastDigit} < '8'`, sql`${lastDigit} >= '8'`]
  const cells = await Promise.all(halves.map((half) => selectCellsOf(area, moduleId, day, half)))
  return cells.flat()
}

/** Unit by unit, which leaves the planner one way: the index that has each unit's people in order. */
async function selectCellsOf(
  area: Area,
  moduleId: string,
  day: Day,
  ofThose = sql`true`,
): Promise<HeldCell[]> {
  const { played, imported } = doneBy(moduleId, day)
  const person = sql`employed.person_id`
  return rows<HeldCell>(sql`
    with ${placed(area, day)}
    select placed.id as "unitId", cell.*
      from placed
     cross join lateral (
       select employed.profession_group as "professionGroup", count(*) as people,
              count(*) filter (where ${isOneOf(person, played)}) as held,
              count(*) filter (where ${isOneOf(person, imported)}) as imported
         from (select distinct affiliation.profession_group, affiliation.person_id
                 from affiliation
                where affiliation.unit_id = placed.id and ${isEmployment(day)}) employed
        group by employed.profession_group) cell
     where ${ofThose}`)
}

/** The declarations in force there on the day. */
export async function selectDeclarations(area: Area, day: Day): Promise<Declaration[]> {
  return rows<Declaration>(sql`
    with ${placed(area, day)}
    select distinct on (headcount.unit_id, headcount.profession_group)
           headcount.unit_id as "unitId", headcount.profession_group as "professionGroup",
           headcount.headcount, headcount.as_of as "asOf", headcount.source
      from placed join headcount on headcount.unit_id = placed.id
     where headcount.as_of <= ${day}::date and headcount.withdrawn_at is null
     order by headcount.unit_id, headcount.profession_group,
              headcount.as_of desc, headcount.recorded_at desc, headcount.id desc`)
}

/**
 * An assignment speaks to a place and all that hangs below, so it stands at the topmost of its units there,
 * wherever they lie among the area's. What is recommended, names people or is for new ones alone says
 * nothing of a unit (docs/decisions/0032). A track or a course has the modules that it has today.
 */
async function selectAssigned(area: Area, moduleId: string, day: Day): Promise<AssignedUnit[]> {
  return rows<AssignedUnit>(sql`
    with ${placed(area, day)},
    asked as (
      select assignment.id, assignment.profession_groups
        from assignment
       where (assignment.module_id = ${moduleId}::uuid
              or assignment.track_id in (
                   select track_id from track_module where module_id = ${moduleId}::uuid)
              or assignment.course_id in (
                   select course_id from module
                    where id = ${moduleId}::uuid and kind in ('lesson', 'test')))
         and assignment.is_mandatory and not assignment.only_new and not assignment.names_people
         and ${swedishDay(sql`assignment.assigned_at`)} <= ${day}::date
         and (assignment.withdrawn_at is null
              or ${swedishDay(sql`assignment.withdrawn_at`)} > ${day}::date)),
    spoken as (
      select asked.profession_groups, place.kind, place.ref
        from asked join assignment_place place on place.assignment_id = asked.id)
    select placed.id as "unitId", spoken.profession_groups as "professionGroups"
      from spoken
      join organisation on spoken.kind = 'organisation' and organisation.id::text = spoken.ref
     cross join lateral ${heirsOf(sql`organisation.root_unit_id`, day)} heir
      join placed on placed.id = heir.unit_id
    union all
    select placed.id, spoken.profession_groups
      from (select * from spoken where kind = 'unit') spoken
     cross join lateral ${heirsOf(sql`spoken.ref::uuid`, day)} heir
      join placed on placed.id = heir.unit_id
    union all
    select placed.id, spoken.profession_groups
      from spoken
      join placed on spoken.kind in ('nation', 'county', 'municipality', 'catchment')
       and ${isInPlace(sql`placed`, day)}
      left join (unit_placement hanging join unit parent on parent.id = hanging.parent_unit_id)
        on hanging.unit_id = placed.id
       and hanging.valid_from <= ${day}::date
       and (hanging.valid_to is null or hanging.valid_to > ${day}::date)
     where parent.id is null or not ${isInPlace(sql`parent`, day)}`)
}

/** Whether a unit lies in a place of what is `spoken`. */
export const isInPlace = (unit: Sql, day: Day) => sql`coalesce(case spoken.kind
  when 'nation' then true
  when 'county' then ${unit}.county_code::text = spoken.ref
  when 'municipality' then ${unit}.municipality_code::text = spoken.ref
  else exists (
    select 1 from catchment_municipality member
     where member.organisation_id::text = spoken.ref and ${holdsOn(sql`member`, day)}
       and member.municipality_code = ${unit}.municipality_code) end, false)`

export interface OrganisationInReach {
  id: string
  name: string
  kind: OrganisationKind
  countyCode: string | null
  municipalityCode: string | null
  municipalityName: string | null
}

/** Organisations that were there on a day, with what they were called and were then. */
const organisationsOn = (day: Day, condition: Sql) => sql`
  from organisation
  join unit_placement placement on placement.unit_id = organisation.root_unit_id
   and placement.parent_unit_id is null and ${hungOn(day)}
  join organisation_state state on state.organisation_id = organisation.id
   and state.valid_from <= ${day}::date
   and (state.valid_to is null or state.valid_to > ${day}::date)
  left join municipality on municipality.code = organisation.municipality_code
 where ${condition}`

const organisationColumns = sql`
  organisation.id, placement.name, state.kind, organisation.county_code as "countyCode",
  organisation.municipality_code as "municipalityCode",
  municipality.short_name as "municipalityName"`

const organisationIsIn = (reach: Reach) =>
  withinReach(reach, {
    organisation: sql`organisation.id`,
    county: sql`organisation.county_code`,
    municipality: sql`organisation.municipality_code`,
  })

/** Organisations of a day within reach as a list: found by name and municipality, filtered by kind. */
export function organisationsListed(
  reach: Reach,
  day: Day,
  { search, filters }: OrganisationQuery,
): ListSource<OrganisationQuery['sort']> {
  const columns = [sql`placement.name`, sql`municipality.short_name`]
  return {
    columns: organisationColumns,
    from: organisationsOn(
      day,
      sql`${organisationIsIn(reach)} and ${holdsWords(search, columns)}
      and ${isAmong(filters.kind, sql`state.kind`)}`,
    ),
    key: sql`organisation.id`,
    order: {
      name: swedishOrder(sql`placement.name`),
      kind: sql`state.kind`,
      municipality: swedishOrder(sql`municipality.short_name`),
    },
  }
}

export interface OrganisationToPlan extends OrganisationInReach {
  /** The earliest day by which the module is due there, as a whole; null where it is not assigned. */
  dueOn: Day | null
}

/** Every organisation of a day within reach, with what is planned there for the module. */
export async function selectOrganisationsToPlan(
  reach: Reach,
  moduleId: string,
  day: Day,
): Promise<OrganisationToPlan[]> {
  return rows<OrganisationToPlan>(sql`
    with asked as (
      select assignment.due_on, place.kind, place.ref
        from assignment join assignment_place place on place.assignment_id = assignment.id
       where assignment.withdrawn_at is null and assignment.is_mandatory
         and not assignment.only_new and not assignment.names_people
         and place.kind <> 'unit'
         and (assignment.module_id = ${moduleId}::uuid
              or assignment.track_id in (
                   select track_id from track_module where module_id = ${moduleId}::uuid)
              or assignment.course_id in (
                   select course_id from module
                    where id = ${moduleId}::uuid and kind in ('lesson', 'test'))))
    select ${organisationColumns}, (
             select min(asked.due_on) from asked
              where case asked.kind
                      when 'nation' then true
                      when 'organisation' then asked.ref = organisation.id::text
                      when 'county' then asked.ref = organisation.county_code
                      when 'municipality' then asked.ref = organisation.municipality_code
                      else exists (
                        select 1 from catchment_municipality member
                         where member.organisation_id::text = asked.ref
                           and member.municipality_code = organisation.municipality_code
                            and ${holdsOn(sql`member`, day)}) end
           ) as "dueOn"
      ${organisationsOn(day, organisationIsIn(reach))}`)
}

/** An organisation in which nothing has happened for long, and when something last did; null: never. */
export interface WhiteSpot extends OrganisationInReach {
  lastOn: Day | null
}

/**
 * Organisations of a day within reach in which nobody who works there has completed a module, and of which
 * nobody has taken part in an activity, since another day; those longest without first.
 */
export async function selectWhiteSpots(reach: Reach, since: Day, day: Day): Promise<WhiteSpot[]> {
  const completed = sql`
    select completion.completed_on
      from unit_placement hung
      join affiliation worked on worked.unit_id = hung.unit_id and worked.status = 'confirmed'
       and ${holdsOn(sql`worked`, day)}
      join completion on completion.person_id = worked.person_id
       and completion.completed_on <= ${day}::date
     where hung.organisation_id = organisation.id and ${holdsOn(sql`hung`, day)}`
  return rows<WhiteSpot>(sql`
    with came as (
      select attendance.organisation_id, max(session.held_on) as last_on
        from attendance join activity_session session on session.id = attendance.session_id
       where attendance.ended_at is null and attendance.organisation_id is not null
         and session.held_on <= ${day}::date
       group by attendance.organisation_id),
    quiet as (
      select ${organisationColumns}, (
               select came.last_on from came where came.organisation_id = organisation.id
             ) as came_on, (select max(completed_on) from (${completed}) done) as completed_on
        ${organisationsOn(day, organisationIsIn(reach))}
         and not exists (
           select 1 from came
            where came.organisation_id = organisation.id and came.last_on > ${since}::date)
         and not exists (${completed} and completion.completed_on > ${since}::date))
    select id, name, kind, "countyCode", "municipalityCode", "municipalityName",
           greatest(came_on, completed_on) as "lastOn"
      from quiet
     order by greatest(came_on, completed_on) nulls first, ${swedishOrder(sql`name`)}, id`)
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
