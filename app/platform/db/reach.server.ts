import type { Reach } from '~/kernel/permission.ts'
import { sql, type Sql } from './sql.server.ts'

/** The columns (as SQL) that tell where a row is. */
export interface PlaceColumns {
  organisation: Sql
  county: Sql
  municipality: Sql
}

/** A condition for WHERE: true for the rows within reach. */
export function withinReach(reach: Reach, columns: PlaceColumns): Sql {
  if (reach.everywhere) return sql`true`
  return sql`(
    ${columns.organisation}::text = any(${reach.organisationIds}::text[])
    or ${columns.county}::text = any(${reach.countyCodes}::text[])
    or ${columns.municipality}::text = any(${reach.municipalityCodes}::text[]))`
}
