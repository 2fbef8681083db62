import type { Language } from '~/i18n/format.ts'
import type { Day } from '~/kernel/dates.ts'
import { preparedRows } from '~/platform/db/database.server.ts'
import { sql, type Sql } from '~/platform/db/sql.server.ts'
import type { OutlineFact } from './module-outline.schema.ts'
import type { SearchGroup, SearchKind } from './search-result.ts'
import { formsOf } from './search-words.ts'

export interface SearchRow {
  group: SearchGroup
  kind: SearchKind
  slug: string
  title: string
  words: string
  moduleSlug: string | null
  moduleTitle: string | null
  courseSlug: string | null
  factKind: OutlineFact['kind'] | null
  /** Of a page: whether it can be read outside its module. */
  hasText: boolean
  /** Whether a fact that its words cite has been changed since they were written down. */
  isOutdated: boolean
  /** Beginnings of the words that were looked for, folded. */
  stems: string[]
}

export interface SearchAsked {
  /** Folded, letters and figures only, at least one (searchWords). */
  words: readonly string[]
  day: Day
  /** At most so many of each group. */
  most: number
}

// As `folded` does it, and with signs as spaces: PostgreSQL would read "020-57" as a number and one below zero.
const plain = (text: Sql) => sql`
  translate(lower(${text}), 'ÅÄÖÉÈÜÁÀÆØåäöéèüáàæø-–/.:@_', 'aaoeeuaaaoaaoeeuaaao       ')`

/**
 * What of the published catalogue holds all words, the last of them perhaps not written to its end. What has them
 * in its title comes first, then by how often and how close they stand. Nothing of a test's questions is read.
 */
export async function selectFound(
  { words, day, most }: SearchAsked,
  language: Language,
): Promise<SearchRow[]> {
  const isEnglish = language === 'en'
  const forms = words.map(formsOf)
  const ending = (index: number) => (index === words.length - 1 ? ':*' : '')
  const query = forms.map((some, index) => `(${some.join(`${ending(index)} | `)}${ending(index)})`)
  return preparedRows<SearchRow>(sql`
    with forms as (
      select ts_lexize('swedish_stem', word) as one, ts_lexize('swedish_stem', other) as another
        from unnest(${words}::text[], ${forms.map((some) => some.at(-1))}::text[]) as form (word, other)
    ), stems as (
      select case when length(one[1]) < length(another[1]) then one[1] else coalesce(another[1], one[1]) end as stem
        from forms
    ), asked as materialized (
      select to_tsquery('swedish', ${query.join(' & ')}) as query,
             (select coalesce(array_agg(stem), '{}') from stems where stem is not null) as stems,
             (select coalesce(array_agg('%' || stem || '%'), '{}') from stems where stem is not null) as patterns
    ), shown as materialized (
      select module.id, module.slug, module.position, course.slug as course_slug, version.package_id,
             module.is_open and module.kind <> 'test' as is_read_by_all,
             module.title_sv, module.title_en, module.summary_sv, module.summary_en,
             case when ${isEnglish} then module.title_en else module.title_sv end as title,
             case when ${isEnglish} then module.summary_en else module.summary_sv end as summary
        from module
        join course on course.id = module.course_id
        join module_version version on version.module_id = module.id and version.status = 'published'
    ), documents as (
      select 'module' as kind, slug, title, summary as words, title_sv || ' ' || title_en as title_read,
             summary_sv || ' ' || summary_en as words_read, slug as module_slug, title as module_title,
             null::uuid as package_id, '{}'::text[] as facts, null as course_slug, null as fact_kind,
             false as has_text, position as place
        from shown
      union all
      select part.kind, part.slug, part.title, part.words, part.title, part.words, shown.slug, shown.title,
             part.package_id, part.facts, null, null, shown.is_read_by_all and part.content is not null,
             shown.position * 1000 + part.position
        from package_part part join shown on shown.package_id = part.package_id
       where part.kind = 'page'
          or (part.kind in ('checklist', 'easy-read', 'guide') and part.content is not null)
      union all
      select 'term', term.slug, term.term, term.text, term.term, term.text, null, null, null, '{}',
             course.slug, null, false, 0
        from glossary_term term
        join course on course.id = term.course_id and course.slug in (select course_slug from shown)
      union all
      select 'fact', fact.id, version.title, version.text, version.title,
             version.text || ' ' || array_to_string(array(select jsonb_each_text.value from jsonb_each_text(version.parts)), ' '),
             null, null, null, '{}', null, fact.kind, false, 0
        from fact
        join fact_version version on version.fact_id = fact.id and version.number = fact.current_number
       where (version.valid_from is null or version.valid_from <= ${day}::date)
         and (version.valid_to is null or version.valid_to >= ${day}::date)
    ), folded as materialized (
      select documents.*, ${plain(sql`title_read`)} as title_plain, ${plain(sql`words_read`)} as words_plain
        from documents
    ), read as materialized (
      -- To read a text into words costs most, so only those are read that hold the letters.
      select folded.*, query, stems, to_tsvector('swedish', title_plain) as title_vector,
             to_tsvector('swedish', words_plain) as words_vector
        from folded cross join asked
       where numnode(query) > 0 and title_plain || ' ' || words_plain like all (patterns)
    ), found as (
      select read.*, title_vector @@ query as is_in_title,
             case when kind = 'page' then 'module' else kind end as "group",
             ts_rank(setweight(title_vector, 'A') || setweight(words_vector, 'C'), query, 1) as rank
        from read
       where (title_vector || words_vector) @@ query
    ), placed as (
      select found.*,
             row_number() over (partition by "group" order by is_in_title desc, rank desc, place, slug) as nth
        from found
    )
    select "group", placed.kind, slug, title, words, module_slug as "moduleSlug",
           module_title as "moduleTitle", course_slug as "courseSlug", fact_kind as "factKind",
           has_text as "hasText", stems,
           exists (
             select 1 from content_package package
               join fact on fact.id = any(placed.facts)
               join fact_version version
                 on version.fact_id = fact.id and version.number = fact.current_number
              where package.id = placed.package_id and version.written_at > package.imported_at) as "isOutdated"
      from placed where nth <= ${most}::int order by "group", nth`)
}
