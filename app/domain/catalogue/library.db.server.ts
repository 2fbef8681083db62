import type { Language } from '~/i18n/format.ts'
import type { Day } from '~/kernel/dates.ts'
import { preparedRows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { swedishOrder } from '~/platform/db/swedish-order.server.ts'
import type { GlossaryEntry, LibraryModule, LibraryPart, ModuleText } from './library.ts'
import type { LibraryKind } from './module-page.ts'
import type { ToldFact } from './told-fact.ts'

export interface LibraryRow extends LibraryModule {
  course: { slug: string; title: string }
}

// A test's pages lead to its questions, and what is not open to all is not to be read here.
const isReadByAll = sql`(module.is_open and module.kind <> 'test')`

/** Published modules that have something to read by itself, in the catalogue's order. */
export async function selectLibrary(language: Language): Promise<LibraryRow[]> {
  const isEnglish = language === 'en'
  return preparedRows<LibraryRow>(sql`
    select module.slug, case when ${isEnglish} then module.title_en else module.title_sv end as title,
           json_build_object('slug', course.slug, 'title',
             case when ${isEnglish} then course.title_en else course.title_sv end) as course,
           bool_or(part.kind = 'page') as "hasText",
           coalesce(json_agg(json_build_object('kind', part.kind, 'slug', part.slug, 'title', part.title)
                             order by part.position) filter (where part.kind <> 'page'), '[]'::json) as parts
      from module
      join course on course.id = module.course_id
      join module_version version on version.module_id = module.id and version.status = 'published'
      join package_part part on part.package_id = version.package_id
     where part.content is not null
       and (part.kind in ('checklist', 'easy-read', 'guide') or (part.kind = 'page' and ${isReadByAll}))
     group by module.id, course.id
     order by course.position, course.slug, module.position, module.slug`)
}

export interface LibraryAsked {
  moduleSlug: string
  kind: LibraryKind
  /** Null: the module's only one of its kind. */
  slug: string | null
}

const sourceOf = (isEnglish: boolean) => sql`
  version.number as "versionNumber",
  (version.published_at at time zone 'Europe/Stockholm')::date as "publishedOn",
  json_build_object('slug', module.slug, 'title',
    case when ${isEnglish} then module.title_en else module.title_sv end) as module,
  json_build_object('slug', course.slug, 'version', course.version, 'title',
    case when ${isEnglish} then course.title_en else course.title_sv end) as course`

export type LibraryPartRow = Omit<LibraryPart, 'facts'> & { factIds: string[] }

/** A part of the module's published version. */
export async function selectLibraryPart(
  { moduleSlug, kind, slug }: LibraryAsked,
  language: Language,
): Promise<LibraryPartRow | undefined> {
  const isEnglish = language === 'en'
  const [found] = await preparedRows<LibraryPartRow>(sql`
    select part.kind, part.title, part.content, part.facts as "factIds",
           ${sourceOf(isEnglish)}
      from module
      join course on course.id = module.course_id
      join module_version version on version.module_id = module.id and version.status = 'published'
      join package_part part on part.package_id = version.package_id
     where module.slug = ${moduleSlug} and part.kind = ${kind} and part.content is not null
       and (${slug}::text is null or part.slug = ${slug})
     order by part.position limit 1`)
  return found
}

export type ModuleTextRow = Omit<ModuleText, 'facts'> & { factIds: string[] }

/** All pages of the module's published version; undefined where they are not for everybody to read. */
export async function selectModuleText(
  moduleSlug: string,
  language: Language,
): Promise<ModuleTextRow | undefined> {
  const [found] = await preparedRows<ModuleTextRow>(sql`
    select ${sourceOf(language === 'en')}, read.pages, read."factIds"
      from module
      join course on course.id = module.course_id
      join module_version version on version.module_id = module.id and version.status = 'published'
      cross join lateral (
        select json_agg(json_build_object('slug', part.slug, 'title', part.title, 'content', part.content)
                        order by part.position) as pages,
               (select coalesce(array_agg(distinct id), '{}')
                  from package_part page cross join unnest(page.facts) as cited (id)
                 where page.package_id = version.package_id and page.kind = 'page') as "factIds"
          from package_part part
         where part.package_id = version.package_id and part.kind = 'page' and part.content is not null) read
     where module.slug = ${moduleSlug} and ${isReadByAll} and read.pages is not null`)
  return found
}

/** Words of courses of which something is published. */
export async function selectGlossary(): Promise<GlossaryEntry[]> {
  return preparedRows<GlossaryEntry>(sql`
    select course.slug as "courseSlug", term.slug, term.term, term.text
      from glossary_term term join course on course.id = term.course_id
     where exists (select 1 from module join module_version version on version.module_id = module.id
                    where module.course_id = course.id and version.status = 'published')
     order by course.position, term.slug`)
}

interface FactsAsked {
  /** A fact that does not hold on the day is left out; told all the same where no day is given. */
  day?: Day
  ids?: readonly string[]
  /** Lines alone. */
  areLines?: boolean
}

/** Fact sheets as they are told now. */
export async function selectToldFacts({ day, ids, areLines }: FactsAsked): Promise<ToldFact[]> {
  const wanted = ids ? [...ids] : null
  return preparedRows<ToldFact>(sql`
    select fact.id, fact.kind, version.title, version.text, version.parts, version.source,
           (version.certainty <> 'high' or version.to_check <> '') as "isUnsure",
           version.last_reviewed as "lastReviewed"
      from fact
      join fact_version version on version.fact_id = fact.id and version.number = fact.current_number
     where (${wanted}::text[] is null or fact.id = any(${wanted}::text[]))
       and (${areLines ?? null}::boolean is null or (fact.kind = 'line') = ${areLines ?? null})
       and (${day ?? null}::date is null
            or (coalesce(version.valid_from, ${day ?? null}::date) <= ${day ?? null}::date
                and coalesce(version.valid_to, ${day ?? null}::date) >= ${day ?? null}::date))
     order by fact.kind, ${swedishOrder(sql`version.title`)}, fact.id`)
}
