import { systemActor, type Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { reachOf } from '~/kernel/permission.ts'
import { today } from '~/kernel/dates.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { TriedFileStatus } from '~/kernel/tried-file.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import type { Glimpse, Work, WorkHandler } from '~/platform/long-work.server.ts'
import {
  deleteHeadcountsOf,
  holdHeadcounts,
  saveHeadcountImport,
  saveHeadcountRows,
  selectHeadcountImportForChange,
  selectKeptHeadcounts,
  selectNamedOrganisations,
  selectOrganisationsTold,
  type KeptHeadcount,
} from './headcount-import.db.server.ts'
import {
  auditFile,
  headcountImportInReach,
  headcountWork,
  judgeFile,
} from './headcount-import.server.ts'
import { countHeadcounts, type JudgedHeadcount } from './headcount-import.ts'
import { insertHeadcounts } from './organisation.db.server.ts'

/** What writes twenty thousand numbers may take this long before it is rolled back. */
const longest = { seconds: 600 }

/** Numbers written between two words of how far it has come. */
const atOnce = 500

type ReadActor = (personId: string) => Promise<Actor | null | undefined>

/**
 * What is done with files of headcounts while somebody waits, by kind of work.
 * @param readActor who waits, with the roles of now: a role may have ended since
 */
export function headcountWorkHandlers(readActor: ReadActor): Record<string, WorkHandler> {
  const actorOf = async ({ ownerId }: Work): Promise<Actor> => {
    const actor = ownerId === null ? systemActor : await readActor(ownerId)
    if (!actor) throw new Refusal('forbidden')
    return actor
  }
  return {
    [headcountWork.check]: {
      run: async (work, _, glimpse) => checkFile(work.subjectId, await actorOf(work), glimpse),
      giveUp: back('checking', 'received'),
    },
    [headcountWork.apply]: {
      run: async (work, _, glimpse) => applyFile(work.subjectId, await actorOf(work), glimpse),
      giveUp: back('applying', 'checked'),
    },
    [headcountWork.undo]: {
      run: async (work) => undoFile(work.subjectId, await actorOf(work)),
      giveUp: back('undoing', 'applied'),
    },
  }
}

function back(from: TriedFileStatus, to: TriedFileStatus) {
  return async ({ subjectId }: Work): Promise<void> => {
    await inTransaction(systemActor, async (tx) => {
      if (await inHand(tx, subjectId, from)) {
        await saveHeadcountImport(tx, subjectId, { status: to })
      }
    })
  }
}

/** The file, where the work is still to be done: what was begun twice is done once. */
async function inHand(tx: Tx, id: string, status: TriedFileStatus) {
  const found = await selectHeadcountImportForChange(tx, id)
  return found?.status === status ? found : undefined
}

async function checkFile(importId: string, actor: Actor, glimpse: Glimpse): Promise<void> {
  await headcountImportInReach({ actor, importId })
  await inTransaction(
    actor,
    async (tx) => {
      const found = await inHand(tx, importId, 'checking')
      if (!found) return
      const rows = await selectKeptHeadcounts(tx, importId)
      const { organisationId } = found
      const judged = await judgeFile(tx, { actor, organisationId, rows })
      await saveHeadcountRows(tx, importId, rows, judged, (count) => glimpse(count, rows.length))
      const counts = countHeadcounts(judged)
      await saveHeadcountImport(tx, importId, { status: 'checked', counts, checkedAt: now() })
      await auditFile(tx, actor, found, 'checked', { rows: rows.length })
    },
    longest,
  )
}

async function applyFile(importId: string, actor: Actor, glimpse: Glimpse): Promise<void> {
  await headcountImportInReach({ actor, importId })
  await inTransaction(
    actor,
    async (tx) => {
      await holdHeadcounts(tx)
      const found = await inHand(tx, importId, 'applying')
      if (!found) return
      const before = await selectKeptHeadcounts(tx, importId)
      const { organisationId } = found
      const judged = await judgeFile(tx, { actor, organisationId, rows: before })
      const counts = countHeadcounts(judged)
      if (judged.some((row, index) => isOther(row, before[index]))) {
        await saveHeadcountRows(tx, importId, before, judged)
        const checked = { counts, checkedAt: now(), isRecounted: true }
        await saveHeadcountImport(tx, importId, { status: 'checked', ...checked })
        return
      }
      await writeNumbers(tx, { actor, importId, judged, glimpse })
      await saveHeadcountImport(tx, importId, { status: 'applied', appliedAt: now() })
      await auditFile(tx, actor, found, 'applied', { ...counts })
    },
    longest,
  )
}

/** Whether a row does something else than when the file was tried. */
function isOther(row: JudgedHeadcount, before: KeptHeadcount | undefined): boolean {
  if (row.outcome !== before?.outcome) return true
  if (row.outcome === 'refused') return row.reason !== before.reason
  return (
    row.unitId !== before.unitId ||
    row.before?.headcount !== before.before?.headcount ||
    row.before?.asOf !== before.before?.asOf ||
    row.before?.source !== before.before?.source
  )
}

async function writeNumbers(
  tx: Tx,
  writing: {
    actor: Actor
    importId: string
    judged: readonly JudgedHeadcount[]
    glimpse: Glimpse
  },
): Promise<void> {
  const { actor, importId, judged, glimpse } = writing
  const recorded = { recordedAt: now(), recordedBy: actor.personId, importId }
  const written = judged.flatMap((row) => {
    if (row.outcome !== 'new' && row.outcome !== 'changed') return []
    const { organisationId, unitId, professionGroup, headcount, asOf, source } = row
    return [{ organisationId, unitId, professionGroup, headcount, asOf, source }]
  })
  const numbers = written.map(({ organisationId: _, ...number }) => ({ ...number, ...recorded }))
  for (let start = 0; start < numbers.length; start += atOnce) {
    await insertHeadcounts(tx, numbers.slice(start, start + atOnce))
    glimpse(Math.min(start + atOnce, numbers.length), numbers.length)
  }
  await auditNumbers(tx, actor, importId, written)
}

/** Each organisation's own trail tells that numbers of it were declared. */
async function auditNumbers(
  tx: Tx,
  actor: Actor,
  importId: string,
  written: readonly { organisationId: string }[],
): Promise<void> {
  const numbers = new Map<string, number>()
  for (const { organisationId } of written) {
    numbers.set(organisationId, (numbers.get(organisationId) ?? 0) + 1)
  }
  for (const [organisationId, count] of numbers) {
    const where = { id: importId, organisationId }
    await auditFile(tx, actor, where, 'declared', { numbers: count })
  }
}

async function undoFile(importId: string, actor: Actor): Promise<void> {
  await headcountImportInReach({ actor, importId })
  await inTransaction(
    actor,
    async (tx) => {
      await holdHeadcounts(tx)
      const found = await inHand(tx, importId, 'undoing')
      if (!found) return
      await requireAllInReach(tx, actor, importId)
      const numbers = await deleteHeadcountsOf(tx, importId)
      await saveHeadcountImport(tx, importId, { status: 'undone', undoneAt: now() })
      await auditFile(tx, actor, found, 'undone', { numbers })
    },
    longest,
  )
}

/** @throws Refusal forbidden where the file told of an organisation that the actor no longer reaches */
async function requireAllInReach(tx: Tx, actor: Actor, importId: string): Promise<void> {
  const known = await selectNamedOrganisations(tx, reachOf(actor, 'headcount:declare'), today())
  const mine = new Set(known.map(({ id }) => id))
  const told = await selectOrganisationsTold(tx, importId, today())
  if (!told.every((id) => mine.has(id))) throw new Refusal('forbidden')
}
