import type { Day } from '~/kernel/dates.ts'
import type { LibraryKind } from './module-page.ts'
import type { OutlineBlock } from './module-outline.schema.ts'
import type { ToldFact } from './told-fact.ts'

/** What can be read and printed by itself, by course and module. */
export interface LibraryCourse {
  slug: string
  title: string
  modules: LibraryModule[]
}

export interface LibraryModule {
  slug: string
  title: string
  /** Whether all its pages can be read and printed, one after another. */
  hasText: boolean
  parts: { kind: LibraryKind; slug: string; title: string }[]
}

/** Where something that is read or printed comes from. */
export interface LibrarySource {
  module: { slug: string; title: string }
  course: { slug: string; title: string; version: string | null }
  /** Of the module: 1, 2, 3 … */
  versionNumber: number
  publishedOn: Day
}

/** A part of a module as the library shows it, with the facts as they are told now. */
export interface LibraryPart extends LibrarySource {
  kind: LibraryKind
  title: string
  content: OutlineBlock[]
  /** Those that it cites, by id. */
  facts: Record<string, ToldFact>
}

/** A module from its first page to its last, for paper. */
export interface ModuleText extends LibrarySource {
  pages: { slug: string; title: string; content: OutlineBlock[] }[]
  /** Those that it cites, by id. */
  facts: Record<string, ToldFact>
}

export interface GlossaryEntry {
  courseSlug: string
  slug: string
  term: string
  text: string
}

/** Where a word stands on the page of all words. Two courses may explain the same word. */
export const glossaryAnchor = ({ courseSlug, slug }: Pick<GlossaryEntry, 'courseSlug' | 'slug'>) =>
  `${courseSlug}-${slug}`

/** The address of a word's explanation. */
export const glossaryPath = (entry: Pick<GlossaryEntry, 'courseSlug' | 'slug'>) =>
  `/library/glossary#${glossaryAnchor(entry)}`

export interface GlossaryLetter {
  letter: string
  entries: GlossaryEntry[]
}

/** Words under their first letters, A to Ö. */
export function lettersOf(entries: readonly GlossaryEntry[]): GlossaryLetter[] {
  const letters: GlossaryLetter[] = []
  for (const entry of [...entries].sort((a, b) => a.term.localeCompare(b.term, 'sv'))) {
    const letter = entry.term.charAt(0).toLocaleUpperCase('sv')
    const last = letters.at(-1)
    if (last?.letter === letter) last.entries.push(entry)
    else letters.push({ letter, entries: [entry] })
  }
  return letters
}

/** Where a fact sheet is read: lines among where to get help, the others among all facts. */
export function factPath({ id, kind }: Pick<ToldFact, 'id' | 'kind'>): string {
  return kind === 'line' ? `/help#${id}` : `/library/facts#${id}`
}
