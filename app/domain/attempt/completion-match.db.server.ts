import type { Day } from '~/kernel/dates.ts'
import { rows } from '~/platform/db/database.server.ts'
import { sql, type Sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import {
  wantedKey,
  type KnownContent,
  type NamedContent,
  type Wanted,
} from './completion-import.ts'

const wasThereOn = (day: Sql) => sql`
  (affiliation.valid_from <= ${day} and (affiliation.valid_to is null or affiliation.valid_to > ${day})
   and placement.valid_from <= ${day} and (placement.valid_to is null or placement.valid_to > ${day}))`

interface Asked {
  rowNumber: number
  email: string
  employerNumber: string
  day: Day
}

/**
 * Who each row is about: people of the organisation, today or on the row's day, whose verified address
 * or whose number there fits. Two for a row where they are two people's.
 */
export async function selectPersonsByRow(
  tx: Tx,
  organisationId: string,
  asked: Asked[],
  today: Day,
): Promise<Map<number, string[]>> {
  const found = await txRows<{ rowNumber: number; persons: string[] }>(
    tx,
    sql`
    with asked as (
      select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
             as asked ("rowNumber" int, email text, "employerNumber" text, day date)),
    fitting as (
      select asked."rowNumber", person.id as person_id, asked.day
        from asked join person on person.email = asked.email
       where asked.email <> '' and person.email_confirmed_at is not null
      union
      select asked."rowNumber", affiliation.person_id, asked.day
        from asked
        join affiliation on lower(affiliation.employer_number) = lower(asked."employerNumber")
        join unit_placement placement
          on placement.unit_id = affiliation.unit_id
         and placement.organisation_id = ${organisationId}::uuid
       where asked."employerNumber" <> '' and affiliation.status in ('claimed', 'confirmed')
         and (${wasThereOn(sql`${today}::date`)} or ${wasThereOn(sql`asked.day`)}))
    select fitting."rowNumber", array_agg(distinct fitting.person_id::text) as persons
      from fitting
     where exists (
             select 1 from affiliation
               join unit_placement placement on placement.unit_id = affiliation.unit_id
              where affiliation.person_id = fitting.person_id
                and affiliation.status in ('claimed', 'confirmed')
                and placement.organisation_id = ${organisationId}::uuid
                and (${wasThereOn(sql`${today}::date`)} or ${wasThereOn(sql`fitting.day`)}))
     group by fitting."rowNumber"`,
  )
  return new Map(found.map(({ rowNumber, persons }) => [rowNumber, persons]))
}

/** Those that are there already, played or imported, as their keys. */
export async function selectHeld(tx: Tx, wanted: Wanted[]): Promise<Set<string>> {
  const found = await txRows<Wanted>(
    tx,
    sql`
    select distinct completion.person_id::text as "personId",
           completion.module_id::text as "moduleId", completion.completed_on::text as day
      from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
           as wanted ("personId" uuid, "moduleId" uuid, day date)
      join completion on completion.person_id = wanted."personId"
       and completion.module_id = wanted."moduleId" and completion.completed_on = wanted.day`,
  )
  return new Set(found.map(wantedKey))
}

// What has only ever been a draft is for editors' eyes.
const everPublished = sql`
  exists (select 1 from module_version version
           where version.module_id = module.id and version.status <> 'draft')`

/** The modules that have been published, and their courses, in the catalogue's order. */
export async function selectKnownContent(): Promise<KnownContent> {
  const modules = await rows<NamedContent>(sql`
    select module.slug, module.title_sv as "titleSv", module.title_en as "titleEn",
           array[module.id::text] as "moduleIds"
      from module join course on course.id = module.course_id
     where ${everPublished} order by course.position, module.position, module.slug`)
  const courses = await rows<NamedContent>(sql`
    select course.slug, course.title_sv as "titleSv", course.title_en as "titleEn",
           array_agg(module.id::text order by module.position) as "moduleIds"
      from course join module on module.course_id = course.id
     where ${everPublished}
     group by course.id order by course.position, course.slug`)
  return { modules, courses }
}
