import { creditPeople, takeBackCredit } from '~/domain/attempt/credit-group.server.ts'
import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { forgetCredit, saveCredit, selectGroupState } from './group-session.db.server.ts'

/**
 * Brings the credit for a module that was taken together in line with who was there: all who came to every
 * session of an activity that is held, and nobody else. Does nothing where nothing has changed, and for an
 * activity without a module.
 * @returns how many were credited now
 * @throws Refusal activity.module-closed, activity.test-is-individual
 */
export async function creditGroup(
  tx: Tx,
  actor: Actor,
  { activityId }: { activityId: string },
): Promise<number> {
  const { moduleId, present, credited } = await selectGroupState(tx, activityId)
  if (moduleId === null) return 0
  const presentIds = new Set(present.map(({ personId }) => personId))
  const creditedIds = new Set(credited.map(({ personId }) => personId))
  const gone = credited
    .filter(({ personId }) => !presentIds.has(personId))
    .map(({ completionId }) => completionId)
  await takeBackCredit(tx, gone)
  await forgetCredit(tx, gone)
  const fresh = present.filter(({ personId }) => !creditedIds.has(personId))
  const added = await creditPeople(tx, moduleId, fresh)
  await saveCredit(tx, activityId, added)
  if (added.length + gone.length > 0) {
    await recordAudit(tx, actor, {
      action: 'activity.credited',
      subjectId: activityId,
      detail: { credited: added.length, takenBack: gone.length, module: moduleId },
    })
  }
  return added.length
}
