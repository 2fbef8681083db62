import type { Day } from '~/kernel/dates.ts'
import { rows } from '~/platform/db/database.server.ts'
import { sql, type Sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import {
  wantedKey,
  type FoundPersons,
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
 * or whose number there fits. Rows that fit nobody are left out.
 */
export async function selectPersonsByRow(
  tx: Tx,
  organisationId: string,
  asked: Asked[],
  today: Day,
): Promise<Map<number, FoundPersons>> {
  const isThere = sql`
    (affiliation.status in ('claimed', 'confirmed')
     and placement.organisation_id = ${organisationId}::uuid
     and (${wasThereOn(sql`${today}::date`)} or ${wasThereOn(sql`asked.day`)}))`
  const found = await txRows<FoundPersons & { rowNumber: number }>(
    tx,
    sql`
    with asked as (
      select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
             as asked ("rowNumber" int, email text, "employerNumber" text, day date)),
    fitting as (
      select asked."rowNumber", asked.day,
             coalesce(person.merged_into_id, person.id) as person_id, true as by_address
        from asked join person on person.email = asked.email
       where asked.email <> '' and person.email_confirmed_at is not null
      union all
      select asked."rowNumber", asked.day, affiliation.person_id, false
        from asked
        join affiliation on lower(affiliation.employer_number) = lower(asked."employerNumber")
        join unit_placement placement on placement.unit_id = affiliation.unit_id
       where asked."employerNumber" <> '' and ${isThere}),
    there as (
      select asked."rowNumber", asked.person_id, asked.by_address,
             bool_or(affiliation.employer_number is not null) as is_numbered
        from fitting asked
        join affiliation on affiliation.person_id = asked.person_id
        join unit_placement placement on placement.unit_id = affiliation.unit_id
       where ${isThere}
       group by asked."rowNumber", asked.person_id, asked.by_address)
    select there."rowNumber",
           coalesce(array_agg(there.person_id::text) filter (where there.by_address), '{}') as "byAddress",
           coalesce(array_agg(there.person_id::text) filter (where not there.by_address), '{}') as "byNumber",
           coalesce(bool_or(there.is_numbered) filter (where there.by_address), false) as "isNumbered"
      from there group by there."rowNumber"`,
  )
  return new Map(found.map(({ rowNumber, ...persons }) => [rowNumber, persons]))
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
