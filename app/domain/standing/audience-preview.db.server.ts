import type { Audience, Target } from '~/domain/assignment/assignment.ts'
import type { Day } from '~/kernel/dates.ts'
import { firstRow } from '~/platform/db/database.server.ts'
import { holdsOn } from '~/platform/db/days.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { isNewSince } from './audience.db.server.ts'
import type { AudiencePreview } from './audience-preview.ts'

/** As many units as a reader looks through before deciding. */
const unitsShown = 50

/** The units on the day that lie at or below the places: from the top downwards, since there is only one audience. */
const unitsAt = ({ places }: Audience, day: Day) => sql`
  place as (
    select kind, ref
      from unnest(${places.map(({ kind }) => kind)}::text[],
                  ${places.map(({ ref }) => ref)}::text[]) as named(kind, ref)),
  below (unit_id) as (
    select unit.id from place join unit on place.kind = 'unit' and unit.id::text = place.ref
    union
    select placement.unit_id
      from below
      join unit_placement placement on placement.parent_unit_id = below.unit_id
       and ${holdsOn(sql`placement`, day)}),
  here as (
    select placement.unit_id, placement.organisation_id, unit.name
      from unit_placement placement join unit on unit.id = placement.unit_id
     where ${holdsOn(sql`placement`, day)}
       and (exists (select 1 from place where kind = 'nation')
         or unit.county_code::text in (select ref from place where kind = 'county')
         or unit.municipality_code::text in (select ref from place where kind = 'municipality')
         or unit.municipality_code in (
              select member.municipality_code from place
                join catchment_municipality member
                  on place.kind = 'catchment' and member.organisation_id::text = place.ref
                 and ${holdsOn(sql`member`, day)})
         or placement.organisation_id::text in (select ref from place where kind = 'organisation')
         or placement.unit_id in (select unit_id from below)))`

const wanted = ({ kind, id }: Target) => sql`
  wanted as (
    select module.id
      from module
      join module_version open on open.module_id = module.id and open.status = 'published'
     where case ${kind}
             when 'module' then module.id = ${id}::uuid
             when 'track' then exists (
               select 1 from track_module
                where track_id = ${id}::uuid and module_id = module.id)
             else module.course_id = ${id}::uuid and module.kind in ('lesson', 'test') end)`

/** Counts, in one question; the unit that people work in is named, the people are not. */
export async function selectPreview(
  audience: Audience,
  target: Target,
  day: Day,
): Promise<AudiencePreview> {
  const { professionGroups, onlyNew, personIds } = audience
  const found = await firstRow<AudiencePreview>(sql`
    with recursive ${unitsAt(audience, day)},
    ${wanted(target)},
    done as (
      select person_id from completion
       where module_id in (select id from wanted) and completed_on <= ${day}::date
       group by person_id
      having count(distinct module_id) = (select count(*) from wanted)),
    worked as (
      select affiliation.person_id, affiliation.unit_id, affiliation.status,
             affiliation.valid_from, here.organisation_id, here.name
        from here join affiliation on affiliation.unit_id = here.unit_id
       where affiliation.status in ('claimed', 'confirmed')
         and ${holdsOn(sql`affiliation`, day)}
         and (${professionGroups.length === 0}::boolean
              or affiliation.profession_group = any(${professionGroups}::text[]))
         and (${personIds.length === 0}::boolean
              or affiliation.person_id = any(${personIds}::uuid[]))),
    meant as materialized (
      select worked.*, done.person_id is not null as has_done
        from worked left join done on done.person_id = worked.person_id
       where not ${onlyNew}::boolean or ${isNewSince(sql`${day}::date`)}),
    person as (
      select person_id, bool_or(status = 'confirmed') as is_confirmed, bool_or(has_done) as has_done
        from meant group by person_id),
    at_unit as (
      select unit_id, organisation_id, name, count(distinct person_id) as people,
             count(distinct person_id) filter (where has_done) as holders
        from meant group by unit_id, organisation_id, name)
    select (select count(*)::int from person) as people,
           (select count(*)::int from person where not is_confirmed) as unconfirmed,
           (select count(*)::int from person where has_done) as holders,
           (select count(distinct organisation_id)::int from at_unit) as organisations,
           (select count(*)::int from at_unit) as "unitCount",
           coalesce((
             select json_agg(json_build_object(
                      'unitId', shown.unit_id, 'name', shown.name,
                      'organisationName', shown.organisation_name, 'people', shown.people,
                      'holders', shown.holders) order by shown.people desc, shown.name)
               from (select at_unit.*, organisation.name as organisation_name
                       from at_unit join organisation on organisation.id = at_unit.organisation_id
                      order by at_unit.people desc, at_unit.name limit ${unitsShown}) shown),
             '[]'::json) as units`)
  return found!
}
