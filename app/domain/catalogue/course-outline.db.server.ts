import type { CourseId, ModuleId } from '~/kernel/ids.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { CourseOutline } from './module-outline.schema.ts'

/** The course of that slug, made last in the catalogue where there is none. */
export async function upsertCourse(
  tx: Tx,
  id: CourseId,
  { slug, title, description, courseVersion, certificate }: CourseOutline,
): Promise<CourseId> {
  const [saved] = await txRows<{ id: CourseId }>(
    tx,
    sql`
    insert into course (id, slug, title_sv, title_en, description_sv, description_en, version, validity_months, position)
    select ${id}::uuid, ${slug}, ${title.sv}, ${title.en}, ${description.sv}, ${description.en},
           ${courseVersion}, ${certificate.validityMonths}::int, coalesce(max(position), 0) + 1
      from course
    on conflict (slug) do update
       set title_sv = excluded.title_sv, title_en = excluded.title_en, description_sv = excluded.description_sv,
           description_en = excluded.description_en, version = excluded.version,
           validity_months = excluded.validity_months
    returning id::text`,
  )
  return saved!.id
}

interface ModulePlace {
  courseId: CourseId
  position: number
  module: CourseOutline['modules'][number]
}

/** Undefined where another course has a module of that slug. */
export async function upsertModule(
  tx: Tx,
  id: ModuleId,
  { courseId, position, module }: ModulePlace,
): Promise<ModuleId | undefined> {
  const { slug, kind, title, description, minutes, readingSeconds } = module
  const [saved] = await txRows<{ id: ModuleId }>(
    tx,
    sql`
    insert into module (id, course_id, slug, title_sv, title_en, summary_sv, summary_en, minutes, position,
                        kind, is_open, reading_seconds)
    values (${id}::uuid, ${courseId}::uuid, ${slug}, ${title.sv}, ${title.en}, ${description.sv},
            ${description.en}, ${minutes}::int, ${position + 1}::int, ${kind}, true, ${readingSeconds}::int)
    on conflict (slug) do update
       set title_sv = excluded.title_sv, title_en = excluded.title_en, summary_sv = excluded.summary_sv,
           summary_en = excluded.summary_en, minutes = excluded.minutes, position = excluded.position,
           kind = excluded.kind, is_open = excluded.is_open, reading_seconds = excluded.reading_seconds
     where module.course_id = excluded.course_id
    returning id::text`,
  )
  return saved?.id
}

interface TrackPlace {
  courseId: CourseId
  position: number
  track: CourseOutline['tracks'][number]
}

export async function upsertTrack(
  tx: Tx,
  id: string,
  { courseId, position, track }: TrackPlace,
): Promise<string> {
  const { slug, title, description, professionGroups } = track
  const [saved] = await txRows<{ id: string }>(
    tx,
    sql`
    insert into track (id, course_id, slug, title_sv, title_en, description_sv, description_en,
                       profession_groups, position)
    values (${id}::uuid, ${courseId}::uuid, ${slug}, ${title.sv}, ${title.en}, ${description.sv},
            ${description.en}, ${professionGroups}::text[], ${position + 1}::int)
    on conflict (course_id, slug) do update
       set title_sv = excluded.title_sv, title_en = excluded.title_en, description_sv = excluded.description_sv,
           description_en = excluded.description_en, profession_groups = excluded.profession_groups,
           position = excluded.position
    returning id::text`,
  )
  return saved!.id
}

export async function replaceTrackModules(
  tx: Tx,
  trackId: string,
  modules: readonly ModuleId[],
): Promise<void> {
  await tx.trackModule.deleteMany({ where: { trackId } })
  const data = modules.map((moduleId, position) => ({ trackId, moduleId, position: position + 1 }))
  await tx.trackModule.createMany({ data })
}

export async function replaceGlossary(
  tx: Tx,
  courseId: CourseId,
  terms: CourseOutline['glossary'],
): Promise<void> {
  await tx.glossaryTerm.deleteMany({ where: { courseId } })
  const data = terms.map(({ id, term, text }) => ({ courseId, slug: id, term, text }))
  await tx.glossaryTerm.createMany({ data })
}
