import { recordAudit } from '~/domain/audit/audit.server.ts'
import {
  forgetEmployerNumbers,
  keepEmployerNumbers,
} from '~/domain/identity/affiliation-number.server.ts'
import { readOrganisation } from '~/domain/organisation/organisation.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { newId } from '~/kernel/ids.ts'
import { invariant } from '~/kernel/invariant.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { isUnderWay } from '~/kernel/tried-file.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { emit } from '~/platform/events.server.ts'
import { startWork, type Glimpse } from '~/platform/long-work.server.ts'
import {
  deleteChecksBefore,
  holdApplying,
  saveApplied,
  saveRows,
  saveStatus,
  saveUndone,
  selectKeptRows,
  selectNumbered,
  type ImportRow,
  type KeptRow,
} from './completion-import.db.server.ts'
import {
  completionWork,
  fileRowOf,
  importToChange,
  judge,
  keptOf,
  longest,
  type ChangeImport,
} from './completion-check.server.ts'
import { completionsImported } from './completion-import.events.ts'
import {
  oldestCheck,
  requireAppliable,
  requireUndoable,
  toldNumbersOf,
  type JudgedRow,
} from './completion-import.ts'
import { selectKnownContent } from './completion-match.db.server.ts'
import { deleteImportedCompletions, insertImportedCompletions } from './completion.db.server.ts'

/**
 * Has a checked file's completions added: a job that does all of it or nothing.
 * @throws Refusal not-found, forbidden, file.busy, earlier.not-checked, earlier.check-too-old
 */
export async function startApplying(input: ChangeImport): Promise<void> {
  await startOn(input, 'apply', (found) => requireAppliable(found, now()))
}

/**
 * Has what an import added taken back, within a day: a job.
 * @throws Refusal not-found, forbidden, file.busy, earlier.not-applied, earlier.undo-too-late
 */
export async function startUndoing(input: ChangeImport): Promise<void> {
  await startOn(input, 'undo', (found) => requireUndoable(found, now()))
}

async function startOn(
  input: ChangeImport,
  kind: 'apply' | 'undo',
  check: (found: ImportRow) => void,
): Promise<void> {
  const { actor, organisationId, importId } = input
  await readOrganisation(actor, 'completion:import', organisationId)
  await inTransaction(actor, async (tx) => {
    const found = await importToChange(tx, input)
    if (isUnderWay(found.status)) throw new Refusal('file.busy')
    check(found)
    const to = kind === 'apply' ? 'applying' : 'undoing'
    await saveStatus(tx, importId, { from: found.status, to })
    const asked = { kind: completionWork[kind], subjectId: importId, ownerId: actor.personId }
    await startWork(tx, { ...asked, total: 0 })
    await recordAudit(tx, actor, {
      action: `completion-import.${kind}-asked`,
      subjectId: importId,
      organisationId,
    })
  })
}

interface Doing {
  /** Whether a job does it, for which the import was put aside. */
  isInHand?: boolean
  glimpse?: Glimpse
}

/**
 * Adds what a checked file gives, all of it or nothing. Where something has changed since the check
 * (somebody has left, a module has been taken), nothing is added and the file is counted anew. Who is named
 * by address and number, and had no number there, has it from now on.
 * @throws Refusal not-found, forbidden, earlier.not-checked, earlier.check-too-old, earlier.nothing-new,
 *   earlier.too-many-completions
 */
export async function applyImport(
  input: ChangeImport,
  { isInHand = false, glimpse }: Doing = {},
): Promise<'applied' | 'changed' | 'done-already'> {
  const { actor, organisationId, importId } = input
  await readOrganisation(actor, 'completion:import', organisationId)
  const known = await selectKnownContent()
  return inTransaction(
    actor,
    async (tx) => {
      await holdApplying(tx)
      const found = await importToChange(tx, input)
      // What was begun twice is done once.
      if (isInHand && found.status !== 'applying') return 'done-already'
      if (!isInHand) requireAppliable(found, now())
      const before = await selectKeptRows(tx, importId)
      const rows = before.map(fileRowOf)
      const judged = await judge(tx, organisationId, known, rows)
      const after = keptOf(rows, judged)
      if (after.some((row, index) => differs(row, before[index]))) {
        await saveRows(tx, importId, after)
        await saveStatus(tx, importId, { from: 'applying', to: 'checked' })
        return 'changed'
      }
      const count = await addCompletions(tx, importId, judged, glimpse)
      const told = { organisationId, toldBy: importId, numbers: toldNumbersOf(judged) }
      await saveApplied(tx, importId, now(), await keepEmployerNumbers(tx, actor, told))
      await recordAudit(tx, actor, {
        action: 'completion.imported',
        subjectId: importId,
        organisationId,
        detail: { count },
      })
      await emit(tx, completionsImported({ importId, organisationId, count }))
      return 'applied'
    },
    longest,
  )
}

function differs(row: KeptRow, before: KeptRow | undefined): boolean {
  return (
    row.outcome !== before?.outcome ||
    row.reason !== before.reason ||
    row.personId !== before.personId ||
    row.moduleId !== before.moduleId ||
    row.completions !== before.completions
  )
}

/** Completions written between two words of how far it has come. */
const atOnce = 2_000

async function addCompletions(
  tx: Tx,
  importId: string,
  judged: JudgedRow[],
  glimpse?: Glimpse,
): Promise<number> {
  const completions = judged.flatMap((row) => {
    if (row.outcome !== 'new') return []
    const { personId, day, evidence, newModuleIds } = row
    return newModuleIds.map((moduleId) => ({ id: newId(), personId, moduleId, day, evidence }))
  })
  if (completions.length === 0) throw new Refusal('earlier.nothing-new')
  let count = 0
  for (let start = 0; start < completions.length; start += atOnce) {
    const some = completions.slice(start, start + atOnce)
    count += await insertImportedCompletions(tx, importId, some)
    glimpse?.(start + some.length, completions.length)
  }
  // Undoing takes back what stands under this import: more must not have been promised.
  invariant(count === completions.length, 'what was judged new is new while imports are held')
  return count
}

/**
 * Takes back what an import added, within a day of it: exactly that, where people worked then, and the
 * numbers that it told of them.
 * @throws Refusal not-found, forbidden, earlier.not-applied, earlier.undo-too-late
 */
export async function undoImport(
  input: ChangeImport,
  { isInHand = false }: Doing = {},
): Promise<void> {
  const { actor, organisationId, importId } = input
  await readOrganisation(actor, 'completion:import', organisationId)
  await inTransaction(actor, async (tx) => {
    const found = await importToChange(tx, input)
    if (isInHand && found.status !== 'undoing') return
    if (!isInHand) requireUndoable(found, now())
    const count = await deleteImportedCompletions(tx, importId)
    const affiliationIds = await selectNumbered(tx, importId)
    await forgetEmployerNumbers(tx, actor, { organisationId, toldBy: importId, affiliationIds })
    await saveUndone(tx, importId, now())
    await recordAudit(tx, actor, {
      action: 'completion-import.undone',
      subjectId: importId,
      organisationId,
      detail: { count },
    })
  })
}

/**
 * Throws away checks that nobody applied within a day, with all that they tell of people.
 * @returns how many
 */
export async function forgetOldChecks(): Promise<number> {
  return inTransaction(systemActor, async (tx) => {
    const checks = await deleteChecksBefore(tx, oldestCheck(now()))
    if (checks > 0) {
      const detail = { checks }
      await recordAudit(tx, systemActor, { action: 'completion-import.forgotten', detail })
    }
    return checks
  })
}
