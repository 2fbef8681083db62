import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { isId, type PackageId } from '~/kernel/ids.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { env } from '~/platform/env.server.ts'
import { requireMayEdit } from './catalogue.policy.ts'
import { countAllowed, lockPackageOf, markAllowed, markStopped } from './package-host.db.server.ts'
import { isOwnHost, mostAllowedHosts } from './package-host.ts'

export interface ChangeHost {
  actor: Actor
  /** A version with the package; the change holds for every version that has it. */
  versionId: string | undefined
  /** As `hostOf` writes it. */
  host: string
}

/**
 * Lets a package's files use a host: from their next launch, learners' browsers may contact it. One that
 * was not found in the package may be named as well.
 * @throws Refusal forbidden, not-found, catalogue.host-own, catalogue.hosts-too-many
 */
export async function allowHost({ actor, versionId, host }: ChangeHost): Promise<void> {
  requireMayEdit(actor)
  const { APP_ORIGIN, CONTENT_DOMAIN } = env()
  if (isOwnHost(host, [new URL(APP_ORIGIN).host, CONTENT_DOMAIN])) {
    throw new Refusal('catalogue.host-own', {}, { field: 'host' })
  }
  await inTransaction(actor, async (tx) => {
    const packageId = await lockedPackage(tx, versionId)
    const allowed = { packageId, host, at: now(), by: actor.personId }
    if (!(await markAllowed(tx, allowed))) return
    if ((await countAllowed(tx, packageId)) > mostAllowedHosts) {
      throw new Refusal('catalogue.hosts-too-many', { limit: mostAllowedHosts })
    }
    await recordHost(tx, actor, 'package-host.allowed', packageId, host)
  })
}

/**
 * Takes that back, from the next launch on.
 * @throws Refusal forbidden, not-found
 */
export async function stopHost({ actor, versionId, host }: ChangeHost): Promise<void> {
  requireMayEdit(actor)
  await inTransaction(actor, async (tx) => {
    const packageId = await lockedPackage(tx, versionId)
    if (!(await markStopped(tx, packageId, host))) return
    await recordHost(tx, actor, 'package-host.stopped', packageId, host)
  })
}

async function lockedPackage(tx: Tx, versionId: string | undefined): Promise<PackageId> {
  const packageId = isId(versionId) && (await lockPackageOf(tx, versionId))
  if (!packageId) throw new Refusal('not-found')
  return packageId
}

async function recordHost(
  tx: Tx,
  actor: Actor,
  action: string,
  packageId: PackageId,
  host: string,
): Promise<void> {
  await recordAudit(tx, actor, { action, subjectId: packageId, detail: { host } })
}
