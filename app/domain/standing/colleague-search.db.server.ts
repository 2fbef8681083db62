import { today } from '~/kernel/dates.ts'
import { holdsOn } from '~/platform/db/days.server.ts'
import { holdsWords, type ListSource } from '~/platform/db/list.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { swedishOrder } from '~/platform/db/swedish-order.server.ts'

/** Who is confirmed in a unit of one of the organisations today, and by which number: nobody else is looked at. */
const there = (organisationIds: readonly string[]) => sql`
  select affiliation.person_id, string_agg(distinct affiliation.employer_number, ' ') as numbers
    from unit_placement placement
    join affiliation on affiliation.unit_id = placement.unit_id
   where placement.organisation_id = any(${[...organisationIds]}::uuid[])
     and ${holdsOn(sql`placement`, today())}
     and affiliation.status = 'confirmed' and ${holdsOn(sql`affiliation`, today())}
   group by affiliation.person_id`

// A unit has a new placement for each new name: the shared days are those of all that it has had there.
const placesOf = (organisationIds: readonly string[]) => sql`
  select json_agg(json_build_object(
           'organisationId', organisation.id, 'organisation', organisation.name,
           'unit', placement.name, 'professionGroup', affiliation.profession_group,
           'validFrom', greatest(affiliation.valid_from, stay.began),
           'validTo', nullif(least(coalesce(affiliation.valid_to, 'infinity'), stay.ends), 'infinity'))
         order by organisation.name, placement.name, affiliation.valid_from)
    from affiliation
    join unit_placement placement
      on placement.unit_id = affiliation.unit_id and ${holdsOn(sql`placement`, today())}
    join organisation on organisation.id = placement.organisation_id
   cross join lateral (
     select min(own.valid_from) as began, max(coalesce(own.valid_to, 'infinity')) as ends
       from unit_placement own
      where own.unit_id = placement.unit_id and own.organisation_id = placement.organisation_id) stay
   where affiliation.person_id = person.id and affiliation.status = 'confirmed'
     and ${holdsOn(sql`affiliation`, today())}
     and placement.organisation_id = any(${[...organisationIds]}::uuid[])`

/**
 * Those who work in these organisations today and have each word in their name, their address or the number
 * that such an organisation has given them.
 */
export function colleagueSource(
  organisationIds: readonly string[],
  words: string,
): ListSource<'name'> {
  const searched = [
    sql`person.given_name`,
    sql`person.family_name`,
    sql`person.email`,
    sql`there.numbers`,
  ]
  return {
    columns: sql`person.id as "personId", person.given_name as "givenName",
      person.family_name as "familyName", person.email,
      (${placesOf(organisationIds)}) as places`,
    from: sql`from (${there(organisationIds)}) there
      join person on person.id = there.person_id
     where ${holdsWords(words, searched)}`,
    key: sql`person.id`,
    order: {
      name: sql`${swedishOrder(sql`person.family_name`)}, ${swedishOrder(sql`person.given_name`)}`,
    },
  }
}
