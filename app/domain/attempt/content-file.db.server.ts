import { preparedRows } from '~/platform/db/database.server.ts'
import { sql, type Sql } from '~/platform/db/sql.server.ts'

export interface ContentFileRow {
  sha256: string
  bytes: number
  mediaType: string
  /** The hosts that an editor has allowed the package to use, in the alphabet's order. */
  allowedHosts: string[]
}

/**
 * The first of the paths that the registration's package has; where it has none, one that differs in
 * capitals alone, as Windows tools write them. An import lets no two such files in.
 */
export async function selectContentFile(
  hostLabel: string,
  paths: string[],
): Promise<ContentFileRow | undefined> {
  const exact = await selectFile(
    sql`registration.host_label = ${hostLabel} and file.path = any(${paths}::text[])
     order by array_position(${paths}::text[], file.path)`,
  )
  if (exact) return exact
  // Reads every name of the package, so only for what would be missing.
  return selectFile(
    sql`registration.host_label = ${hostLabel}
       and lower(file.path) in (select lower(path) from unnest(${paths}::text[]) as meant (path))
     order by file.path`,
  )
}

async function selectFile(which: Sql): Promise<ContentFileRow | undefined> {
  const [found] = await preparedRows<ContentFileRow>(sql`
    select file.sha256, file.bytes, file.media_type as "mediaType",
           ${allowedHostsOf(sql`registration.package_id`)} as "allowedHosts"
      from registration
      join package_file file on file.package_id = registration.package_id
     where ${which} limit 1`)
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
