import type { PackageId } from '~/kernel/ids.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { LearnerIdentity } from './package-settings.schema.ts'

export interface PackageSettings {
  strict: boolean
  learnerIdentity: LearnerIdentity
}

/** False where they were so before. */
export async function updatePackageSettings(
  tx: Tx,
  packageId: PackageId,
  { strict, learnerIdentity }: PackageSettings,
): Promise<boolean> {
  const changed = await txRows(
    tx,
    sql`
    update content_package set strict = ${strict}::boolean, learner_identity = ${learnerIdentity}
     where id = ${packageId}::uuid
       and (strict, learner_identity) is distinct from (${strict}::boolean, ${learnerIdentity}::text)
    returning id::text`,
  )
  return changed.length > 0
}
