import { today } from '~/kernel/dates.ts'
import type { Reach } from '~/kernel/permission.ts'
import { holdsWords, isAmong, type ListSource } from '~/platform/db/list.server.ts'
import { withinReach } from '~/platform/db/reach.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { swedishOrder } from '~/platform/db/swedish-order.server.ts'
import type { OrganisationKind } from './organisation.ts'
import type { RegisterQuery, RegisterState } from './register-list.ts'

export interface RegisterRow {
  id: string
  name: string
  kind: OrganisationKind
  organisationNumber: string | null
  municipalityName: string | null
  countyName: string | null
  state: RegisterState
  /** Besides the organisation itself, today. */
  units: number
}

const state = () => sql`case
  when organisation.closed_on <= ${today()}::date then 'closed'
  when organisation.opened_on > ${today()}::date then 'planned'
  else 'open' end`

// Counted for the rows of a page only, or for all where the list is in their order.
const units = () => sql`(
  select count(*) - 1 from unit_placement placement
   where placement.organisation_id = organisation.id and placement.valid_from <= ${today()}::date
     and (placement.valid_to is null or placement.valid_to > ${today()}::date))`

/** The register within reach as a list: found by name, number and municipality; open ones unless others are asked for. */
export function registerListed(
  reach: Reach,
  { search, filters }: RegisterQuery,
): ListSource<RegisterQuery['sort']> {
  const words = [
    sql`organisation.name`,
    sql`organisation.organisation_number`,
    sql`municipality.short_name`,
  ]
  const states = filters.state.length > 0 ? filters.state : ['open', 'planned']
  return {
    columns: sql`
      organisation.id, organisation.name, organisation.kind,
      organisation.organisation_number as "organisationNumber",
      municipality.short_name as "municipalityName", county.name as "countyName",
      ${state()} as state, greatest(${units()}, 0) as units`,
    from: sql`
      from organisation
      left join municipality on municipality.code = organisation.municipality_code
      left join county on county.code = organisation.county_code
     where ${withinReach(reach, {
       organisation: sql`organisation.id`,
       county: sql`organisation.county_code`,
       municipality: sql`organisation.municipality_code`,
     })}
       and ${holdsWords(search, words)} and ${isAmong(filters.kind, sql`organisation.kind`)}
       and ${isAmong(filters.municipality, sql`organisation.municipality_code`)}
       and ${isAmong(states, state())}`,
    key: sql`organisation.id`,
    order: {
      name: swedishOrder(sql`organisation.name`),
      kind: sql`organisation.kind`,
      municipality: swedishOrder(sql`municipality.short_name`),
      units: units(),
    },
  }
}
