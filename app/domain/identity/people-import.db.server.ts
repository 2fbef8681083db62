import { today } from '~/kernel/dates.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import type { TriedFileStatus } from '~/kernel/tried-file.ts'
import { bulkLoad } from '~/platform/db/bulk-load.server.ts'
import { firstRow, prisma, rows } from '~/platform/db/database.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { PeopleField } from './people-columns.ts'
import type { PeopleCounts, PeopleImportRow, PeopleUndone, ReceivedRow } from './people-import.ts'
import type { ReadPerson } from './people-row.ts'
import type { NamedUnit } from '~/domain/organisation/unit-finder.ts'

export interface NewPeopleImport {
  id: string
  organisationId: string
  fileName: string
  sha256: string
  broughtAt: Date
  broughtBy: string | null
}

export async function insertPeopleImport(fresh: NewPeopleImport): Promise<void> {
  await prisma().peopleImport.create({
    data: { ...fresh, status: 'receiving' satisfies TriedFileStatus },
  })
}

const receivedColumns = [
  'import_id',
  'row_number',
  'cells',
  'reason',
  'fresh_person_id',
  'fresh_affiliation_id',
]

/** @param rowsToLoad rows with the ids that they give what they may make */
export async function loadReceivedRows(
  importId: string,
  rowsToLoad: AsyncIterable<[...ReceivedRow, freshPersonId: string, freshAffiliationId: string]>,
): Promise<number> {
  async function* values() {
    for await (const row of rowsToLoad) yield [importId, ...row]
  }
  return bulkLoad('people_import_row', receivedColumns, values())
}

/** Tells the planner what lies in the rows that have just come; it would take them for a few. */
export async function analyseRows(): Promise<void> {
  await rows(sql`analyze people_import_row`)
}

/** The same of whom a file has brought in or taken away: the pages that they stand on are asked for at once. */
export async function analysePeople(): Promise<void> {
  await rows(sql`analyze person, affiliation`)
}

export async function deletePeopleImport(id: string): Promise<void> {
  await prisma().peopleImport.deleteMany({ where: { id } })
}

const importColumns = sql`
  id, organisation_id as "organisationId", file_name as "fileName", sha256, status, heads,
  row_count as "rowCount", columns, is_complete as "isComplete", default_group as "defaultGroup",
  counts, seal, is_recounted as "isRecounted", undone, work_id as "workId",
  brought_at as "broughtAt", brought_by as "broughtBy", checked_at as "checkedAt",
  applied_at as "appliedAt", undone_at as "undoneAt"`

export async function selectPeopleImport(
  id: string,
  organisationId: string,
): Promise<PeopleImportRow | undefined> {
  return firstRow<PeopleImportRow>(sql`
    select ${importColumns} from people_import
     where id = ${id}::uuid and organisation_id = ${organisationId}::uuid`)
}

export async function selectPeopleImportOfWork(id: string): Promise<PeopleImportRow | undefined> {
  return firstRow<PeopleImportRow>(
    sql`select ${importColumns} from people_import where id = ${id}::uuid`,
  )
}

export async function selectPeopleImports(
  organisationId: string,
  most: number,
): Promise<PeopleImportRow[]> {
  return rows<PeopleImportRow>(sql`
    select ${importColumns} from people_import
     where organisation_id = ${organisationId}::uuid and status <> 'receiving'
     order by brought_at desc, id desc limit ${most}`)
}

/** When the very same file was applied before, and stands; null where it was not. */
export async function selectAppliedBefore(
  found: Pick<PeopleImportRow, 'id' | 'organisationId' | 'sha256'>,
): Promise<Date | null> {
  const row = await firstRow<{ at: Date | null }>(sql`
    select max(applied_at) as at from people_import
     where organisation_id = ${found.organisationId}::uuid and sha256 = ${found.sha256}
       and status = 'applied' and id <> ${found.id}::uuid`)
  return row?.at ?? null
}

/** An import to change, its row locked. */
export async function selectPeopleImportForChange(
  tx: Tx,
  id: string,
): Promise<PeopleImportRow | undefined> {
  const [found] = await txRows<PeopleImportRow>(
    tx,
    sql`select id::text, organisation_id::text as "organisationId", file_name as "fileName", sha256,
               status, heads, row_count as "rowCount", columns, is_complete as "isComplete",
               default_group as "defaultGroup", counts, seal, is_recounted as "isRecounted", undone,
               work_id::text as "workId", brought_at as "broughtAt",
               brought_by::text as "broughtBy", checked_at as "checkedAt",
               applied_at as "appliedAt", undone_at as "undoneAt"
          from people_import where id = ${id}::uuid for update`,
  )
  return found
}

export interface PeopleImportSaved {
  status: TriedFileStatus
  heads: string[]
  rowCount: number
  columns: object
  isComplete: boolean
  defaultGroup: ProfessionGroup | null
  counts: PeopleCounts
  seal: string
  isRecounted: boolean
  undone: PeopleUndone
  workId: string
  checkedAt: Date
  appliedAt: Date
  appliedBy: string | null
  undoneAt: Date
}

