import type { Language } from '~/i18n/format.ts'
import { isId } from '~/kernel/ids.ts'
import { Refusal } from '~/kernel/refusal.ts'
import {
  moduleStateOf,
  type CatalogueCourse,
  type EditedModule,
  type PublishedCourse,
  type PublishedModule,
} from './catalogue.ts'
import {
  selectCourses,
  selectModuleForEditor,
  selectModules,
  selectPublished,
  type PublishedRow,
} from './catalogue.db.server.ts'

/** The whole catalogue for editors, drafts included, in its own order. */
export async function listCatalogue(language: Language): Promise<CatalogueCourse[]> {
  const courses = await selectCourses(language)
  const modules = await selectModules(language)
  return courses.map(({ id, slug, title }) => ({
    id,
    slug,
    title,
    modules: modules
      .filter(({ courseId }) => courseId === id)
      .map(({ versions, id, title, minutes }) => ({
        id,
        title,
        minutes,
        ...moduleStateOf(versions),
      })),
  }))
}

/**
 * A module with all its versions, for editors.
 * @throws Refusal not-found
 */
export async function readModuleForEditor(
  moduleId: string | undefined,
  language: Language,
): Promise<EditedModule> {
  const found = isId(moduleId) && (await selectModuleForEditor(moduleId, language))
  if (!found) throw new Refusal('not-found')
  return found
}

/** The courses that have a published module. */
export async function listPublishedCourses(language: Language): Promise<PublishedCourse[]> {
  return coursesOf(await selectPublished(language))
}

/**
 * A module with the version that learners get today.
 * @throws Refusal not-found, also for a module of which nothing is published
 */
export async function readPublishedModule(
  slug: string | undefined,
  language: Language,
): Promise<PublishedModule> {
  const [row] = slug ? await selectPublished(language, { moduleSlug: slug }) : []
  if (!row) throw new Refusal('not-found')
  return moduleOf(row)
}

function coursesOf(published: PublishedRow[]): PublishedCourse[] {
  const courses = new Map<string, PublishedCourse>()
  for (const row of published) {
    const course = courses.get(row.courseId) ?? {
      id: row.courseId,
      slug: row.courseSlug,
      title: row.courseTitle,
      description: row.courseDescription,
      modules: [],
    }
    course.modules.push(moduleOf(row))
    courses.set(row.courseId, course)
  }
  return [...courses.values()]
}

function moduleOf(row: PublishedRow): PublishedModule {
  const { id, slug, title, summary, minutes, kind, versionId, isOpen } = row
  const { courseSlug, courseTitle } = row
  const course = { slug: courseSlug, title: courseTitle }
  return { id, slug, title, summary, minutes, kind, versionId, isOpen, course }
}
