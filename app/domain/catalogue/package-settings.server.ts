import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { isId } from '~/kernel/ids.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { requireMayEdit } from './catalogue.policy.ts'
import { lockPackageOf } from './package-host.db.server.ts'
import { updatePackageSettings, type PackageSettings } from './package-settings.db.server.ts'

interface DecidePackageSettings extends PackageSettings {
  actor: Actor
  /** A version with the package; the settings hold for every version that has it. */
  versionId: string | undefined
}

/**
 * Decides how a package is played from its next launch on: whether the standard's lengths bind, and
 * whether its content is told the learner's name.
 * @throws Refusal forbidden, not-found
 */
export async function decidePackageSettings(decided: DecidePackageSettings): Promise<void> {
  const { actor, versionId, strict, learnerIdentity } = decided
  requireMayEdit(actor)
  await inTransaction(actor, async (tx) => {
    const packageId = isId(versionId) && (await lockPackageOf(tx, versionId))
    if (!packageId) throw new Refusal('not-found')
    const settings = { strict, learnerIdentity }
    if (!(await updatePackageSettings(tx, packageId, settings))) return
    const action = 'package.settings-decided'
    await recordAudit(tx, actor, { action, subjectId: packageId, detail: settings })
  })
}
