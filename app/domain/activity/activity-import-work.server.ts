import { createHash } from 'node:crypto'
import { recordAudits } from '~/domain/audit/audit.server.ts'
import { readActor } from '~/domain/identity/actor.server.ts'
import type { TriedFileStatus } from '~/kernel/tried-file.ts'
import { listCounties, listMunicipalities } from '~/domain/place/place.server.ts'
import { systemActor, type PersonActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { today } from '~/kernel/dates.ts'
import { invariant } from '~/kernel/invariant.ts'
import { may } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import type { Glimpse, Report, Work, WorkHandler } from '~/platform/long-work.server.ts'
import {
  deleteUsedActivityRows,
  holdActivityFiles,
  holdActivityImport,
  saveActivityImport,
  saveJudgedRows,
  selectActivityImport,
  selectActivityRowsHeld,
} from './activity-import.db.server.ts'
import { activityWork, auditFile, requireBringer } from './activity-import.server.ts'
import { countActivities, type ActivityImportRow } from './activity-import.ts'
import { addActivities, changeActivities, unmergeActivities } from './activity-merge.db.server.ts'
import { activityKey, readActivityRow, type ActivityReading } from './activity-row.ts'
import { withCodes } from './activity.server.ts'
import {
  selectNamedOrganisations,
  selectPlannedOn,
  selectStored,
} from './activity-stored.db.server.ts'
import { homeOf, placeOfHome } from './activity.ts'
import {
  judgeActivities,
  plannedKey,
  type JudgedRow,
  type ReadRow,
  type StoredActivity,
} from './judge-activities.ts'
import { placeFinder, type PlaceFinder } from './named-places.ts'
import { organiserFinder } from './named-organisers.ts'

/** What writes a whole file may take this long before it is rolled back. */
const longest = { seconds: 600 }

/** What is done with files of activities while somebody waits, by kind of work. */
export const activityWorkHandlers: Record<string, WorkHandler> = {
  [activityWork.check]: { run: checkFile, giveUp: back('checking', 'received') },
  [activityWork.apply]: { run: applyFile, giveUp: back('applying', 'checked') },
  [activityWork.undo]: { run: undoFile, giveUp: back('undoing', 'applied') },
}

function back(from: TriedFileStatus, to: TriedFileStatus) {
  return async ({ subjectId }: Work): Promise<void> => {
    await inTransaction(systemActor, async (tx) => {
      const found = await holdActivityImport(tx, subjectId)
      if (found?.status === from) await saveActivityImport(tx, subjectId, { status: to })
    })
  }
}

/** Who waits for the work, with the roles of now. */
async function actorOf({ ownerId }: Work): Promise<PersonActor> {
  const actor = ownerId === null ? null : await readActor(ownerId)
  if (!actor) throw new Refusal('forbidden')
  requireBringer(actor)
  return actor
}

/** Does a piece of the work in one transaction, unless it has been done: what was begun twice is done once. */
async function withFile(
  work: Work,
  status: TriedFileStatus,
  run: (tx: Tx, file: { actor: PersonActor; found: ActivityImportRow }) => Promise<void>,
): Promise<void> {
  const actor = await actorOf(work)
  await inTransaction(
    actor,
    async (tx) => {
      await holdActivityFiles(tx)
      const found = await holdActivityImport(tx, work.subjectId)
      if (found?.status === status) await run(tx, { actor, found })
    },
    longest,
  )
}

async function checkFile(work: Work, report: Report): Promise<void> {
  const found = await selectActivityImport(work.subjectId)
  await report(0, found?.rowCount ?? 0)
  const places = await readPlaces()
  await withFile(work, 'checking', async (tx, file) => {
    await saveChecked(tx, file.found, await judgeFile(tx, file, places))
    await auditFile(tx, { ...file, importId: file.found.id }, 'checked', {
      rows: file.found.rowCount,
    })
  })
}

async function readPlaces(): Promise<PlaceFinder> {
  const [counties, municipalities] = await Promise.all([listCounties(), listMunicipalities()])
  return placeFinder(counties, municipalities)
}

interface Judged {
  rows: JudgedRow[]
  stored: ReadonlyMap<string, StoredActivity>
}

async function judgeFile(
  tx: Tx,
  { actor, found }: { actor: PersonActor; found: ActivityImportRow },
  places: PlaceFinder,
): Promise<Judged> {
  const { said } = found
  invariant(said, 'a file is tried when its columns have been named')
  const kept = await selectActivityRowsHeld(tx, found.id)
  const column = said.columns.organiser
  const names = kept.map(({ cells }) => cells[column ?? -1] ?? '').filter(Boolean)
  const lower = [...new Set(names.map((name) => name.trim().toLowerCase()))]
  const reading: ActivityReading = {
    ...{ places, columns: said.columns, isFromHome: said.isFromHome, today: today() },
    findOrganiser: organiserFinder(await selectNamedOrganisations(tx, lower)),
    home: said.home === null ? null : homeOf(said.home),
    organiserId: said.organiserId,
    mayManage: (home) => may(actor, 'activity:manage', placeOfHome(home)),
  }
  const read = kept.map(({ rowNumber, freshId, cells, isPersonal }): ReadRow => ({
    ...{ rowNumber, freshId },
    read: isPersonal ? { reason: 'personal-number' } : readActivityRow(cells, reading),
  }))
  const told = read.flatMap(({ read }) => ('value' in read ? [read.value] : []))
  const stored = new Map(
    (await selectStored(tx, told.map(activityKey))).map((one) => [one.importKey, one]),
  )
  const planned = await selectPlannedOn(
    tx,
    told.map(({ heldOn }) => heldOn),
  )
  return { rows: judgeActivities(read, stored, new Set(planned.map(plannedKey))), stored }
}

/** A sum over what each row does: the same again shows that nothing has changed since. */
const sealOf = (rows: readonly JudgedRow[]): string =>
  createHash('sha256').update(JSON.stringify(rows)).digest('hex')

async function saveChecked(
  tx: Tx,
  { id }: ActivityImportRow,
  { rows }: Judged,
  change: { isRecounted?: boolean } = {},
): Promise<void> {
  await saveJudgedRows(tx, id, rows)
  await saveActivityImport(tx, id, {
    ...{ status: 'checked', counts: countActivities(rows), seal: sealOf(rows), checkedAt: now() },
    ...change,
  })
}

async function applyFile(work: Work, _: Report, glimpse: Glimpse): Promise<void> {
  const places = await readPlaces()
  await withFile(work, 'applying', async (tx, file) => {
    const { actor, found } = file
    const judged = await judgeFile(tx, file, places)
    if (sealOf(judged.rows) !== found.seal) {
      await saveChecked(tx, found, judged, { isRecounted: true })
      return
    }
    await merge(tx, { actor, importId: found.id, glimpse }, judged)
    await deleteUsedActivityRows(tx, found.id)
    const counts = countActivities(judged.rows)
    await saveActivityImport(tx, found.id, { status: 'applied', counts, appliedAt: now() })
    await auditFile(tx, { actor, importId: found.id }, 'applied', { ...counts })
  })
}

const writes: ReadonlySet<JudgedRow['outcome']> = new Set(['new', 'changed'])

async function merge(
  tx: Tx,
  { actor, importId, glimpse }: { actor: PersonActor; importId: string; glimpse: Glimpse },
  { rows, stored }: Judged,
): Promise<void> {
  const applying = { importId, by: actor.personId, at: now() }
  const total = rows.filter(({ outcome }) => writes.has(outcome)).length
  const toldBy = (outcome: JudgedRow['outcome']) =>
    rows.flatMap((row) => (row.outcome === outcome && row.told ? [{ ...row, told: row.told }] : []))
  const fresh = toldBy('new')
  const coded = await withCodes(
    tx,
    fresh.map(({ told }) => told),
  )
  const added = fresh.map(({ madeId: id, told }, at) => {
    const { id: sessionId, code } = coded[at]!
    return { id, told, session: { id: sessionId, code } }
  })
  await addActivities(tx, added, { ...applying, written: (count) => glimpse(count, total) })
  const changed = toldBy('changed').map(({ told }) => ({
    told,
    there: stored.get(activityKey(told))!,
  }))
  const written = (count: number) => glimpse(added.length + count, total)
  await changeActivities(tx, changed, { ...applying, written })
  const lines = [
    ...added.map(({ id, told }) => ({ id, told, action: 'activity.imported' })),
    ...changed.map(({ there, told }) => ({
      ...{ id: there.id, told },
      action: 'activity.changed-by-file',
    })),
  ]
  await recordAudits(
    tx,
    actor,
    lines.map(({ id, told, action }) => ({
      ...{ action, subjectId: id, organisationId: told.organiserId },
      detail: { import: importId },
    })),
  )
}

async function undoFile(work: Work): Promise<void> {
  await withFile(work, 'undoing', async (tx, { actor, found }) => {
    const undone = await unmergeActivities(tx, found.id)
    await saveActivityImport(tx, found.id, { status: 'undone', undone, undoneAt: now() })
    await auditFile(tx, { actor, importId: found.id }, 'undone', { ...undone })
  })
}
