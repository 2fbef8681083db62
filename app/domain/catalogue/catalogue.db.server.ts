import type { CourseId, ModuleId, ModuleVersionId, PackageId } from '~/kernel/ids.ts'
import type { Language } from '~/i18n/format.ts'
import { firstRow, preparedRows, rows } from '~/platform/db/database.server.ts'
import { sql, type Sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { EditedModule, EditedVersion, VersionMark } from './catalogue.ts'
import type { NewCourse, NewModule } from './catalogue.schema.ts'
import type { ModuleKind } from './module-outline.schema.ts'

const inLanguage = (language: Language, swedish: Sql, english: Sql) =>
  language === 'en' ? english : swedish

const titleOf = (language: Language, table: Sql) =>
  inLanguage(language, sql`${table}.title_sv`, sql`${table}.title_en`)

const course = sql`course`
const module = sql`module`

// ── for editors ─────────────────────────────────────────────────────────────

export interface CourseRow {
  id: CourseId
  slug: string
  title: string
  description: string
}

export async function selectCourses(language: Language): Promise<CourseRow[]> {
  return rows<CourseRow>(sql`
    select id, slug, ${titleOf(language, course)} as title,
           ${inLanguage(language, sql`description_sv`, sql`description_en`)} as description
      from course order by position, slug`)
}

export interface ModuleRow {
  id: ModuleId
  courseId: CourseId
  title: string
  minutes: number
  versions: VersionMark[]
}

export async function selectModules(language: Language): Promise<ModuleRow[]> {
  return rows<ModuleRow>(sql`
    select module.id, course_id as "courseId", ${titleOf(language, module)} as title, minutes,
           coalesce(
             json_agg(json_build_object('id', version.id, 'number', version.number, 'status', version.status))
               filter (where version.id is not null), '[]'::json) as versions
      from module left join module_version version on version.module_id = module.id
     group by module.id order by module.position, module.slug`)
}

export async function selectModuleForEditor(
  moduleId: string,
  language: Language,
): Promise<EditedModule | undefined> {
  const found = await firstRow<Omit<EditedModule, 'versions'>>(sql`
    select module.id, module.slug, ${titleOf(language, module)} as title,
           ${inLanguage(language, sql`summary_sv`, sql`summary_en`)} as summary, minutes,
           json_build_object('slug', course.slug, 'title', ${titleOf(language, course)}) as course
      from module join course on course.id = module.course_id
     where module.id = ${moduleId}::uuid`)
  if (!found) return undefined
  const versions = await rows<EditedVersion>(sql`
    select version.id, number, status, file_name as "fileName", file_count as "fileCount", bytes,
           created_at as "createdAt", published_at as "publishedAt"
      from module_version version join content_package package on package.id = version.package_id
     where module_id = ${moduleId}::uuid order by number desc`)
  return { ...found, versions }
}

// ── for everybody ───────────────────────────────────────────────────────────

export interface PublishedRow {
  id: ModuleId
  slug: string
  title: string
  summary: string
  minutes: number
  kind: ModuleKind
  versionId: ModuleVersionId
  isOpen: boolean
  courseId: CourseId
  courseSlug: string
  courseTitle: string
  courseDescription: string
}

/** Published modules with their course, in the catalogue's order; of one module where asked. */
export async function selectPublished(
  language: Language,
  only: { moduleSlug?: string } = {},
): Promise<PublishedRow[]> {
  const { moduleSlug = null } = only
  return preparedRows<PublishedRow>(sql`
    select module.id, module.slug, ${titleOf(language, module)} as title,
           ${inLanguage(language, sql`summary_sv`, sql`summary_en`)} as summary, minutes, kind,
           module.is_open and exists (
             select 1 from package_part part where part.package_id = version.package_id) as "isOpen",
           version.id as "versionId", course.id as "courseId", course.slug as "courseSlug",
           ${titleOf(language, course)} as "courseTitle",
           ${inLanguage(language, sql`description_sv`, sql`description_en`)} as "courseDescription"
      from module
      join course on course.id = module.course_id
      join module_version version on version.module_id = module.id and version.status = 'published'
     where (${moduleSlug}::text is null or module.slug = ${moduleSlug})
     order by course.position, course.slug, module.position, module.slug`)
}

// ── changes ─────────────────────────────────────────────────────────────────

/** False where the slug is taken. */
export async function insertCourse(tx: Tx, id: CourseId, values: NewCourse): Promise<boolean> {
  const inserted = await txRows(
    tx,
    sql`
    insert into course (id, slug, title_sv, title_en, description_sv, description_en, position)
    select ${id}::uuid, ${values.slug}, ${values.titleSv}, ${values.titleEn},
           ${values.descriptionSv}, ${values.descriptionEn}, coalesce(max(position), 0) + 1
      from course
    on conflict (slug) do nothing returning id::text`,
  )
  return inserted.length > 0
}

/** False where the slug is taken. */
export async function insertModule(tx: Tx, id: ModuleId, values: NewModule): Promise<boolean> {
  const inserted = await txRows(
    tx,
    sql`
    insert into module (id, course_id, slug, title_sv, title_en, summary_sv, summary_en, minutes, position)
    select ${id}::uuid, ${values.courseId}::uuid, ${values.slug}, ${values.titleSv}, ${values.titleEn},
           ${values.summarySv}, ${values.summaryEn}, ${values.minutes}::int, coalesce(max(position), 0) + 1
      from module where course_id = ${values.courseId}::uuid
    on conflict (slug) do nothing returning id::text`,
  )
  return inserted.length > 0
}

export async function courseExists(tx: Tx, courseId: string): Promise<boolean> {
  return (await tx.course.count({ where: { id: courseId } })) > 0
}

export interface LockedVersion extends VersionMark {
  packageId: PackageId
}

/** The module's versions, with the module locked until the transaction ends; undefined where there is no such module. */
export async function lockModule(tx: Tx, moduleId: string): Promise<LockedVersion[] | undefined> {
  const found = await txRows(tx, sql`select 1 from module where id = ${moduleId}::uuid for update`)
  if (found.length === 0) return undefined
  return txRows<LockedVersion>(
    tx,
    sql`
    select id::text, number, status, package_id::text as "packageId"
      from module_version where module_id = ${moduleId}::uuid order by number`,
  )
}

export interface VersionToPublish {
  moduleId: ModuleId
  /** Its package names WebRTC, which not every browser lets us forbid. */
  namesPeerConnection: boolean
}

export async function selectVersionToPublish(
  tx: Tx,
  versionId: string,
): Promise<VersionToPublish | undefined> {
  const [found] = await txRows<VersionToPublish>(
    tx,
    sql`
    select version.module_id::text as "moduleId",
           package.problems @> '[{"code": "peer-connection"}]'::jsonb as "namesPeerConnection"
      from module_version version join content_package package on package.id = version.package_id
     where version.id = ${versionId}::uuid`,
  )
  return found
}

export async function insertVersion(
  tx: Tx,
  version: LockedVersion & { moduleId: ModuleId; createdAt: Date },
): Promise<void> {
  await tx.moduleVersion.create({ data: version })
}

export async function withdrawVersion(tx: Tx, versionId: ModuleVersionId): Promise<void> {
  await tx.moduleVersion.update({ where: { id: versionId }, data: { status: 'withdrawn' } })
}

export async function markPublished(tx: Tx, versionId: ModuleVersionId, at: Date): Promise<void> {
  await tx.moduleVersion.update({
    where: { id: versionId },
    data: { status: 'published', publishedAt: at },
  })
}
