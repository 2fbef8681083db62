import type { CourseId, ModuleId, PackageId, PersonId } from '~/kernel/ids.ts'
import { firstRow, rows } from '~/platform/db/database.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type {
  ListedPackage,
  NewContentPackage,
  NewPackageFile,
  NewPackageHost,
  NewPackageItem,
  PackageFacts,
  PackagePlace,
} from './content-package.ts'
import type { OutlinePart } from './module-outline.schema.ts'

interface PackageRow extends NewContentPackage {
  id: PackageId
  importedAt: Date
  importedBy: PersonId | null
}

/** False where the same zip is held already; one that is just being imported is waited for. */
export async function insertPackage(tx: Tx, row: PackageRow): Promise<boolean> {
  const inserted = await txRows(
    tx,
    sql`
    insert into content_package
      (id, sha256, file_name, standard, edition, title, language, description, duration_seconds,
       bytes, file_count, needs_sequencing, sequencing, problems, imported_at, imported_by)
    values (${row.id}::uuid, ${row.sha256}, ${row.fileName}, ${row.standard}, ${row.edition}, ${row.title},
            ${row.language}, ${row.description}, ${row.durationSeconds}::int,
            ${row.bytes}::bigint, ${row.files.length}::int, ${row.needsSequencing}::boolean,
            ${jsonOf(row.sequencing)}::jsonb, ${jsonOf(row.problems)}::jsonb,
            ${row.importedAt}::timestamptz, ${row.importedBy}::uuid)
    on conflict (sha256) do nothing returning id::text`,
  )
  return inserted.length > 0
}

/**
 * As text, since Prisma would send null as JSON's; and without halves of characters, which a cut may have
 * left and jsonb refuses.
 */
function jsonOf(value: unknown): string | null {
  const whole = (_key: string, part: unknown) =>
    typeof part === 'string' ? part.replace(/\p{Surrogate}/gu, '\ufffd') : part
  return value === null ? null : JSON.stringify(value, whole)
}

/** Items go in so many at a time: one text holds them, and their sequencing may be long. */
const itemsAtOnce = 1_000

export async function insertItems(
  tx: Tx,
  packageId: PackageId,
  items: NewPackageItem[],
): Promise<void> {
  for (let at = 0; at < items.length; at += itemsAtOnce) {
    const some = jsonOf(items.slice(at, at + itemsAtOnce))
    await txRows(
      tx,
      sql`
      insert into package_item
        (package_id, identifier, position, depth, parent, title, visible, launch_path, launch_query, type,
         mastery_score, scaled_passing_score, completion_threshold, max_time_allowed, time_limit_action,
         data_from_lms, prerequisites, sequencing)
      select ${packageId}::uuid, identifier, position, depth, parent, title, visible, "launchPath",
             "launchQuery", type, "masteryScore", "scaledPassingScore", "completionThreshold",
             "maxTimeAllowed", "timeLimitAction", "dataFromLms", prerequisites, nullif(sequencing, 'null')
        from jsonb_to_recordset(${some}::jsonb) as item (
               identifier text, position int, depth int, parent text, title text, visible boolean,
               "launchPath" text, "launchQuery" text, type text, "masteryScore" float8,
               "scaledPassingScore" float8, "completionThreshold" float8, "maxTimeAllowed" text,
               "timeLimitAction" text, "dataFromLms" text, prerequisites text, sequencing jsonb)`,
    )
  }
}

export async function insertHosts(
  tx: Tx,
  packageId: PackageId,
  hosts: NewPackageHost[],
): Promise<void> {
  if (hosts.length === 0) return
  await tx.packageHost.createMany({ data: hosts.map((host) => ({ ...host, packageId })) })
}

/** What the package says of its own text, in its order. */
export async function insertParts(
  tx: Tx,
  packageId: PackageId,
  parts: readonly OutlinePart[],
): Promise<void> {
  if (parts.length === 0) return
  await txRows(
    tx,
    sql`
    insert into package_part (package_id, position, kind, slug, page, title, words, content, facts)
    select ${packageId}::uuid, number - 1, part->>'kind', part->>'slug', part->>'page', part->>'title',
           part->>'words', nullif(part->'content', 'null'),
           array(select jsonb_array_elements_text(part->'facts'))
      from jsonb_array_elements(${jsonOf(parts)}::jsonb) with ordinality as listed (part, number)`,
  )
}

/** One statement, however many files: five values whatever their number. */
export async function insertFiles(
  tx: Tx,
  packageId: PackageId,
  files: NewPackageFile[],
): Promise<void> {
  await txRows(
    tx,
    sql`
    insert into package_file (package_id, path, sha256, bytes, media_type)
    select ${packageId}::uuid, file.path, file.sha256, file.bytes, file.media_type
      from unnest(
        ${files.map(({ path }) => path)}::text[],
        ${files.map(({ sha256 }) => sha256)}::text[],
        ${files.map(({ bytes }) => String(bytes))}::bigint[],
        ${files.map(({ mediaType }) => mediaType)}::text[]) as file (path, sha256, bytes, media_type)`,
  )
}

export async function findPackage(tx: Tx, sha256: string): Promise<PackageId | undefined> {
  const found = await txRows<{ id: PackageId }>(
    tx,
    sql`select id::text from content_package where sha256 = ${sha256}`,
  )
  return found[0]?.id
}

export async function selectHeldPackage(sha256: string): Promise<PackageId | undefined> {
  const query = sql`select id from content_package where sha256 = ${sha256}`
  return (await firstRow<{ id: PackageId }>(query))?.id
}

export async function selectPackageList(): Promise<ListedPackage[]> {
  return rows<ListedPackage>(sql`
    select package.id as "packageId", course.slug as course, module.slug as module,
           version.number as version, version.status,
           package.edition, package.title, package.file_count as files, package.bytes,
           package.imported_at as "importedAt"
      from module_version version
      join module on module.id = version.module_id
      join course on course.id = module.course_id
      join content_package package on package.id = version.package_id
     order by course.position, course.slug, module.position, module.slug, version.number`)
}

export async function selectPackagePlaces(): Promise<PackagePlace[]> {
  return rows<PackagePlace>(sql`
    select course.id as "courseId", course.slug as course,
           coalesce(json_agg(json_build_object('id', module.id, 'slug', module.slug))
             filter (where module.id is not null), '[]'::json) as modules
      from course left join module on module.course_id = course.id
     group by course.id order by course.position, course.slug`)
}

export async function selectPackageFacts(
  tx: Tx,
  packageId: PackageId,
): Promise<PackageFacts | undefined> {
  const [facts] = await txRows<PackageFacts>(
    tx,
    sql`
    select edition, title, description, duration_seconds as "durationSeconds", problems
      from content_package where id = ${packageId}::uuid`,
  )
  return facts
}

export async function selectHolder(
  tx: Tx,
  { courseId, packageId }: { courseId: CourseId; packageId: PackageId },
): Promise<{ id: ModuleId; slug: string } | undefined> {
  const [holder] = await txRows<{ id: ModuleId; slug: string }>(
    tx,
    sql`
    select module.id::text, module.slug
      from module join module_version version on version.module_id = module.id
     where module.course_id = ${courseId}::uuid and version.package_id = ${packageId}::uuid
       and version.status <> 'withdrawn'
     order by module.position, module.slug limit 1`,
  )
  return holder
}

export async function packageExists(tx: Tx, packageId: string): Promise<boolean> {
  return (await tx.contentPackage.count({ where: { id: packageId } })) > 0
}
