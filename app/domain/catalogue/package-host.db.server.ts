import type { PackageId, PersonId } from '~/kernel/ids.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'

/** The package of a version, locked until the transaction ends; undefined where there is no such version. */
export async function lockPackageOf(tx: Tx, versionId: string): Promise<PackageId | undefined> {
  const [found] = await txRows<{ id: PackageId }>(
    tx,
    sql`
    select package.id::text
      from module_version version join content_package package on package.id = version.package_id
     where version.id = ${versionId}::uuid for update of package`,
  )
  return found?.id
}

export async function countAllowed(tx: Tx, packageId: PackageId): Promise<number> {
  return tx.packageHost.count({ where: { packageId, allowedAt: { not: null } } })
}

/** False where it was allowed before. */
export async function markAllowed(
  tx: Tx,
  host: { packageId: PackageId; host: string; at: Date; by: PersonId | null },
): Promise<boolean> {
  const changed = await txRows(
    tx,
    sql`
    insert into package_host (package_id, host, kinds, allowed_at, allowed_by)
    values (${host.packageId}::uuid, ${host.host}, '{}', ${host.at}::timestamptz, ${host.by}::uuid)
    on conflict (package_id, host) do update
       set allowed_at = excluded.allowed_at, allowed_by = excluded.allowed_by
     where package_host.allowed_at is null
    returning host`,
  )
  return changed.length > 0
}

/** Forgets a host that only an editor named. False where it was not allowed. */
export async function markStopped(tx: Tx, packageId: PackageId, host: string): Promise<boolean> {
  const { count } = await tx.packageHost.updateMany({
    where: { packageId, host, allowedAt: { not: null } },
    data: { allowedAt: null, allowedBy: null },
  })
  await tx.packageHost.deleteMany({ where: { packageId, host, foundIn: null } })
  return count > 0
}
