import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { ReceivedRow } from '~/domain/identity/people-import.ts'
import {
  isUnderWay,
  oldestKept,
  requireAppliable,
  requireUndoable,
  type TriedFileStatus,
} from '~/kernel/tried-file.ts'
import { systemActor, type PersonActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { isId, newId } from '~/kernel/ids.ts'
import { mayAnywhere } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { startWork } from '~/platform/long-work.server.ts'
import { columnName } from '~/domain/identity/people-import.schema.ts'
import { neededFields, type ActivityColumns } from './activity-columns.ts'
import {
  deleteActivityFilesBefore,
  deleteActivityImport,
  holdActivityImport,
  insertActivityImport,
  loadActivityRows,
  saveActivityImport,
  type ActivityImportSaved,
} from './activity-import.db.server.ts'
import { requireChanges, type ActivityFileSaid, type ActivityImportRow } from './activity-import.ts'

/** The kinds of work that a file of activities is (workers/subscribers.server.ts). */
export const activityWork = {
  check: 'activities-check',
  apply: 'activities-apply',
  undo: 'activities-undo',
} as const

export interface ActivityImportAsked {
  actor: PersonActor
  importId: string
}

/** What a file is, as it is read: its first row, and then its rows. */
export interface ActivityFile {
  name: string
  sha256: string
  heads: string[]
  rows: AsyncIterable<ReceivedRow>
}

/** @throws Refusal forbidden where somebody may change no activity at all */
export function requireBringer(actor: PersonActor): void {
  if (!mayAnywhere(actor, 'activity:manage')) throw new Refusal('forbidden')
}

/** A file is its bringer's, and nobody else's. @throws Refusal not-found, forbidden */
export function requireOwn(
  actor: PersonActor,
  found: ActivityImportRow | undefined,
): ActivityImportRow {
  if (!found) throw new Refusal('not-found')
  if (found.broughtBy !== actor.personId) throw new Refusal('forbidden')
  return found
}

/**
 * Takes the rows of a file of activities in, to be named and tried. It is its bringer's alone.
 * @returns the import's id
 * @throws Refusal forbidden, table.no-rows, and what reading the rows throws
 */
export async function receiveActivities(
  input: { actor: PersonActor } & ActivityFile,
): Promise<string> {
  const { actor, name: fileName, sha256, heads, rows } = input
  requireBringer(actor)
  const id = newId()
  const broughtBy = actor.personId
  await insertActivityImport({ id, fileName, sha256, broughtAt: now(), broughtBy })
  try {
    const rowCount = await loadActivityRows(id, withIds(rows))
    if (rowCount === 0) throw new Refusal('table.no-rows', {}, { field: 'file' })
    await inTransaction(actor, async (tx) => {
      await saveActivityImport(tx, id, { status: 'received', heads, rowCount })
      await auditFile(tx, { actor, importId: id }, 'received', { rows: rowCount })
    })
  } catch (error) {
    await deleteActivityImport(id)
    throw error
  }
  return id
}

async function* withIds(
  rows: AsyncIterable<ReceivedRow>,
): AsyncGenerator<[...ReceivedRow, freshId: string]> {
  for await (const row of rows) yield [...row, newId()]
}

/**
 * Says what the file's columns hold, and has it tried: a job that adds nothing yet.
 * @throws Refusal not-found, forbidden, file.busy, file.not-checked, activity-file.column-missing
 */
export async function tryActivities(
  input: ActivityImportAsked & { said: ActivityFileSaid },
): Promise<void> {
  await startOn(input, 'check', 'checking', (found) => {
    requireColumns(input.said.columns)
    if (found.status === 'applied') throw new Refusal('file.applied-already')
    if (found.status === 'undone') throw new Refusal('file.undone-already')
    return { said: input.said, isRecounted: false }
  })
}

function requireColumns(columns: ActivityColumns): void {
  if (neededFields.some((field) => columns[field] === undefined)) {
    throw new Refusal('activity-file.column-missing', {}, { field: columnName(0) })
  }
}

/**
 * Has a tried file applied: a job that does all of it or nothing.
 * @throws Refusal not-found, forbidden, file.busy, file.not-checked, file.check-too-old, file.nothing-new
 */
export async function applyActivities(input: ActivityImportAsked): Promise<void> {
  await startOn(input, 'apply', 'applying', (found) => {
    requireAppliable(found, now())
    requireChanges(found.counts)
    return { isRecounted: false }
  })
}

/**
 * Has an applied file undone, within a day: a job.
 * @throws Refusal not-found, forbidden, file.busy, file.not-applied, file.undo-too-late
 */
export async function undoActivities(input: ActivityImportAsked): Promise<void> {
  await startOn(input, 'undo', 'undoing', (found) => {
    requireUndoable(found, now())
    return {}
  })
}

async function startOn(
  input: ActivityImportAsked,
  kind: keyof typeof activityWork,
  status: TriedFileStatus,
  prepare: (found: ActivityImportRow) => Partial<ActivityImportSaved>,
): Promise<void> {
  const { actor, importId } = input
  requireBringer(actor)
  await inTransaction(actor, async (tx) => {
    const found = requireOwn(
      actor,
      isId(importId) ? await holdActivityImport(tx, importId) : undefined,
    )
    if (isUnderWay(found.status)) throw new Refusal('file.busy')
    const change = prepare(found)
    const workId = await startWork(tx, {
      kind: activityWork[kind],
      subjectId: importId,
      ownerId: actor.personId,
      total: found.rowCount,
    })
    await saveActivityImport(tx, importId, { ...change, status, workId })
    await auditFile(tx, input, `${kind}-asked`)
  })
}

/** What was done with a file. */
export async function auditFile(
  tx: Tx,
  { actor, importId }: ActivityImportAsked,
  what: string,
  detail: Record<string, number> = {},
): Promise<void> {
  const action = `activity-import.${what}`
  await recordAudit(tx, actor, { action, subjectId: importId, detail })
}

/**
 * Throws away files that nobody applied within a day, and what others hold once they can no longer be undone.
 * @returns how many were never applied
 */
export async function forgetActivityFiles(): Promise<number> {
  return inTransaction(systemActor, async (tx) => {
    const files = await deleteActivityFilesBefore(tx, oldestKept(now()))
    if (files > 0) {
      await recordAudit(tx, systemActor, { action: 'activity-import.forgotten', detail: { files } })
    }
    return files
  })
}
