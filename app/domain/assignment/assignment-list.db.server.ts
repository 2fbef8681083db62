import { dayOf, type Day } from '~/kernel/dates.ts'
import type { Reach } from '~/kernel/permission.ts'
import { firstRow, rows } from '~/platform/db/database.server.ts'
import { holdsWords, isAmong, type ListSource } from '~/platform/db/list.server.ts'
import { swedishOrder } from '~/platform/db/swedish-order.server.ts'
import { holdsOn } from '~/platform/db/days.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { withForebears } from '~/platform/db/unit-succession.server.ts'
import type { AssignmentQuery } from './assignment-list.ts'
import type { Assignment } from './assignment.ts'
import { asReadOn, isInside, locatedPlaces } from './place-facts.db.server.ts'

export type AssignmentRow = Omit<Assignment, 'assignedOn'> & { assignedAt: Date }

const placesOf = sql`select kind, ref from assignment_place where assignment_id = assignment.id`

const isManageable = (reach: Reach, day: Day) => sql`not exists (
  select 1 from ${locatedPlaces(asReadOn(placesOf, day), day)} where not ${isInside(reach, day)})`

const columns = (reach: Reach, day: Day) => sql`
  assignment.id, assignment.profession_groups as "professionGroups",
  assignment.only_new as "onlyNew", assignment.is_mandatory as "isMandatory",
  assignment.due_on as "dueOn", assignment.due_days as "dueDays",
  assignment.repeat_months as "repeatMonths", assignment.window_days as "windowDays",
  assignment.message, assignment.assigned_at as "assignedAt",
  json_build_object(
    'kind', case when assignment.module_id is not null then 'module'
                 when assignment.track_id is not null then 'track' else 'course' end,
    'id', coalesce(assignment.module_id, assignment.track_id, assignment.course_id),
    'titleSv', coalesce(module.title_sv, track.title_sv, course.title_sv),
    'titleEn', coalesce(module.title_en, track.title_en, course.title_en)) as target,
  json_build_object(
    'kind', case when assignment.organisation_id is not null then 'organisation'
                 when assignment.county_code is not null then 'county' else 'nation' end,
    'name', coalesce(owner.name, home.short_name)) as issuer,
  case when assignment.names_people then (
    select count(*) from assignment_person where assignment_id = assignment.id) end as people,
  (select json_agg(json_build_object(
            'kind', place.kind, 'ref', place.ref,
            'name', coalesce(unit.name, organisation.name, county.name, municipality.short_name))
          order by place.kind, coalesce(unit.name, organisation.name, county.name,
                                        municipality.short_name))
     from ${locatedPlaces(placesOf, day)}) as places,
  ${isManageable(reach, day)} as "mayManage"`

const joined = sql`
  from assignment
  left join module on module.id = assignment.module_id
  left join track on track.id = assignment.track_id
  left join course on course.id = assignment.course_id
  left join organisation owner on owner.id = assignment.organisation_id
  left join county home on home.code = assignment.county_code`

export function viewOf({ assignedAt, ...assignment }: AssignmentRow): Assignment {
  return { ...assignment, assignedOn: dayOf(assignedAt) }
}

const earliestFirst = sql`order by assignment.due_on nulls last, assignment.id`

/** What speaks to anybody in an organisation on the day, the earliest due first. */
export async function selectAssignmentsReaching(
  organisationId: string,
  reach: Reach,
  day: Day,
): Promise<Assignment[]> {
  const found = await rows<AssignmentRow>(sql`
    with recursive placed as (
      select unit.id, unit.county_code, unit.municipality_code
        from unit_placement placement join unit on unit.id = placement.unit_id
       where placement.organisation_id = ${organisationId}::uuid
         and placement.valid_from <= ${day}::date
         and (placement.valid_to is null or placement.valid_to > ${day}::date)),
    ${withForebears(sql`stood`, sql`(select id as unit_id, id as at_id from placed) own`, day)},
    spot as (
      select 'nation' as kind, '' as ref
      union all select 'organisation', ${organisationId}
      union all select distinct 'unit', at_id::text from stood
      union all select distinct 'organisation', ended.id::text
                  from stood join organisation ended
                    on ended.root_unit_id = stood.at_id and ended.closed_on <= ${day}::date
      union all select distinct 'county', county_code::text from placed
      union all select distinct 'municipality', municipality_code::text from placed
                 where municipality_code is not null
      union all select distinct 'catchment', member.organisation_id::text
                  from placed join catchment_municipality member
                    on member.municipality_code = placed.municipality_code
                   and ${holdsOn(sql`member`, day)})
    select ${columns(reach, day)} ${joined}
     where assignment.withdrawn_at is null and assignment.id in (
       select place.assignment_id from spot
         join assignment_place place on place.kind = spot.kind and place.ref = spot.ref)
     ${earliestFirst}`)
  return found.map(viewOf)
}

const namesOfPlaces = (day: Day) => sql`(
  select string_agg(coalesce(unit.name, organisation.name, county.name, municipality.short_name), ' ')
    from ${locatedPlaces(placesOf, day)})`

