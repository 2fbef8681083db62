import type { Language } from '~/i18n/format.ts'
import { today } from '~/kernel/dates.ts'
import { invariant } from '~/kernel/invariant.ts'
import { limitRate } from '~/platform/rate-limit.server.ts'
import { factPath, glossaryPath } from './library.ts'
import { libraryPath, textPath } from './module-page.ts'
import { selectFound, type SearchRow } from './search-catalogue.db.server.ts'
import { mostHits, searchGroups, type SearchHit, type SearchResult } from './search-result.ts'
import { longestSearch, markedText, searchWords, snippetOf } from './search-words.ts'

/** A class behind one address gets through, looking for a word or two each; a script that asks on and on does not. */
const mostAMinute = { points: 60, seconds: 60 }

/**
 * What is published about some words: modules and their pages, checklists, the glossary, summaries, guides and facts.
 * What was asked is kept nowhere.
 * @param asked anything at all; what is no word, or comes after the first 200 characters, is passed over
 * @param by the person, or a visitor's address; only counted, as a keyed hash
 * @throws Refusal rate.limited
 */
export async function searchCatalogue(
  asked: string,
  language: Language,
  by: string,
): Promise<SearchResult> {
  const words = searchWords(asked)
  if (words.length > 0) await limitRate('search', by, mostAMinute)
  const found =
    words.length > 0 ? await selectFound({ words, day: today(), most: mostHits }, language) : []
  const groups = searchGroups
    .map((group) => ({
      group,
      hits: found.filter((row) => row.group === group).map((row) => hitOf(row, words, language)),
    }))
    .filter(({ hits }) => hits.length > 0)
  return { asked: asked.slice(0, longestSearch), groups }
}

function hitOf(row: SearchRow, words: readonly string[], language: Language): SearchHit {
  // A word that is not written to its end may be shorter than what PostgreSQL makes of it.
  const stems = [...row.stems, ...words.slice(-1)]
  const isPart = row.kind !== 'module' && row.moduleTitle !== null
  return {
    key: `${row.kind} ${row.moduleSlug ?? row.courseSlug ?? ''} ${row.slug}`,
    to: addressOf(row),
    title: markedText(row.title, stems),
    isSwedish: row.kind !== 'module' && language !== 'sv',
    moduleTitle: isPart ? row.moduleTitle : null,
    // Words that a fact has left behind are found, and not shown.
    snippet: row.isOutdated ? null : (snippetOf(row.words, stems) ?? null),
  }
}

function addressOf(row: SearchRow): string {
  const { kind, slug, moduleSlug, courseSlug, factKind, hasText } = row
  switch (kind) {
    case 'module':
    case 'page':
      invariant(moduleSlug, 'a page belongs to a module')
      return hasText ? textPath(moduleSlug, slug) : `/modules/${moduleSlug}`
    case 'checklist':
    case 'easy-read':
    case 'guide':
      invariant(moduleSlug, 'a part belongs to a module')
      return libraryPath(moduleSlug, { kind, slug })
    case 'term':
      invariant(courseSlug, 'a word belongs to a course')
      return glossaryPath({ courseSlug, slug })
    case 'fact':
      invariant(factKind, 'a fact has a kind')
      return factPath({ id: slug, kind: factKind })
  }
}
