import { Refusal } from '~/kernel/refusal.ts'
import { newId } from '~/kernel/ids.ts'
import type { Day } from '~/kernel/dates.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { emitAll } from '~/platform/events.server.ts'
import { moduleCredited } from './group-completion.events.ts'
import {
  deleteGroupCompletions,
  insertGroupCompletions,
  selectPublishedVersion,
} from './group-completion.db.server.ts'

/**
 * Credits people with a module that they have taken together, each by themselves, with the evidence "grupp".
 * Who has completed the published version keeps that completion. Runs in the caller's transaction, which also
 * keeps the trail.
 * @returns the completions that were added
 * @throws Refusal activity.module-closed, activity.test-is-individual
 */
export async function creditPeople(
  tx: Tx,
  moduleId: string,
  people: readonly { personId: string; day: Day }[],
): Promise<{ id: string; personId: string }[]> {
  if (people.length === 0) return []
  const version = await selectPublishedVersion(tx, moduleId)
  if (!version) throw new Refusal('activity.module-closed')
  if (version.kind === 'test') throw new Refusal('activity.test-is-individual')
  const { versionId } = version
  const given = people.map((one) => ({ ...one, id: newId() }))
  const added = await insertGroupCompletions(tx, { moduleId, versionId }, given)
  await emitAll(
    tx,
    added.map(({ id, personId }) => moduleCredited({ completionId: id, personId, moduleId })),
  )
  return added
}

/** Takes back credit that was given in a group: exactly these completions. In the caller's transaction. */
export async function takeBackCredit(tx: Tx, completionIds: readonly string[]): Promise<void> {
  if (completionIds.length > 0) await deleteGroupCompletions(tx, completionIds)
}
