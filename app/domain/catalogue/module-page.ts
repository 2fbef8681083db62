import type { ModuleKind, PartKind } from './module-outline.schema.ts'

/** A module's page as everybody may see it. */
export interface ModulePage {
  slug: string
  title: string
  summary: string
  minutes: number
  kind: ModuleKind
  /** Whether it may be taken without signing in. */
  isOpen: boolean
  course: { slug: string; title: string }
  /** Whether all its pages can be read and printed, one after another (textPath). */
  hasText: boolean
  /** In their order; none where the package tells nothing of itself. */
  parts: ModulePart[]
}

export interface ModulePart {
  kind: PartKind
  slug: string
  title: string
  /** Whether the library shows it. */
  isReadAlone: boolean
}

/** Kinds of parts that are read by themselves, in the library's order. */
export const libraryKinds = ['checklist', 'easy-read', 'guide'] as const
export type LibraryKind = (typeof libraryKinds)[number]

/** The address of a part in the library. Of easy-read summaries and guides a module has one each. */
export function libraryPath(moduleSlug: string, part: { kind: LibraryKind; slug: string }): string {
  return `/library/${moduleSlug}/${part.kind === 'checklist' ? part.slug : part.kind}`
}

/** Where a page stands in its module's whole text. */
export const pageAnchor = (pageSlug: string) => `page-${pageSlug}`

/** The address of a module from its first page to its last, or of one of its pages in there. */
export const textPath = (moduleSlug: string, pageSlug?: string) =>
  `/library/${moduleSlug}/print${pageSlug === undefined ? '' : `#${pageAnchor(pageSlug)}`}`

/** The other way around: what the last piece of such an address names. */
export function partOfPath(piece: string): { kind: LibraryKind; slug: string | null } {
  if (piece === 'easy-read' || piece === 'guide') return { kind: piece, slug: null }
  return { kind: 'checklist', slug: piece }
}

/** Whether the library may have parts of that kind. */
export const isLibraryKind = (kind: PartKind): kind is LibraryKind =>
  libraryKinds.some((known) => known === kind)