export async function savePeopleImport(
  tx: Tx,
  id: string,
  change: Partial<PeopleImportSaved>,
): Promise<void> {
  const { counts, undone, ...plain } = change
  const json = {
    ...(counts && { counts: { ...counts } }),
    ...(undone && { undone: { ...undone } }),
  }
  await tx.peopleImport.update({ where: { id }, data: { ...plain, ...json } })
}

/** Cells of rows from a number on, for reading them piece by piece or showing the first. */
export async function selectCells(
  importId: string,
  after: number,
  most: number,
): Promise<{ rowNumber: number; cells: string[] }[]> {
  return rows(sql`
    select row_number as "rowNumber", cells from people_import_row
     where import_id = ${importId}::uuid and row_number > ${after}
       and cells <> '{}' order by row_number limit ${most}`)
}

/** The texts of a column, the most common first. @param place the column, counted from 0 */
export async function selectTextsIn(
  importId: string,
  place: number,
  most: number,
): Promise<{ text: string; count: number }[]> {
  return rows(sql`
    select cells[${place + 1}] as text, count(*) as count from people_import_row
     where import_id = ${importId}::uuid and cells[${place + 1}] <> ''
     group by 1 order by 2 desc, 1 limit ${most}`)
}

/** What rows were read to say. */
export async function saveReadRows(
  importId: string,
  read: (ReadPerson & { rowNumber: number })[],
): Promise<void> {
  await rows(sql`
    update people_import_row as own
       set given_name = read."givenName", family_name = read."familyName", email = read.email,
           employer_number = nullif(read."employerNumber", ''), unit_id = read."unitId",
           profession_group = read."professionGroup", sub_group_id = read."subGroupId", kind = read.kind,
           valid_from = read."validFrom", valid_to = read."validTo", reason = read.reason
      from jsonb_to_recordset(${JSON.stringify(read)}::jsonb) as read
           ("rowNumber" int, "givenName" text, "familyName" text, email text,
            "employerNumber" text, "unitId" uuid, "professionGroup" text, "subGroupId" uuid, kind text,
            "validFrom" date, "validTo" date, reason text)
     where own.import_id = ${importId}::uuid and own.row_number = read."rowNumber"`)
}

/** An organisation's units today. */
export async function selectNamedUnits(organisationId: string): Promise<NamedUnit[]> {
  return rows<NamedUnit>(sql`
    select unit.id as "unitId", placement.parent_unit_id as "parentUnitId", unit.name
      from unit_placement placement join unit on unit.id = placement.unit_id
     where placement.organisation_id = ${organisationId}::uuid
       and placement.valid_from <= ${today()}::date
       and (placement.valid_to is null or placement.valid_to > ${today()}::date)
       and (unit.closed_on is null or unit.closed_on > ${today()}::date)`)
}

export interface Mapping {
  columns: Record<string, PeopleField>
  professions: Record<string, ProfessionGroup>
}

/** What the organisation has said of its files before. */
export async function selectMapping(organisationId: string): Promise<Mapping> {
  const found = await firstRow<Mapping>(sql`
    select columns, professions from people_mapping
     where organisation_id = ${organisationId}::uuid`)
  return found ?? { columns: {}, professions: {} }
}

/** Adds to what it has said; the newest word counts. */
export async function saveMapping(
  tx: Tx,
  kept: { organisationId: string; mapping: Mapping; keptAt: Date; keptBy: string | null },
): Promise<void> {
  const { organisationId, mapping, keptAt, keptBy } = kept
  await txRows(
    tx,
    sql`
    insert into people_mapping (organisation_id, columns, professions, kept_at, kept_by)
    values (${organisationId}::uuid, ${JSON.stringify(mapping.columns)}::jsonb,
            ${JSON.stringify(mapping.professions)}::jsonb, ${keptAt}, ${keptBy}::uuid)
    on conflict (organisation_id) do update
       set columns = people_mapping.columns || excluded.columns,
           professions = people_mapping.professions || excluded.professions,
           kept_at = excluded.kept_at, kept_by = excluded.kept_by`,
  )
}

/** Throws away what files hold of people once it has had its time. @returns how many files */
export async function deletePeopleFilesBefore(tx: Tx, at: Date): Promise<number> {
  const [found] = await txRows<{ files: number }>(
    tx,
    sql`
    with waiting as (
      delete from people_import where brought_at < ${at}
         and status in ('receiving', 'received', 'checking', 'checked') returning id)
    select count(*)::int as files from waiting`,
  )
  const over = sql`(select id from people_import
                     where coalesce(undone_at, applied_at) < ${at} and status in ('applied', 'undone'))`
  await txRows(tx, sql`delete from people_import_row where import_id in ${over}`)
  await txRows(tx, sql`delete from people_import_change where import_id in ${over}`)
  await txRows(tx, sql`delete from people_import_end where import_id in ${over}`)
  return found?.files ?? 0
}

/** One number for the whole database, of our own choice. */
const applyingKey = 730_213

/** Waits until no other file of people is applied or undone, and keeps others waiting until this transaction ends. */
export async function holdPeople(tx: Tx): Promise<void> {
  await txRows(tx, sql`select pg_advisory_xact_lock(${applyingKey}::bigint)::text`)
}
