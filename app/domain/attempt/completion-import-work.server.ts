import { readActor } from '~/domain/identity/actor.server.ts'
import { systemActor, type Actor } from '~/kernel/actor.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import type { Work, WorkHandler } from '~/platform/long-work.server.ts'
import { saveStatus, selectOrganisationOf } from './completion-import.db.server.ts'
import { checkReceived, completionWork } from './completion-check.server.ts'
import { applyImport, undoImport } from './completion-import.server.ts'
import type { ImportStatus } from './completion-import.ts'

/** What is done with files of completions while somebody waits, by kind of work. */
export const completionWorkHandlers: Record<string, WorkHandler> = {
  [completionWork.check]: {
    run: async (work, _report, glimpse) => checkReceived(await askedBy(work), glimpse),
    giveUp: back('checking', 'received'),
  },
  [completionWork.apply]: {
    run: async (work, _report, glimpse) => {
      const outcome = await applyImport(await askedBy(work), { isInHand: true, glimpse })
      if (outcome === 'changed') throw new Refusal('earlier.changed')
    },
    giveUp: back('applying', 'checked'),
  },
  [completionWork.undo]: {
    run: async (work) => undoImport(await askedBy(work), { isInHand: true }),
    giveUp: back('undoing', 'applied'),
  },
}

/** Who waits for the work, with the roles of now: they may have ended since. */
async function askedBy({ ownerId, subjectId: importId }: Work) {
  const actor: Actor | null | undefined = ownerId === null ? systemActor : await readActor(ownerId)
  const organisationId = await selectOrganisationOf(importId)
  if (!actor) throw new Refusal('forbidden')
  if (!organisationId) throw new Refusal('not-found')
  return { actor, organisationId, importId }
}

function back(from: ImportStatus, to: ImportStatus) {
  return ({ subjectId }: Work): Promise<void> =>
    inTransaction(systemActor, (tx) => saveStatus(tx, subjectId, { from, to }))
}
