import type { Language } from '~/i18n/format.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { singleton } from '~/platform/singleton.server.ts'
import { selectCoursePage, selectModulePage } from './course-page.db.server.ts'
import type { CoursePage } from './course-page.ts'
import type { ModulePage } from './module-page.ts'

interface KeptPage {
  stamp: string
  page: CoursePage
}

const keptPages = () => singleton('course-pages', () => new Map<string, KeptPage>())

/**
 * What a course is, for whom, how long it takes and what it gives. Nobody may change what is answered.
 * @param stamp another as soon as anything has been written that the page tells, and read before this is
 *   asked: while it is the same, the page is as it was read last
 * @throws Refusal not-found, also for a course of which nothing is published
 */
export async function readCoursePage(
  slug: string | undefined,
  language: Language,
  stamp?: string,
): Promise<CoursePage> {
  const key = `${language} ${slug}`
  const kept = keptPages().get(key)
  if (kept && kept.stamp === stamp) return kept.page
  const page = slug ? await selectCoursePage(slug, language) : undefined
  if (!page || page.modules.length === 0) throw new Refusal('not-found')
  if (stamp !== undefined) keptPages().set(key, { stamp, page })
  return page
}

/** A module's page as everybody may see it; undefined where nothing of it is published. */
export async function findModulePage(
  slug: string | undefined,
  language: Language,
): Promise<ModulePage | undefined> {
  return slug ? selectModulePage(slug, language) : undefined
}

/**
 * The same.
 * @throws Refusal not-found
 */
export async function readModulePage(
  slug: string | undefined,
  language: Language,
): Promise<ModulePage> {
  const page = await findModulePage(slug, language)
  if (!page) throw new Refusal('not-found')
  return page
}
