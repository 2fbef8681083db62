import type { Day } from '~/kernel/dates.ts'
import { preparedRows, rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import type { OpenParticipation } from './open-participation.schema.ts'
import type { OpenCount } from './open-participation.ts'

export interface NewOpenParticipation extends OpenParticipation {
  moduleId: string
  moduleVersionId: string
  statedOn: Day
}

/** Writes a statement; one whose id is known stays as it is. */
export async function insertOpenParticipation(stated: NewOpenParticipation): Promise<void> {
  const { id, moduleId, moduleVersionId, statedOn, countyCode, professionGroup } = stated
  await rows(sql`
    insert into open_participation
           (id, module_id, module_version_id, stated_on, county_code, profession_group)
    values (${id}::uuid, ${moduleId}::uuid, ${moduleVersionId}::uuid, ${statedOn}::date,
            ${countyCode}, ${professionGroup})
    on conflict (id) do nothing`)
}

/** Of statements made up to and with a day; of one module or county where asked. */
export async function selectOpenCounts(
  asOf: Day,
  { moduleId, countyCode }: { moduleId: string | null; countyCode: string | null },
): Promise<OpenCount[]> {
  return preparedRows<OpenCount>(sql`
    select module_id as "moduleId", county_code as "countyCode",
           profession_group as "professionGroup", count(*)::int as count,
           min(stated_on) as "firstOn", max(stated_on) as "lastOn"
      from open_participation
     where stated_on <= ${asOf}::date
       and (${moduleId}::uuid is null or module_id = ${moduleId}::uuid)
       and (${countyCode}::text is null or county_code = ${countyCode})
     group by module_id, county_code, profession_group
     order by module_id, county_code nulls last, profession_group nulls last`)
}
