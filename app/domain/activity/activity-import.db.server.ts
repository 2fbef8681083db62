import { bulkLoad } from '~/platform/db/bulk-load.server.ts'
import { firstRow, prisma, rows } from '~/platform/db/database.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { TriedFileStatus } from '~/kernel/tried-file.ts'
import type {
  ActivitiesUndone,
  ActivityCounts,
  ActivityFileSaid,
  ActivityImportRow,
  ShownActivityRow,
} from './activity-import.ts'
import type { ActivityReason } from './activity-row.ts'
import type { ActivityOutcome, JudgedRow } from './judge-activities.ts'

export async function insertActivityImport(fresh: {
  id: string
  fileName: string
  sha256: string
  broughtAt: Date
  broughtBy: string
}): Promise<void> {
  const status: TriedFileStatus = 'receiving'
  await prisma().activityImport.create({ data: { ...fresh, status } })
}

/** @returns how many rows */
export async function loadActivityRows(
  importId: string,
  received: AsyncIterable<[rowNumber: number, cells: string[], reason: string | null, id: string]>,
): Promise<number> {
  async function* values() {
    for await (const row of received) yield [importId, ...row]
  }
  const columns = ['import_id', 'row_number', 'cells', 'reason', 'made_id']
  return bulkLoad('activity_import_row', columns, values())
}

export async function deleteActivityImport(id: string): Promise<void> {
  await prisma().activityImport.deleteMany({ where: { id } })
}

const importColumns = sql`
  id::text, file_name as "fileName", sha256, status, heads, row_count as "rowCount", said, counts,
  seal, is_recounted as "isRecounted", undone, work_id::text as "workId",
  brought_at as "broughtAt", brought_by::text as "broughtBy", checked_at as "checkedAt",
  applied_at as "appliedAt", undone_at as "undoneAt"`

export async function selectActivityImport(id: string): Promise<ActivityImportRow | undefined> {
  return firstRow<ActivityImportRow>(
    sql`select ${importColumns} from activity_import where id = ${id}::uuid`,
  )
}

/** The same, held for a change. */
export async function holdActivityImport(
  tx: Tx,
  id: string,
): Promise<ActivityImportRow | undefined> {
  const [found] = await txRows<ActivityImportRow>(
    tx,
    sql`select ${importColumns} from activity_import where id = ${id}::uuid for update`,
  )
  return found
}

/** The newest files that somebody has brought. */
export async function selectActivityImports(
  broughtBy: string,
  most: number,
): Promise<ActivityImportRow[]> {
  return rows<ActivityImportRow>(sql`
    select ${importColumns} from activity_import
     where brought_by = ${broughtBy}::uuid and status <> 'receiving'
     order by brought_at desc, id desc limit ${most}`)
}

/** What somebody said of the newest file whose columns they have named. */
export async function selectLastSaid(
  broughtBy: string,
): Promise<{ heads: string[]; said: ActivityFileSaid } | undefined> {
  return firstRow(sql`
    select heads, said from activity_import
     where brought_by = ${broughtBy}::uuid and said is not null
     order by brought_at desc, id desc limit 1`)
}

export interface ActivityImportSaved {
  status: TriedFileStatus
  heads: string[]
  rowCount: number
  said: ActivityFileSaid
  counts: ActivityCounts
  seal: string
  isRecounted: boolean
  undone: ActivitiesUndone
  workId: string
  checkedAt: Date
  appliedAt: Date
  undoneAt: Date
}

export async function saveActivityImport(
  tx: Tx,
  id: string,
  change: Partial<ActivityImportSaved>,
): Promise<void> {
  const { said, counts, undone, ...plain } = change
  const json = {
    ...(said && { said: { ...said } }),
    ...(counts && { counts: { ...counts } }),
    ...(undone && { undone: { ...undone } }),
  }
  await tx.activityImport.update({ where: { id }, data: { ...plain, ...json } })
}

/** A row as the file had it; `reason` is why nothing of it was kept. */
export interface KeptRow {
  rowNumber: number
  cells: string[]
  isPersonal: boolean
  freshId: string
}

