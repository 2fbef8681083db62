import { firstRow } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import type { ScormEdition } from '~/standards/scorm/edition.ts'

/** A registration's latest attempt, as far as it takes to write its first commit. */
export interface AttemptToFill {
  attemptId: string
  hostLabel: string
  lastSequence: number
  edition: ScormEdition
  /** The first that can be launched. */
  item: string
}

export async function selectAttemptToFill(
  registrationId: string,
): Promise<AttemptToFill | undefined> {
  return firstRow<AttemptToFill>(sql`
    select attempt.id as "attemptId", registration.host_label as "hostLabel",
           attempt.last_sequence as "lastSequence", package.edition, item.identifier as item
      from registration
      join attempt on attempt.registration_id = registration.id
      join content_package package on package.id = registration.package_id
      join package_item item on item.package_id = package.id and item.launch_path is not null
     where registration.id = ${registrationId}::uuid
     order by attempt.number desc, item.position limit 1`)
}

/** Whether a person has begun a module: then what was done without signing in stays where it is. */
export async function hasBegun(personId: string, moduleId: string): Promise<boolean> {
  const found = await firstRow(sql`
    select 1
      from registration
      join module_version version on version.id = registration.module_version_id
      join attempt on attempt.registration_id = registration.id
     where registration.person_id = ${personId}::uuid and version.module_id = ${moduleId}::uuid
       and (attempt.last_sequence > 0 or attempt.number > 1) limit 1`)
  return found !== undefined
}
