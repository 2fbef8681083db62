import type { Day } from '~/kernel/dates.ts'
import { rows } from '~/platform/db/database.server.ts'
import { holdsOn, swedishDay } from '~/platform/db/days.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { heirsOf, withForebears } from '~/platform/db/unit-succession.server.ts'
import { employedOn, isInPlace, placed, type Area } from './coverage.db.server.ts'
import type { AskedThing, OverviewFacts, SpokenTo } from './module-overview.ts'

/**
 * Every assignment that is under way on the day and speaks to somebody in the area, at the topmost of its units
 * in each place, as for a single module (coverage.db.server.ts); what is recommended, too.
 */
export async function selectSpokenTo(area: Area, day: Day): Promise<SpokenTo[]> {
  return rows<SpokenTo>(sql`
    with recursive ${placed(area, day)},
    ${withForebears(sql`stood`, sql`(select id as unit_id, id as at_id from placed) own`, day)},
    spot (kind, ref) as (
      select 'nation', ''
      union select 'county', county_code::text from placed
      union select 'municipality', municipality_code::text from placed
      union select 'catchment', member.organisation_id::text
              from placed join catchment_municipality member
                on member.municipality_code = placed.municipality_code
               and ${holdsOn(sql`member`, day)}
      union select 'organisation', organisation_id::text from placed
      union select 'organisation', ended.id::text
              from stood join organisation ended
                on ended.root_unit_id = stood.at_id and ended.closed_on <= ${day}::date
      union select 'unit', at_id::text from stood),
    spoken as materialized (
      select json_build_object(
               'kind', case when assignment.module_id is not null then 'module'
                            when assignment.track_id is not null then 'track' else 'course' end,
               'id', coalesce(assignment.module_id, assignment.track_id, assignment.course_id))
               as target,
             assignment.profession_groups as "professionGroups",
             assignment.is_mandatory as "isMandatory",
             not assignment.only_new and not assignment.names_people as "isForAll",
             place.kind, place.ref
        from spot
        join assignment_place place on place.kind = spot.kind and place.ref = spot.ref
        join assignment on assignment.id = place.assignment_id
       where ${swedishDay(sql`assignment.assigned_at`)} <= ${day}::date
         and (assignment.withdrawn_at is null
              or ${swedishDay(sql`assignment.withdrawn_at`)} > ${day}::date))
    select placed.id as "unitId", spoken.target, spoken."professionGroups",
           spoken."isMandatory", spoken."isForAll"
      from spoken
      join organisation on spoken.kind = 'organisation' and organisation.id::text = spoken.ref
     cross join lateral ${heirsOf(sql`organisation.root_unit_id`, day)} heir
      join placed on placed.id = heir.unit_id
    union all
    select placed.id, spoken.target, spoken."professionGroups", spoken."isMandatory",
           spoken."isForAll"
      from (select * from spoken where kind = 'unit') spoken
     cross join lateral ${heirsOf(sql`spoken.ref::uuid`, day)} heir
      join placed on placed.id = heir.unit_id
    union all
    select placed.id, spoken.target, spoken."professionGroups", spoken."isMandatory",
           spoken."isForAll"
      from spoken
      join placed on spoken.kind in ('nation', 'county', 'municipality', 'catchment')
       and ${isInPlace(sql`placed`, day)}
      left join unit parent on parent.id = placed.parent_unit_id
     where parent.id is null or not ${isInPlace(sql`parent`, day)}`)
}

/**
 * The things by id, with the published modules that a track has in its order, or that a course asks of all, and
 * each such module as a thing of its own: courses and tracks first, then modules in the order of the courses.
 */
export async function selectAskedThings(
  targets: readonly Pick<AskedThing, 'kind' | 'id'>[],
): Promise<AskedThing[]> {
  return rows<AskedThing>(sql`
    with target as (
      select * from jsonb_to_recordset(${JSON.stringify(targets)}::jsonb) as target (kind text, id uuid)),
    open as (
      select module.* from module
       where exists (select 1 from module_version version
                      where version.module_id = module.id and version.status = 'published')),
    part as (
      select target.kind, target.id, open.id as module_id, track_module.position
        from target
        join track_module on target.kind = 'track' and track_module.track_id = target.id
        join open on open.id = track_module.module_id
      union all
      select target.kind, target.id, open.id, open.position
        from target
        join open on target.kind = 'course' and open.course_id = target.id
         and open.kind in ('lesson', 'test')),
    whole as (
      select part.kind, part.id, null as slug,
             coalesce(track.title_sv, course.title_sv) as title_sv,
             coalesce(track.title_en, course.title_en) as title_en,
             array_agg(part.module_id order by part.position, part.module_id) as module_ids,
             array_position(array['course', 'track'], part.kind) as place,
             coalesce(own.position, course.position) as course_position,
             coalesce(track.position, 0) as position
        from part
        left join track on part.kind = 'track' and track.id = part.id
        left join course own on own.id = track.course_id
        left join course on part.kind = 'course' and course.id = part.id
       group by part.kind, part.id, track.id, own.id, course.id
      union all
      select 'module', module.id, module.slug, module.title_sv, module.title_en,
             array[module.id], 3, course.position, module.position
        from module join course on course.id = module.course_id
       where module.id in (select id from target where kind = 'module'
                            union select module_id from part))
    select kind, id, slug, title_sv as "titleSv", title_en as "titleEn", module_ids as "moduleIds"
      from whole order by place, course_position, position, slug, id`)
}

/** People in each unit and group, and how many of them hold every module of each thing by the day: one question. */
export async function selectHeldThings(
  area: Area,
  things: readonly AskedThing[],
  day: Day,
): Promise<Pick<OverviewFacts, 'people' | 'held'>> {
  const parts = things.flatMap(({ moduleIds }, thing) =>
    moduleIds.map((module) => ({ thing, module, of: moduleIds.length })),
  )
  const cells = await rows<
    OverviewFacts['held'][number] & { people: number; thing: number | null }
  >(sql`
    with ${placed(area, day)},
    ${employedOn(day)},
    part as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb)
               as part (thing int, module uuid, "of" int)),
    done as materialized (
      select person_id, module_id, bool_or(source <> 'import') as played
        from completion
       where module_id in (select module from part) and completed_on <= ${day}::date
         and person_id in (select person_id from employed)
       group by person_id, module_id),
    holds as (
      select done.person_id, part.thing, bool_and(done.played) as played
        from done join part on part.module = done.module_id
       group by done.person_id, part.thing, part."of"
      having count(*) = part."of")
    select unit_id as "unitId", profession_group as "professionGroup", null::int as thing,
           count(*) as people, 0 as held, 0 as imported
      from employed group by unit_id, profession_group
    union all
    select employed.unit_id, employed.profession_group, holds.thing, 0,
           count(*) filter (where holds.played), count(*) filter (where not holds.played)
      from employed join holds on holds.person_id = employed.person_id
     group by employed.unit_id, employed.profession_group, holds.thing`)
  return {
    people: cells.filter(({ thing }) => thing === null),
    held: cells.filter(({ thing }) => thing !== null),
  }
}
