import { rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import type { VersionUse } from './under-way.ts'

/** The latest number first. */
export async function selectVersionUse(moduleId: string): Promise<VersionUse[]> {
  return rows<VersionUse>(sql`
    with latest as (
      select distinct on (registration.person_id)
             registration.module_version_id as version_id, attempt.completion
        from module_version version
        join registration on registration.module_version_id = version.id
        join attempt on attempt.registration_id = registration.id
       where version.module_id = ${moduleId}::uuid
       order by registration.person_id, registration.created_at desc, attempt.number desc)
    select version.id as "versionId", version.number,
           count(latest.version_id) filter (where latest.completion <> 'completed')::int as "underWay",
           count(latest.version_id) filter (where latest.completion = 'completed')::int as completed
      from module_version version
      left join latest on latest.version_id = version.id
     where version.module_id = ${moduleId}::uuid
     group by version.id order by version.number desc`)
}
