import type { Day } from '~/kernel/dates.ts'
import { holdsOn, swedishDay } from '~/platform/db/days.server.ts'
import { empty, sql, type Sql } from '~/platform/db/sql.server.ts'
import { withForebears } from '~/platform/db/unit-succession.server.ts'

/**
 * Which places the units of `here(unit_id, organisation_id, county_code, municipality_code)` are in on the
 * day, as `spot(unit_id, kind, ref)`: all that an assignment's place can name. A unit that has gone into another,
 * and an organisation that has, are read as what they have become (0032). For WITH RECURSIVE.
 */
export const spotsOf = (day: Day) => sql`
  above (unit_id, at_id) as (
    select unit_id, unit_id from here
    union all
    select above.unit_id, placement.parent_unit_id
      from above
      join unit_placement placement
        on placement.unit_id = above.at_id and ${holdsOn(sql`placement`, day)}
     where placement.parent_unit_id is not null),
  ${withForebears(sql`stood`, sql`above`, day)},
  spot (unit_id, kind, ref) as (
    select unit_id, 'nation', '' from here
    union all select unit_id, 'county', county_code::text from here
    union all select unit_id, 'municipality', municipality_code::text from here
               where municipality_code is not null
    union all select here.unit_id, 'catchment', member.organisation_id::text
                from here join catchment_municipality member
                  on member.municipality_code = here.municipality_code
                 and ${holdsOn(sql`member`, day)}
    union all select unit_id, 'organisation', organisation_id::text from here
    union all select stood.unit_id, 'organisation', ended.id::text
                from stood join organisation ended
                  on ended.root_unit_id = stood.at_id and ended.closed_on <= ${day}::date
    union all select unit_id, 'unit', at_id::text from stood)`

/** Which assignments speak to which of those units: `reached(unit_id, assignment_id)`, each pair once. */
export const reached = sql`
  reached as (
    select distinct spot.unit_id, place.assignment_id
      from spot
      join assignment_place place on place.kind = spot.kind and place.ref = spot.ref)`

/** What an assignment's day was on the day, where it has been changed since. */
const changedSince = (day: Day) => sql`
  left join lateral (
    select earlier.id, earlier.due_on, earlier.due_days
      from assignment_day earlier
     where earlier.assignment_id = assignment.id
       and ${swedishDay(sql`earlier.changed_at`)} > ${day}::date
     order by earlier.changed_at limit 1) moved on true`

const dueThen = sql`
  case when moved.id is null then assignment.due_on else moved.due_on end as due_on,
  case when moved.id is null then assignment.due_days else moved.due_days end as due_days`

/**
 * Those that are under way on the day and speak to a unit that is `reached`, with each module that they ask
 * for: those that their track or course has now. What a course asks of all is no track's own. A repeated one
 * asks for the course's refreshers, too.
 * @param of.module one module; all when left out
 * @param of.past whether the day may lie in the past, when due days could be others than now
 */
export const askedOn = (day: Day, of: { module?: string; past: boolean }) => sql`
  asked as materialized (
    select assignment.id, assignment.track_id, assignment.course_id, assignment.profession_groups,
           assignment.only_new, assignment.names_people, assignment.is_mandatory,
           assignment.repeat_months, coalesce(assignment.window_days, 60) as window_days,
           ${swedishDay(sql`assignment.assigned_at`)} as assigned_on,
           ${of.past ? dueThen : sql`assignment.due_on, assignment.due_days`},
           target.module_id, target.is_refresher
      from assignment
      left join track on track.id = assignment.track_id
      ${of.past ? changedSince(day) : empty}
      cross join lateral (
        select assignment.module_id, false as is_refresher where assignment.module_id is not null
        union all
        select track_module.module_id, false
          from track_module
          join module_version open
            on open.module_id = track_module.module_id and open.status = 'published'
         where track_module.track_id = assignment.track_id
        union all
        select module.id, module.kind = 'refresher'
          from module
          join module_version open on open.module_id = module.id and open.status = 'published'
         where module.course_id = coalesce(assignment.course_id, track.course_id)
           and ((module.kind in ('lesson', 'test') and assignment.course_id is not null)
                or (module.kind = 'refresher' and assignment.repeat_months is not null))
      ) target
     where assignment.id in (select assignment_id from reached)
       and ${swedishDay(sql`assignment.assigned_at`)} <= ${day}::date
       and (assignment.withdrawn_at is null
            or ${swedishDay(sql`assignment.withdrawn_at`)} > ${day}::date)
       ${of.module === undefined ? empty : sql`and target.module_id = ${of.module}::uuid`})`

/**
 * Whether somebody began at the organisation on a day or later: who works there already the day before and
 * moves within it, or gets another post, is not new; nor is who comes along with a unit that goes into another.
 * @param since an SQL day
 */
export const isNewSince = (since: Sql) => sql`(
  worked.valid_from >= ${since} and not exists (
    select 1 from affiliation before
      join unit_placement there on there.unit_id = before.unit_id
     where before.person_id = worked.person_id
       and before.status in ('claimed', 'confirmed')
       and before.valid_from < worked.valid_from
       and (before.valid_to is null or before.valid_to >= worked.valid_from)
       and there.organisation_id = worked.organisation_id
       and there.valid_from < worked.valid_from
       and (there.valid_to is null or there.valid_to >= worked.valid_from))
  and not exists (
    select 1 from affiliation before
      join unit_change change on change.unit_id = before.unit_id
     where before.person_id = worked.person_id
       and before.status in ('claimed', 'confirmed')
       and before.valid_from < worked.valid_from
       and before.valid_to = worked.valid_from
       and change.kind in ('merged', 'split') and change.on_day = worked.valid_from
       and change.other_organisation_id = worked.organisation_id))`

/**
 * Whether an affiliation `worked(person_id, organisation_id, profession_group, valid_from)` in a unit that is
 * reached belongs to the audience of what is `asked`.
 */
export const isMeant = sql`(
  (cardinality(asked.profession_groups) = 0
   or worked.profession_group = any(asked.profession_groups))
  and (not asked.names_people or exists (
    select 1 from assignment_person named
     where named.assignment_id = asked.id and named.person_id = worked.person_id))
  and (not asked.only_new or ${isNewSince(sql`asked.assigned_on`)}))`
