import type { Language } from '~/i18n/format.ts'
import { today } from '~/kernel/dates.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { helpLinesOf, type HelpGroup, type HelpLine } from './help-line.ts'
import {
  selectGlossary,
  selectLibrary,
  selectLibraryPart,
  selectModuleText,
  selectToldFacts,
} from './library.db.server.ts'
import {
  lettersOf,
  type GlossaryLetter,
  type LibraryCourse,
  type LibraryPart,
  type ModuleText,
} from './library.ts'
import { partOfPath } from './module-page.ts'
import type { ToldFact } from './told-fact.ts'

/** Checklists, easy-read summaries and leader's guides of what is published. */
export async function listLibrary(language: Language): Promise<LibraryCourse[]> {
  const courses = new Map<string, LibraryCourse>()
  for (const { course, ...module } of await selectLibrary(language)) {
    const listed = courses.get(course.slug) ?? { ...course, modules: [] }
    listed.modules.push(module)
    courses.set(course.slug, listed)
  }
  return [...courses.values()]
}

/**
 * One of them, with its facts as they are told today.
 * @param piece the last of its address: "easy-read", "guide" or a checklist's id
 * @throws Refusal not-found
 */
export async function readLibraryPart(
  moduleSlug: string | undefined,
  piece: string | undefined,
  language: Language,
): Promise<LibraryPart> {
  const found =
    moduleSlug && piece
      ? await selectLibraryPart({ moduleSlug, ...partOfPath(piece) }, language)
      : undefined
  if (!found) throw new Refusal('not-found')
  const { factIds, ...part } = found
  return { ...part, facts: await toldById(factIds) }
}

/**
 * A module's pages one after another, with their facts as they are told today. Never a test's.
 * @throws Refusal not-found, also for a module that is not open to all
 */
export async function readModuleText(
  moduleSlug: string | undefined,
  language: Language,
): Promise<ModuleText> {
  const found = moduleSlug ? await selectModuleText(moduleSlug, language) : undefined
  if (!found) throw new Refusal('not-found')
  const { factIds, ...text } = found
  return { ...text, facts: await toldById(factIds) }
}

async function toldById(ids: readonly string[]): Promise<Record<string, ToldFact>> {
  const facts = ids.length > 0 ? await selectToldFacts({ ids }) : []
  return Object.fromEntries(facts.map((fact) => [fact.id, fact]))
}

/** All words that courses explain, A to Ö. */
export async function listGlossary(): Promise<GlossaryLetter[]> {
  return lettersOf(await selectGlossary())
}

/** Fact sheets that hold today, lines apart. */
export async function listFacts(): Promise<ToldFact[]> {
  return selectToldFacts({ day: today(), areLines: false })
}

/** Where to get help: the lines that hold today, by whom they answer. */
export async function listHelpLines(): Promise<Record<HelpGroup, HelpLine[]>> {
  return helpLinesOf(await selectToldFacts({ day: today(), areLines: true }))
}
