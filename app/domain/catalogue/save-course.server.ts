import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { newId, type CourseId, type ModuleId } from '~/kernel/ids.ts'
import { invariant } from '~/kernel/invariant.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { requireMayEdit } from './catalogue.policy.ts'
import {
  replaceGlossary,
  replaceTrackModules,
  upsertCourse,
  upsertModule,
  upsertTrack,
} from './course-outline.db.server.ts'
import type { CourseOutline } from './module-outline.schema.ts'

export interface SavedCourse {
  courseId: CourseId
  /** By slug. */
  modules: ReadonlyMap<string, ModuleId>
}

/**
 * Writes a course as its text has it: its words, modules in their order, tracks and glossary. What was there
 * under the same slugs is brought up to date; a module that the text no longer has stays for those who have taken it.
 * @throws Refusal forbidden, catalogue.slug-taken (a module of that slug is in another course)
 */
export async function saveCourseWithin(
  tx: Tx,
  actor: Actor,
  outline: CourseOutline,
): Promise<SavedCourse> {
  requireMayEdit(actor)
  const courseId = await upsertCourse(tx, newId<CourseId>(), outline)
  const modules = new Map<string, ModuleId>()
  for (const [position, module] of outline.modules.entries()) {
    const { slug } = module
    const id = await upsertModule(tx, newId<ModuleId>(), { courseId, position, module })
    if (!id) throw new Refusal('catalogue.slug-taken', { slug }, { field: 'slug' })
    modules.set(slug, id)
  }
  for (const [position, track] of outline.tracks.entries()) {
    const trackId = await upsertTrack(tx, newId(), { courseId, position, track })
    const ids = track.modules.map((slug) => modules.get(slug))
    invariant(
      ids.every((id) => id !== undefined),
      `the modules of track ${track.slug} are the course's`,
    )
    await replaceTrackModules(tx, trackId, ids)
  }
  await replaceGlossary(tx, courseId, outline.glossary)
  const detail = { version: outline.courseVersion, modules: outline.modules.length }
  await recordAudit(tx, actor, { action: 'course.saved', subjectId: courseId, detail })
  return { courseId, modules }
}