const keptColumns = sql`
  row_number as "rowNumber", cells, reason is not distinct from 'personal-number' as "isPersonal",
  made_id::text as "freshId"`

export async function selectActivityRows(importId: string, most = 1e9): Promise<KeptRow[]> {
  return rows<KeptRow>(sql`
    select ${keptColumns} from activity_import_row
     where import_id = ${importId}::uuid order by row_number limit ${Math.min(most, 1_000_000)}`)
}

export async function selectActivityRowsHeld(tx: Tx, importId: string): Promise<KeptRow[]> {
  return txRows<KeptRow>(
    tx,
    sql`select ${keptColumns} from activity_import_row
         where import_id = ${importId}::uuid order by row_number`,
  )
}

/** What the rows give. */
export async function saveJudgedRows(
  tx: Tx,
  importId: string,
  judged: readonly JudgedRow[],
): Promise<void> {
  const told = judged.map(({ rowNumber, outcome, reason, changes }) => ({
    rowNumber,
    outcome,
    reason,
    changes,
  }))
  await txRows(
    tx,
    sql`
    update activity_import_row own
       set outcome = judged.outcome, reason = judged.reason,
           changes = array(select jsonb_array_elements_text(judged.changes))
      from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as judged
           ("rowNumber" int, outcome text, reason text, changes jsonb)
     where own.import_id = ${importId}::uuid and own.row_number = judged."rowNumber"`,
  )
}

/** What an applied file needs no longer: all but what was refused. */
export async function deleteUsedActivityRows(tx: Tx, importId: string): Promise<void> {
  await txRows(
    tx,
    sql`delete from activity_import_row
         where import_id = ${importId}::uuid and outcome <> 'refused'`,
  )
}

/** Rows of one kind. @param columns of the title and the date, counted from 0; -1 where there is none */
export async function selectShownActivities(asked: {
  importId: string
  outcome: ActivityOutcome
  columns: { title: number; date: number }
  after: number
  most: number
}): Promise<ShownActivityRow[]> {
  const { importId, outcome, columns, after, most } = asked
  return rows<ShownActivityRow>(sql`
    select row_number as "rowNumber", coalesce(cells[${columns.title + 1}], '') as title,
           coalesce(cells[${columns.date + 1}], '') as date, changes, reason
      from activity_import_row
     where import_id = ${importId}::uuid and outcome = ${outcome}
     order by row_number offset ${after} limit ${most}`)
}

/** Why rows are refused, the most common reason first. */
export async function countActivityReasons(
  importId: string,
): Promise<{ reason: ActivityReason; count: number }[]> {
  return rows(sql`
    select reason, count(*) as count from activity_import_row
     where import_id = ${importId}::uuid and outcome = 'refused'
     group by reason order by count desc, reason`)
}

/** Refused rows as the file had them. */
export async function selectRefusedActivities(
  importId: string,
): Promise<{ rowNumber: number; reason: ActivityReason; cells: string[] }[]> {
  return rows(sql`
    select row_number as "rowNumber", reason, cells from activity_import_row
     where import_id = ${importId}::uuid and outcome = 'refused' order by row_number`)
}

/** Throws away what files hold once they have had their time. @returns how many were never applied */
export async function deleteActivityFilesBefore(tx: Tx, at: Date): Promise<number> {
  const { count } = await tx.activityImport.deleteMany({
    where: {
      broughtAt: { lt: at },
      status: { in: ['receiving', 'received', 'checking', 'checked'] },
    },
  })
  const over = sql`(select id from activity_import
                     where coalesce(undone_at, applied_at) < ${at} and status in ('applied', 'undone'))`
  await txRows(tx, sql`delete from activity_import_row where import_id in ${over}`)
  await txRows(tx, sql`delete from activity_import_change where import_id in ${over}`)
  return count
}

/** One number for the whole database, of our own choice. */
const applyingKey = 730_214

/** Waits until no other file of activities is applied or undone, and keeps others waiting until this transaction ends. */
export async function holdActivityFiles(tx: Tx): Promise<void> {
  await txRows(tx, sql`select pg_advisory_xact_lock(${applyingKey}::bigint)::text`)
}
