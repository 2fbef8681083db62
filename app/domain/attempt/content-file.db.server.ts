import { preparedRows } from '~/platform/db/database.server.ts'
import { sql, type Sql } from '~/platform/db/sql.server.ts'

export interface ContentFileRow {
  packageId: string
  /** As the package names it. */
  path: string
  sha256: string
  bytes: number
  mediaType: string
  /** The hosts that an editor has allowed the package to use, in the alphabet's order. */
  allowedHosts: string[]
}

/** A file of the package of a registration's content host. */
export async function selectContentFile(
  hostLabel: string,
  paths: string[],
): Promise<ContentFileRow | undefined> {
  return selectMeant(
    sql`select package_id as id from registration where host_label = ${hostLabel}`,
    paths,
  )
}

/** A file of the package that an open module shows. */
export async function selectOpenFile(
  moduleId: string,
  paths: string[],
): Promise<ContentFileRow | undefined> {
  return selectMeant(packageInTheOpen(sql`module.id = ${moduleId}::uuid`), paths)
}

/** A file of the package of a version, whatever its status. */
export async function selectPreviewFile(
  versionId: string,
  paths: string[],
): Promise<ContentFileRow | undefined> {
  return selectMeant(
    sql`select package_id as id from module_version where id = ${versionId}::uuid`,
    paths,
  )
}

/**
 * The package that a module shows to who is not signed in: the published one of a module that is open, if it
 * tells of itself as our own do. Another maker's expects a learning system.
 */
function packageInTheOpen(module: Sql): Sql {
  return sql`
    select version.package_id as id
      from module
      join module_version version on version.module_id = module.id and version.status = 'published'
     where ${module} and module.is_open
       and exists (select 1 from package_part part where part.package_id = version.package_id)`
}

/**
 * The first of the paths that a package has; where it has none, one that differs in capitals alone, as
 * Windows tools write them. An import lets no two such files in.
 * @param shown selects the package's id
 */
async function selectMeant(shown: Sql, paths: string[]): Promise<ContentFileRow | undefined> {
  const exact = await selectFile(
    shown,
    sql`file.path = any(${paths}::text[])
     order by array_position(${paths}::text[], file.path)`,
  )
  if (exact) return exact
  // Reads every name of the package, so only for what would be missing.
  return selectFile(
    shown,
    sql`lower(file.path) in (select lower(path) from unnest(${paths}::text[]) as meant (path))
     order by file.path`,
  )
}

async function selectFile(shown: Sql, which: Sql): Promise<ContentFileRow | undefined> {
  const [found] = await preparedRows<ContentFileRow>(sql`
    select file.package_id as "packageId", file.path, file.sha256, file.bytes,
           file.media_type as "mediaType",
           ${allowedHostsOf(sql`shown.id`)} as "allowedHosts"
      from (${shown}) shown
      join package_file file on file.package_id = shown.id
     where ${which} limit 1`)
  return found
}

export interface OpenModuleRow {
  moduleId: string
  versionId: string
  slug: string
  /** lesson, track, test, refresher */
  kind: string
  titleSv: string
  titleEn: string
  courseSlug: string
  packageId: string
  launchPath: string
  launchQuery: string
  allowedHosts: string[]
}

/** A module as it is taken without signing in; undefined where it cannot be. */
export async function selectOpenModule(
  named: { slug: string } | { moduleId: string },
): Promise<OpenModuleRow | undefined> {
  const which =
    'slug' in named ? sql`module.slug = ${named.slug}` : sql`module.id = ${named.moduleId}::uuid`
  const [found] = await preparedRows<OpenModuleRow>(sql`
    select module.id as "moduleId", version.id as "versionId", module.slug, module.kind,
           module.title_sv as "titleSv", module.title_en as "titleEn", course.slug as "courseSlug",
           shown.id as "packageId", item.launch_path as "launchPath", item.launch_query as "launchQuery",
           ${allowedHostsOf(sql`shown.id`)} as "allowedHosts"
      from module
      join course on course.id = module.course_id
      join module_version version on version.module_id = module.id and version.status = 'published'
      join (${packageInTheOpen(which)}) shown on shown.id = version.package_id
      join package_item item on item.package_id = shown.id and item.launch_path is not null
     where ${which}
     order by item.position limit 1`)
  return found
}

/** The hosts that the package of an attempt may use. */
export async function selectAllowedHosts(attemptId: string): Promise<string[]> {
  const [found] = await preparedRows<{ allowedHosts: string[] }>(sql`
    select ${allowedHostsOf(sql`registration.package_id`)} as "allowedHosts"
      from attempt join registration on registration.id = attempt.registration_id
     where attempt.id = ${attemptId}::uuid`)
  return found?.allowedHosts ?? []
}

function allowedHostsOf(packageId: Sql): Sql {
  return sql`array(select host from package_host
                    where package_host.package_id = ${packageId} and allowed_at is not null
                    order by host collate "C")`
}

export async function contentHostExists(hostLabel: string): Promise<boolean> {
  const found = await preparedRows(sql`select 1 from registration where host_label = ${hostLabel}`)
  return found.length > 0
}
