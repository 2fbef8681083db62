import type { Language } from '~/i18n/format.ts'
import { firstRow, preparedRows, rows } from '~/platform/db/database.server.ts'
import { sql, type Sql } from '~/platform/db/sql.server.ts'
import { currentFacts } from './fact.db.server.ts'
import type { Citation, FactVersion } from './fact-view.ts'
import type { HeldFact } from './fact.ts'
import type { PackageFact } from './package-facts.ts'

export async function selectFacts(): Promise<HeldFact[]> {
  return rows<HeldFact>(sql`${currentFacts} order by fact.id`)
}

export async function selectFact(id: string): Promise<HeldFact | undefined> {
  return firstRow<HeldFact>(sql`${currentFacts} where fact.id = ${id}`)
}

/** How many are past the day on which they were to be read again, or on which they ceased to hold. */
export async function countFactsDueBefore(day: string): Promise<number> {
  const found = await firstRow<{ count: number }>(sql`
    select count(*)::int as count
      from fact join fact_version version
        on version.fact_id = fact.id and version.number = fact.current_number
     where least(version.next_review, version.valid_to) < ${day}::date`)
  return found?.count ?? 0
}

const versions: Sql = sql`
    select number, title, text, parts, source, certainty, to_check as "toCheck", valid_from as "validFrom",
           valid_to as "validTo", last_reviewed as "lastReviewed", reviewer, next_review as "nextReview",
           origin, note, written_at as "writtenAt"
      from fact_version`

/** The newest first, at most so many. */
export async function selectFactVersions(id: string, most: number): Promise<FactVersion[]> {
  return rows<FactVersion>(sql`
    ${versions} where fact_id = ${id} order by number desc limit ${most}::int`)
}

/** What the course's text said last, whether it is told or not. */
export async function selectTextVersion(id: string): Promise<FactVersion | undefined> {
  return firstRow<FactVersion>(sql`
    ${versions} where fact_id = ${id} and origin = 'source' order by number desc limit 1`)
}

/** The parts of the packages that learners have or are to have. */
const told: Sql = sql`
  module_version version
    join package_part part on part.package_id = version.package_id and version.status <> 'withdrawn'`

export interface CitedCount {
  factId: string
  modules: number
}

export async function countCitingModules(): Promise<CitedCount[]> {
  return rows<CitedCount>(sql`
    select cited.fact_id as "factId", count(distinct version.module_id)::int as modules
      from ${told} cross join lateral unnest(part.facts) as cited (fact_id)
     group by cited.fact_id`)
}

/** Where a fact is told, in the order in which it is met. */
export async function selectCitations(id: string, language: Language): Promise<Citation[]> {
  const title = language === 'en' ? sql`module.title_en` : sql`module.title_sv`
  return rows<Citation>(sql`
    select module.id as "moduleId", ${title} as "moduleTitle", version.id as "versionId",
           version.number as "versionNumber", version.status, part.kind, part.title
      from ${told}
      join module on module.id = version.module_id
      join course on course.id = module.course_id
     where part.facts @> array[${id}]::text[]
     order by course.position, module.position, module.slug, version.status desc, version.number desc, part.position`)
}

/** The facts that a module tells, in any version that is not withdrawn. */
export async function selectFactsOfModule(moduleId: string): Promise<HeldFact[]> {
  return rows<HeldFact>(sql`
    ${currentFacts}
     where fact.id in (select unnest(part.facts) from ${told} where version.module_id = ${moduleId}::uuid)
     order by fact.title, fact.id`)
}

/** The facts that a package cites, as they are told now. */
export async function selectFactsOfPackage(packageId: string): Promise<PackageFact[]> {
  return preparedRows<PackageFact>(sql`
    select fact.id, version.text, version.parts, version.last_reviewed::text as "lastReviewed"
      from fact join fact_version version
        on version.fact_id = fact.id and version.number = fact.current_number
     where fact.id in (select unnest(facts) from package_part where package_id = ${packageId}::uuid)
     order by fact.id collate "C"`)
}
