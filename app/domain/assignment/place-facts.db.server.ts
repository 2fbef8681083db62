import type { Reach } from '~/kernel/permission.ts'
import { withinReach } from '~/platform/db/reach.server.ts'
import { holdsOn } from '~/platform/db/days.server.ts'
import { sql, type Sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import { heirsOf } from '~/platform/db/unit-succession.server.ts'
import type { Day } from '~/kernel/dates.ts'
import type { AudiencePlace } from './assignment.ts'

/**
 * Places `(kind, ref)` as they are read on a day: a unit or an organisation that has gone into another is what it has
 * become; where that is nothing, itself.
 */
export const asReadOn = (places: Sql, day: Day) => sql`
  select distinct case when became.unit_id is null then named.kind else 'unit' end as kind,
         coalesce(became.unit_id::text, named.ref) as ref
    from (${places}) named
    left join organisation ended
      on named.kind = 'organisation' and ended.id::text = named.ref and ended.closed_on <= ${day}::date
    left join unit own on named.kind = 'unit' and own.id::text = named.ref
    left join lateral (
      select heir.unit_id
        from ${heirsOf(sql`coalesce(ended.root_unit_id, own.id)`, day)} heir
        join unit_placement hung on hung.unit_id = heir.unit_id and ${holdsOn(sql`hung`, day)}
    ) became on true`

/** A place that is asked about, with where it lies: as a table `place(kind, ref)` and what belongs to each. */
export const locatedPlaces = (places: Sql, day: Day) => sql`
  (${places}) place
  left join organisation on place.kind in ('organisation', 'catchment')
   and organisation.id::text = place.ref
  left join unit on place.kind = 'unit' and unit.id::text = place.ref
  left join unit_placement placement on placement.unit_id = unit.id
   and placement.valid_from <= ${day}::date
   and (placement.valid_to is null or placement.valid_to > ${day}::date)
  left join county on place.kind = 'county' and county.code = place.ref
  left join municipality on place.kind = 'municipality' and municipality.code = place.ref`

/** Of a located place: whether all of it lies within reach. A catchment does where all its municipalities do. */
export function isInside(reach: Reach, day: Day): Sql {
  if (reach.everywhere) return sql`true`
  return sql`coalesce(case
    when place.kind = 'catchment' then not exists (
      select 1 from catchment_municipality member
       where member.organisation_id = organisation.id and ${holdsOn(sql`member`, day)}
         and not (member.municipality_code = any(${reach.municipalityCodes}::text[])
                  or left(member.municipality_code, 2) = any(${reach.countyCodes}::text[])))
    else ${withinReach(reach, {
      organisation: sql`coalesce(placement.organisation_id, organisation.id)`,
      county: sql`coalesce(county.code, municipality.county_code, unit.county_code, organisation.county_code)`,
      municipality: sql`coalesce(municipality.code, unit.municipality_code, organisation.municipality_code)`,
    })} end, false)`
}

export interface PlaceFacts extends AudiencePlace {
  /** Whether there is such a place on the day. */
  exists: boolean
  isInside: boolean
  /** The one organisation that it is or lies in; null for more than one. */
  organisationId: string | null
  /** The one county that it is or lies in; null for more than one. */
  countyCode: string | null
}

/** The places of an assignment as they are read on a day. */
export async function selectPlacesRead(
  tx: Tx,
  assignmentId: string,
  day: Day,
): Promise<AudiencePlace[]> {
  const own = sql`select kind, ref from assignment_place where assignment_id = ${assignmentId}::uuid`
  return txRows<AudiencePlace>(tx, asReadOn(own, day))
}

/** What is known of places that somebody names: whether they exist, and lie within reach. */
export async function selectPlaceFacts(
  tx: Tx,
  places: AudiencePlace[],
  reach: Reach,
  day: Day,
): Promise<PlaceFacts[]> {
  const kinds = places.map(({ kind }) => kind)
  const refs = places.map(({ ref }) => ref)
  const asked = sql`select * from unnest(${kinds}::text[], ${refs}::text[]) as named(kind, ref)`
  return txRows<PlaceFacts>(
    tx,
    sql`
    select place.kind, place.ref, ${isInside(reach, day)} as "isInside",
           case place.kind
             when 'nation' then place.ref = ''
             when 'county' then county.code is not null
             when 'municipality' then municipality.code is not null
             when 'catchment' then exists (
               select 1 from catchment_municipality member
                where member.organisation_id = organisation.id and ${holdsOn(sql`member`, day)})
             when 'organisation' then organisation.closed_on is null and organisation.id is not null
             else placement.id is not null end as exists,
           case place.kind when 'organisation' then organisation.id::text
                           when 'unit' then placement.organisation_id::text end as "organisationId",
           coalesce(county.code, municipality.county_code, unit.county_code,
                    case place.kind when 'organisation' then organisation.county_code end)::text
             as "countyCode"
      from ${locatedPlaces(asked, day)}`,
  )
}