/** What is under way wholly within reach as a list: found by what is to be done, where, and in whose name. */
export function assignmentsListed(
  reach: Reach,
  day: Day,
  { search, filters }: AssignmentQuery,
): ListSource<AssignmentQuery['sort']> {
  const words = [
    ...[sql`module`, sql`track`, sql`course`].flatMap((target) => [
      sql`${target}.title_sv`,
      sql`${target}.title_en`,
    ]),
    sql`owner.name`,
    namesOfPlaces(day),
  ]
  const isMandatory = sql`case when assignment.is_mandatory then 'mandatory' else 'recommended' end`
  const target = sql`coalesce(module.title_sv, track.title_sv, course.title_sv)`
  return {
    columns: columns(reach, day),
    from: sql`${joined}
     where assignment.withdrawn_at is null and ${isManageable(reach, day)}
       and ${holdsWords(search, words)} and ${isAmong(filters.bound, isMandatory)}
       and ${isForGroups(filters.group)}`,
    key: sql`assignment.id`,
    order: {
      due: sql`assignment.due_on`,
      target: swedishOrder(target),
      assigned: sql`assignment.assigned_at`,
    },
  }
}

/** What is for every group is for each of them. */
const isForGroups = (groups: string[]) =>
  groups.length === 0
    ? sql`true`
    : sql`(cardinality(assignment.profession_groups) = 0
           or assignment.profession_groups && ${groups}::text[])`

/** One that is under way, or undefined. */
export async function selectAssignment(
  id: string,
  reach: Reach,
  day: Day,
): Promise<Assignment | undefined> {
  const found = await firstRow<AssignmentRow>(sql`
    select ${columns(reach, day)} ${joined}
     where assignment.id = ${id}::uuid and assignment.withdrawn_at is null`)
  return found && viewOf(found)
}

export interface EarlierDay {
  dueOn: Day | null
  dueDays: number | null
  changedOn: Day
}

/** The days that an assignment had before, the latest change first. */
export async function selectEarlierDays(assignmentId: string): Promise<EarlierDay[]> {
  const found = await rows<Omit<EarlierDay, 'changedOn'> & { changedAt: Date }>(sql`
    select due_on as "dueOn", due_days as "dueDays", changed_at as "changedAt"
      from assignment_day where assignment_id = ${assignmentId}::uuid order by changed_at desc`)
  return found.map(({ changedAt, ...day }) => ({ ...day, changedOn: dayOf(changedAt) }))
}

/** Resource centres by name. */
export async function selectCatchments(ids: string[]): Promise<{ id: string; name: string }[]> {
  return rows(sql`
    select id, name from organisation where id = any(${ids}::uuid[]) order by name`)
}

/** What can be chosen as places: the units of an organisation on a day. */
export interface PlaceUnit {
  unitId: string
  parentUnitId: string | null
  name: string
}

export async function selectUnitsToChoose(organisationId: string, day: Day): Promise<PlaceUnit[]> {
  return rows<PlaceUnit>(sql`
    select unit.id as "unitId", placement.parent_unit_id as "parentUnitId", unit.name
      from unit_placement placement join unit on unit.id = placement.unit_id
     where placement.organisation_id = ${organisationId}::uuid
       and placement.valid_from <= ${day}::date
       and (placement.valid_to is null or placement.valid_to > ${day}::date)`)
}

export interface NamedPerson {
  personId: string
  name: string
}

/** The names of people who work in an organisation on the day; of others, nothing. */
export async function selectColleagues(
  organisationId: string,
  personIds: string[],
  day: Day,
): Promise<NamedPerson[]> {
  return rows<NamedPerson>(sql`
    select distinct person.id as "personId", person.given_name || ' ' || person.family_name as name
      from affiliation
      join unit_placement placement on placement.unit_id = affiliation.unit_id
      join person on person.id = affiliation.person_id
     where placement.organisation_id = ${organisationId}::uuid
       and placement.valid_from <= ${day}::date
       and (placement.valid_to is null or placement.valid_to > ${day}::date)
       and affiliation.person_id = any(${personIds}::uuid[])
       and affiliation.status = 'confirmed'
       and affiliation.valid_from <= ${day}::date
       and (affiliation.valid_to is null or affiliation.valid_to > ${day}::date)
     order by name`)
}

/** A unit of an assignment's places that has become another, or part of one, and from which day. */
export interface FollowedChange {
  kind: 'merged' | 'split' | 'moved'
  onDay: Day
  name: string
  otherName: string
}

/**
 * Why an assignment speaks to other units than those it named, the earliest first; planned changes, too. Of an
 * organisation that hangs below another since a day, that it does.
 */
export async function selectFollowedChanges(assignmentId: string): Promise<FollowedChange[]> {
  return rows<FollowedChange>(sql`
    with recursive named as (
      select unit.id as unit_id, null::uuid as organisation_id
        from assignment_place place join unit on place.kind = 'unit' and unit.id::text = place.ref
       where place.assignment_id = ${assignmentId}::uuid
      union all
      select organisation.root_unit_id, organisation.id
        from assignment_place place
        join organisation on place.kind = 'organisation' and organisation.id::text = place.ref
       where place.assignment_id = ${assignmentId}::uuid),
    heir (unit_id) as (
      select unit_id from named
      union
      select change.other_unit_id
        from heir join unit_change change
          on change.unit_id = heir.unit_id and change.kind in ('merged', 'split'))
    select change.kind, change.on_day as "onDay", change.name, change.other_name as "otherName"
      from unit_change change
     where change.other_name is not null
       and ((change.kind in ('merged', 'split') and change.unit_id in (select unit_id from heir))
            or (change.kind = 'moved' and exists (
                  select 1 from named
                   where named.unit_id = change.unit_id
                     and named.organisation_id = change.organisation_id)))
     order by change.on_day, change.recorded_at, change.id`)
}
