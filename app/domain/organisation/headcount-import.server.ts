import { recordAudit } from '~/domain/audit/audit.server.ts'
import { systemActor, type Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { today } from '~/kernel/dates.ts'
import { isId, newId } from '~/kernel/ids.ts'
import { mayAnywhere, reachOf } from '~/kernel/permission.ts'
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
import {
  deleteHeadcountFilesBefore,
  insertHeadcountImport,
  saveHeadcountImport,
  saveHeadcountRows,
  selectHeadcountImport,
  selectHeadcountImportForChange,
  selectInForce,
  selectNamedOrganisations,
  selectUnitsOf,
} from './headcount-import.db.server.ts'
import {
  countHeadcounts,
  judgeHeadcounts,
  organisationFinder,
  readHeadcount,
  writesAnything,
  type HeadcountFileRow,
  type HeadcountImportSummary,
  type JudgedHeadcount,
  type ReadHeadcount,
} from './headcount-import.ts'
import { readOrganisation, type OrganisationView } from './organisation.server.ts'
import { unitFinder, type FindUnit } from './unit-finder.ts'

/** The kinds of work that a file of headcounts is (workers/subscribers.server.ts). */
export const headcountWork = {
  check: 'headcounts-check',
  apply: 'headcounts-apply',
  undo: 'headcounts-undo',
} as const

/**
 * Whether the actor may bring headcounts by file, for one organisation or for several.
 * @param organisationId null for several
 * @returns the organisation, null for several
 * @throws Refusal not-found, forbidden
 */
export async function readFileScope(
  actor: Actor,
  organisationId: string | null,
): Promise<OrganisationView | null> {
  if (organisationId !== null) return readOrganisation(actor, 'headcount:declare', organisationId)
  if (!mayAnywhere(actor, 'headcount:declare')) throw new Refusal('forbidden')
  return null
}

/**
 * Takes a file of headcounts in and has it tried: a job that keeps for a day what applying it would do, and adds
 * nothing yet.
 * @returns the import's id
 * @throws Refusal not-found, forbidden
 */
export async function checkHeadcounts(input: {
  actor: Actor
  organisationId: string | null
  file: { name: string; sha256: string }
  rows: HeadcountFileRow[]
}): Promise<string> {
  const { actor, organisationId, file, rows } = input
  await readFileScope(actor, organisationId)
  const id = newId()
  await inTransaction(actor, async (tx) => {
    const workId = await startWork(tx, {
      kind: headcountWork.check,
      subjectId: id,
      ownerId: actor.personId,
      total: rows.length,
    })
    const { name: fileName, sha256 } = file
    await insertHeadcountImport(tx, {
      ...{ id, organisationId, fileName, sha256, workId },
      counts: countHeadcounts([]),
      checkedAt: now(),
      broughtBy: actor.personId,
    })
    const waiting = rows.map(({ rowNumber }) => ({ rowNumber, outcome: 'waiting' as const }))
    await saveHeadcountRows(tx, id, rows, waiting)
    await auditFile(tx, actor, { id, organisationId }, 'received', { rows: rows.length })
  })
  return id
}

/** What each row would do, now and as far as the actor reaches. */
export async function judgeFile(
  tx: Tx,
  asked: { actor: Actor; organisationId: string | null; rows: readonly HeadcountFileRow[] },
): Promise<JudgedHeadcount[]> {
  const { actor, organisationId, rows } = asked
  const known = await selectNamedOrganisations(tx, reachOf(actor, 'headcount:declare'), today())
  const only = known.find(({ id }) => id === organisationId) ?? null
  if (organisationId !== null && !only) throw new Refusal('forbidden')
  const findOrganisation = organisationFinder(known, only)
  const named = rows.flatMap(({ given }) => {
    const found = given ? findOrganisation(given.organisation) : null
    return found && 'organisation' in found ? [found.organisation.id] : []
  })
  const findUnit = await unitFinders(tx, [...new Set(named)])
  const reading = { findOrganisation, findUnit, today: today() }
  const read = rows.map((row) => readHeadcount(row, reading))
  const readable = read.filter((row): row is ReadHeadcount => !('reason' in row))
  return judgeHeadcounts(read, await selectInForce(tx, readable))
}

async function unitFinders(tx: Tx, organisationIds: string[]): Promise<(id: string) => FindUnit> {
  const units = await selectUnitsOf(tx, organisationIds, today())
  const byOrganisation = new Map<string, typeof units>()
  for (const unit of units) {
    const others = byOrganisation.get(unit.organisationId)
    if (others) others.push(unit)
    else byOrganisation.set(unit.organisationId, [unit])
  }
  const finders = new Map<string, FindUnit>()
  return (id) => {
    const finder = finders.get(id) ?? unitFinder(byOrganisation.get(id) ?? [])
    finders.set(id, finder)
    return finder
  }
}

export interface HeadcountImportAsked {
  actor: Actor
  importId: string
}

/**
 * Has a tried file applied: a job that does all of it or nothing.
 * @throws Refusal not-found, forbidden, file.busy, file.not-checked, file.check-too-old, file.nothing-new
 */
export async function applyHeadcounts(asked: HeadcountImportAsked): Promise<void> {
  await startOn(asked, 'apply', 'applying', (found) => {
    requireAppliable(found, now())
    if (!writesAnything(found.counts)) throw new Refusal('file.nothing-new')
  })
}

/**
 * Has an applied file undone, within a day: a job.
 * @throws Refusal not-found, forbidden, file.busy, file.not-applied, file.undo-too-late
 */
export async function undoHeadcounts(asked: HeadcountImportAsked): Promise<void> {
  await startOn(asked, 'undo', 'undoing', (found) => requireUndoable(found, now()))
}

async function startOn(
  asked: HeadcountImportAsked,
  kind: 'apply' | 'undo',
  status: TriedFileStatus,
  check: (found: HeadcountImportSummary) => void,
): Promise<void> {
  const { actor, importId } = asked
  await headcountImportInReach(asked)
  await inTransaction(actor, async (tx) => {
    const found = await selectHeadcountImportForChange(tx, importId)
    if (!found) throw new Refusal('not-found')
    if (isUnderWay(found.status)) throw new Refusal('file.busy')
    check(found)
    const { counts } = found
    const workId = await startWork(tx, {
      kind: headcountWork[kind],
      subjectId: importId,
      ownerId: actor.personId,
      total: counts.new + counts.changed,
    })
    await saveHeadcountImport(tx, importId, { status, workId, isRecounted: false })
    await auditFile(tx, actor, found, `${kind}-asked`)
  })
}

/**
 * A file that the actor may see: one about an organisation where the actor declares headcounts, or about several
 * and the actor's own.
 * @throws Refusal not-found, forbidden
 */
export async function headcountImportInReach({ actor, importId }: HeadcountImportAsked): Promise<{
  found: HeadcountImportSummary
  organisation: OrganisationView | null
}> {
  const found = isId(importId) ? await selectHeadcountImport(importId) : undefined
  if (!found) throw new Refusal('not-found')
  const organisation = await readFileScope(actor, found.organisationId)
  const isOwn = actor.kind === 'system' || found.broughtBy === actor.personId
  if (!organisation && !isOwn) throw new Refusal('forbidden')
  return { found, organisation }
}

/** What was done with a file. */
export async function auditFile(
  tx: Tx,
  actor: Actor,
  { id, organisationId }: Pick<HeadcountImportSummary, 'id' | 'organisationId'>,
  what: string,
  detail: Record<string, number> = {},
): Promise<void> {
  const action = `headcount-import.${what}`
  const where = organisationId === null ? {} : { organisationId }
  await recordAudit(tx, actor, { action, subjectId: id, ...where, detail })
}

/**
 * Throws away files that nobody applied within a day, and the rows of others once they cannot be undone.
 * @returns how many were never applied
 */
export async function forgetHeadcountFiles(): Promise<number> {
  return inTransaction(systemActor, async (tx) => {
    const files = await deleteHeadcountFilesBefore(tx, oldestKept(now()))
    if (files > 0) {
      await recordAudit(tx, systemActor, {
        action: 'headcount-import.forgotten',
        detail: { files },
      })
    }
    return files
  })
}
