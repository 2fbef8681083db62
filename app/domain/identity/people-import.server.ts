import { recordAudit } from '~/domain/audit/audit.server.ts'
import { readOrganisation } from '~/domain/organisation/organisation.server.ts'
import { systemActor, type Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { isId, newId } from '~/kernel/ids.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { Refusal } from '~/kernel/refusal.ts'
import {
  isUnderWay,
  oldestKept,
  requireAppliable,
  requireUndoable,
  type TriedFileStatus,
} from '~/kernel/tried-file.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { startWork } from '~/platform/long-work.server.ts'
import { onBehalfOf } from './delegation.db.server.ts'
import { headsToRemember, type PeopleColumns } from './people-columns.ts'
import {
  analyseRows,
  deletePeopleFilesBefore,
  deletePeopleImport,
  insertPeopleImport,
  loadReceivedRows,
  saveMapping,
  savePeopleImport,
  selectPeopleImportForChange,
} from './people-import.db.server.ts'
import { requireMeant, type PeopleImportRow, type ReceivedRow } from './people-import.ts'

/** The kinds of work that a file of people is (workers/subscribers.server.ts). */
export const peopleWork = {
  check: 'people-check',
  apply: 'people-apply',
  undo: 'people-undo',
} as const

export interface PeopleImportAsked {
  actor: Actor
  organisationId: string
  importId: string
}

/** What a file is, as it is read: its first row, and then its rows. */
export interface PeopleFile {
  name: string
  sha256: string
  heads: string[]
  rows: AsyncIterable<ReceivedRow>
}

/**
 * Takes the rows of a file in, to be named and tried. Those in which anything looks like a personal identity
 * number come without their cells.
 * @returns the import's id
 * @throws Refusal not-found, forbidden, people.no-columns, and what reading the rows throws
 */
export async function receivePeople(
  input: { actor: Actor; organisationId: string } & PeopleFile,
): Promise<string> {
  const { actor, organisationId, name: fileName, sha256, heads } = input
  await readOrganisation(actor, 'people:import', organisationId)
  const id = newId()
  const broughtBy = actor.personId
  await insertPeopleImport({ id, organisationId, fileName, sha256, broughtAt: now(), broughtBy })
  try {
    const rowCount = await loadReceivedRows(id, withFreshIds(input.rows))
    if (rowCount === 0) throw new Refusal('table.no-rows', {}, { field: 'file' })
    await analyseRows()
    await inTransaction(actor, async (tx) => {
      await savePeopleImport(tx, id, { status: 'received', heads, rowCount })
      await audit(tx, { actor, organisationId, importId: id }, 'received', { rows: rowCount })
    })
  } catch (error) {
    await deletePeopleImport(id)
    throw error
  }
  return id
}

async function* withFreshIds(
  rows: AsyncIterable<ReceivedRow>,
): AsyncGenerator<[...ReceivedRow, string, string]> {
  for await (const row of rows) yield [...row, newId(), newId()]
}

/** What a person says of a file before it is tried. */
export interface FileSaid {
  columns: PeopleColumns
  isComplete: boolean
  defaultGroup: ProfessionGroup | null
  /** What words of the file mean, by the folded word. */
  professions: Record<string, ProfessionGroup>
}

/**
 * Says what the file's columns hold, which is remembered, and has it tried: a job that adds nothing yet.
 * @throws Refusal not-found, forbidden, file.busy, file.not-checked, people.column-missing
 */
export async function tryPeople(input: PeopleImportAsked & { said: FileSaid }): Promise<void> {
  const { columns, isComplete, defaultGroup, professions } = input.said
  if (columns.email === undefined && columns.employerNumber === undefined) {
    throw new Refusal('people.column-missing', {}, { field: 'column-0' })
  }
  await startOn(input, 'check', 'checking', async (tx, found) => {
    if (found.status !== 'received' && found.status !== 'checked') refuseStatus(found)
    await saveMapping(tx, {
      organisationId: found.organisationId,
      mapping: { columns: headsToRemember(found.heads, columns), professions },
      keptAt: now(),
      keptBy: input.actor.personId,
    })
    return { columns, isComplete, defaultGroup, isRecounted: false }
  })
}

/**
 * Has a tried file applied: a job that does all of it or nothing.
 * @param confirmedEnds how many endings the actor has confirmed; needed where they are many
 * @throws Refusal not-found, forbidden, file.busy, file.not-checked, file.check-too-old,
 *   file.nothing-new, people.ends-not-confirmed
 */
export async function applyPeople(
  input: PeopleImportAsked & { confirmedEnds: number | null },
): Promise<void> {
  await startOn(input, 'apply', 'applying', (_, found) => {
    requireAppliable(found, now())
    if (found.counts) requireMeant(found.counts, input.confirmedEnds)
    return Promise.resolve({ appliedBy: input.actor.personId, isRecounted: false })
  })
}

/**
 * Has an applied file undone, within a day: a job.
 * @throws Refusal not-found, forbidden, file.busy, file.not-applied, file.undo-too-late
 */
export async function undoPeople(input: PeopleImportAsked): Promise<void> {
  await startOn(input, 'undo', 'undoing', (_, found) => {
    requireUndoable(found, now())
    return Promise.resolve({})
  })
}

type Change = Parameters<typeof savePeopleImport>[2]

async function startOn(
  input: PeopleImportAsked,
  kind: keyof typeof peopleWork,
  status: TriedFileStatus,
  prepare: (tx: Tx, found: PeopleImportRow) => Promise<Change>,
): Promise<void> {
  const { actor, organisationId, importId } = input
  await readOrganisation(actor, 'people:import', organisationId)
  await inTransaction(actor, async (tx) => {
    const found = isId(importId) ? await selectPeopleImportForChange(tx, importId) : undefined
    if (found?.organisationId !== organisationId) throw new Refusal('not-found')
    if (isUnderWay(found.status)) throw new Refusal('file.busy')
    const change = await prepare(tx, found)
    const workId = await startWork(tx, {
      kind: peopleWork[kind],
      subjectId: importId,
      ownerId: actor.personId,
      total: found.rowCount,
    })
    await savePeopleImport(tx, importId, { ...change, status, workId })
    await audit(tx, input, `${kind}-asked`)
  })
}

function refuseStatus({ status }: PeopleImportRow): never {
  throw new Refusal(status === 'applied' ? 'file.applied-already' : 'file.undone-already')
}

/** What was done with a file, and where a delegate did it, for whom. */
export async function audit(
  tx: Tx,
  { actor, organisationId, importId }: PeopleImportAsked,
  what: string,
  detail: Record<string, number> = {},
): Promise<void> {
  const delegation = await onBehalfOf(tx, actor, organisationId)
  await recordAudit(tx, actor, {
    action: `people-import.${what}`,
    subjectId: importId,
    organisationId,
    detail: { ...detail, ...delegation },
  })
}

/**
 * Throws away files that nobody applied within a day, and what others hold of people once they can no longer
 * be undone.
 * @returns how many were never applied
 */
export async function forgetPeopleFiles(): Promise<number> {
  return inTransaction(systemActor, async (tx) => {
    const files = await deletePeopleFilesBefore(tx, oldestKept(now()))
    if (files > 0) {
      await recordAudit(tx, systemActor, { action: 'people-import.forgotten', detail: { files } })
    }
    return files
  })
}
