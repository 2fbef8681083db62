import { recordAudit } from '~/domain/audit/audit.server.ts'
import { readOrganisation } from '~/domain/organisation/organisation.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { today } from '~/kernel/dates.ts'
import { isId, newId } from '~/kernel/ids.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { startWork, type Glimpse } from '~/platform/long-work.server.ts'
import {
  insertImport,
  saveChecked,
  saveRows,
  selectImportForChange,
  selectKeptRows,
  type ImportRow,
  type KeptRow,
} from './completion-import.db.server.ts'
import {
  judgeRows,
  moduleFinder,
  mostCompletions,
  readRow,
  type FileRow,
  type JudgedRow,
  type KnownContent,
} from './completion-import.ts'
import { selectHeld, selectKnownContent, selectPersonsByRow } from './completion-match.db.server.ts'

/** The kinds of work that a file of completions is (workers/subscribers.server.ts). */
export const completionWork = {
  check: 'completions-check',
  apply: 'completions-apply',
  undo: 'completions-undo',
} as const

/** What writes a whole file may take this long before it is rolled back. */
export const longest = { seconds: 600 }

interface ReceiveCompletions {
  actor: Actor
  organisationId: string
  file: { name: string; sha256: string }
  rows: FileRow[]
}

/** An import that somebody wants to change. */
export interface ChangeImport {
  actor: Actor
  organisationId: string
  importId: string
}

/**
 * Takes a file of earlier and outside completions in, and has it tried: a job that keeps for a day what applying it
 * would do, and adds nothing yet.
 * @returns the import's id
 * @throws Refusal not-found, forbidden
 */
export async function receiveCompletions(input: ReceiveCompletions): Promise<string> {
  const { actor, rows } = input
  return receive(input, async (tx, importId) => {
    const asked = { kind: completionWork.check, subjectId: importId, ownerId: actor.personId }
    await startWork(tx, { ...asked, total: rows.length })
  })
}

/**
 * The same at once, for a file that nobody waits for.
 * @throws Refusal not-found, forbidden, earlier.too-many-completions
 */
export async function checkCompletions(input: ReceiveCompletions): Promise<string> {
  const known = await selectKnownContent()
  return receive(input, (tx, importId) => checkWithin(tx, { ...input, importId, known }))
}

async function receive(
  { actor, organisationId, file, rows }: ReceiveCompletions,
  alongside: (tx: Tx, importId: string) => Promise<void>,
): Promise<string> {
  await readOrganisation(actor, 'completion:import', organisationId)
  const id = newId()
  await inTransaction(actor, async (tx) => {
    const checked = { checkedAt: now(), checkedBy: actor.personId }
    const { name: fileName, sha256 } = file
    await insertImport(tx, { id, organisationId, fileName, sha256, ...checked })
    await saveRows(tx, id, rows.map(waitingOf))
    await alongside(tx, id)
  })
  return id
}

const nothing = { personId: null, moduleId: null, day: null, evidence: null }

const waitingOf = (row: FileRow): KeptRow => ({
  rowNumber: row.rowNumber,
  outcome: 'waiting',
  reason: null,
  completions: 0,
  given: 'withheld' in row ? null : row,
  ...nothing,
})

/** A row as the file had it, of what is kept. */
export const fileRowOf = ({ rowNumber, given }: KeptRow): FileRow =>
  given ?? { rowNumber, withheld: 'personal-number' }

/**
 * Tries a file that has been received; one that has been tried stays as it is.
 * @throws Refusal not-found, forbidden, earlier.too-many-completions
 */
export async function checkReceived(input: ChangeImport, glimpse?: Glimpse): Promise<void> {
  const { actor, organisationId } = input
  await readOrganisation(actor, 'completion:import', organisationId)
  const known = await selectKnownContent()
  await inTransaction(actor, (tx) => checkWithin(tx, { ...input, known, glimpse }), longest)
}

async function checkWithin(
  tx: Tx,
  input: ChangeImport & { known: KnownContent; glimpse?: Glimpse },
): Promise<void> {
  const { actor, organisationId, importId, known, glimpse } = input
  const found = await importToChange(tx, input)
  if (found.status !== 'checking') return
  const rows = (await selectKeptRows(tx, importId)).map(fileRowOf)
  const kept = keptOf(rows, await judge(tx, organisationId, known, rows))
  await saveRows(tx, importId, kept, (count) => glimpse?.(count, rows.length))
  await saveChecked(tx, importId, now())
  await recordAudit(tx, actor, {
    action: 'completion-import.checked',
    subjectId: importId,
    organisationId,
    detail: { rows: rows.length },
  })
}

/**
 * What each row would do, now and in this organisation.
 * @throws Refusal earlier.too-many-completions
 */
export async function judge(
  tx: Tx,
  organisationId: string,
  known: KnownContent,
  rows: FileRow[],
): Promise<JudgedRow[]> {
  const findModules = moduleFinder(known)
  const read = rows.map((row) => readRow(row, findModules, today()))
  const readable = read.filter((row) => 'moduleIds' in row)
  requireFewEnough(readable)
  const found = await selectPersonsByRow(
    tx,
    organisationId,
    readable.map(({ rowNumber, email, employerNumber, day }) => ({
      rowNumber,
      email,
      employerNumber,
      day,
    })),
    today(),
  )
  const wanted = readable.flatMap(({ rowNumber, moduleIds, day }) => {
    const { byAddress = [], byNumber = [] } = found.get(rowNumber) ?? {}
    const persons = [...new Set([...byAddress, ...byNumber])]
    return persons.flatMap((personId) => moduleIds.map((moduleId) => ({ personId, moduleId, day })))
  })
  return judgeRows(read, found, await selectHeld(tx, wanted))
}

function requireFewEnough(rows: { moduleIds: string[] }[]): void {
  const told = rows.reduce((sum, { moduleIds }) => sum + moduleIds.length, 0)
  if (told <= mostCompletions) return
  throw new Refusal('earlier.too-many-completions', { limit: mostCompletions }, { field: 'file' })
}

/** The rows as they are kept, with what each would do. */
export function keptOf(rows: FileRow[], judged: JudgedRow[]): KeptRow[] {
  return judged.map((row, index) => {
    const source = rows[index]
    const given = source && !('withheld' in source) ? source : null
    const { rowNumber, outcome } = row
    if (row.outcome === 'refused') {
      return { rowNumber, outcome, reason: row.reason, completions: 0, given, ...nothing }
    }
    const { personId, day, evidence, moduleIds, newModuleIds } = row
    // A course stands for several modules: which they were, the completions themselves tell.
    const moduleId = moduleIds.length === 1 ? moduleIds[0]! : null
    const about = { personId, moduleId, day, evidence }
    return { rowNumber, outcome, reason: null, completions: newModuleIds.length, given, ...about }
  })
}

/** @throws Refusal not-found */
export async function importToChange(
  tx: Tx,
  { importId, organisationId }: ChangeImport,
): Promise<ImportRow> {
  const found = isId(importId) ? await selectImportForChange(tx, importId, organisationId) : null
  if (!found) throw new Refusal('not-found')
  return found
}
