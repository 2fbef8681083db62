import type { LibraryKind } from './module-page.ts'
import type { SnippetPiece } from './search-words.ts'

/** What search looks through, in the order in which a reader is shown it. */
export const searchGroups = ['module', 'checklist', 'term', 'easy-read', 'guide', 'fact'] as const
export type SearchGroup = (typeof searchGroups)[number]

/** At most so many of each group. */
export const mostHits = 50

export interface SearchHit {
  key: string
  to: string
  title: SnippetPiece[]
  /** Whether the title is the course's own Swedish, whatever language the page speaks. */
  isSwedish: boolean
  /** The module that it is a part of; null for what stands by itself. */
  moduleTitle: string | null
  snippet: SnippetPiece[] | null
}

export interface SearchResult {
  /** As it was asked, cut to what is read. */
  asked: string
  groups: { group: SearchGroup; hits: SearchHit[] }[]
}

export type SearchKind = 'module' | 'page' | LibraryKind | 'term' | 'fact'
