import type { Day } from '~/kernel/dates.ts'
import { firstRow, prisma, rows } from '~/platform/db/database.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type {
  AddedCompletion,
  GivenRow,
  ImportStatus,
  ImportSummary,
  RowReason,
  ShownRow,
} from './completion-import.ts'

/** One number for the whole database, of our own choice. */
const applyingKey = 730_212

/**
 * Waits until no other import is being applied, and keeps others waiting until this transaction ends:
 * two that judge at the same time would both be told that they add the same completion.
 */
export async function holdApplying(tx: Tx): Promise<void> {
  // As text: Prisma reads no column of the type void.
  await txRows(tx, sql`select pg_advisory_xact_lock(${applyingKey}::bigint)::text`)
}

export interface NewImport {
  id: string
  organisationId: string
  fileName: string
  sha256: string
  checkedAt: Date
  checkedBy: string | null
}

export async function insertImport(tx: Tx, fresh: NewImport): Promise<void> {
  await tx.completionImport.create({
    data: { ...fresh, status: 'checking' satisfies ImportStatus },
  })
}

/** A row as it is kept until the import is applied. */
export interface KeptRow {
  rowNumber: number
  /** Waiting until the file is checked. */
  outcome: 'waiting' | 'new' | 'held' | 'refused'
  reason: RowReason | null
  /** How many completions the row adds. */
  completions: number
  given: GivenRow | null
  personId: string | null
  moduleId: string | null
  day: Day | null
  evidence: string | null
}

const keptRows = (kept: KeptRow[]) => sql`
  jsonb_to_recordset(${JSON.stringify(kept)}::jsonb)
    as kept ("rowNumber" int, outcome text, reason text, completions int, given jsonb,
             "personId" uuid, "moduleId" uuid, day date, evidence text)`

// JSON's null is a value of its own; ours is the column's.
const given = sql`case when jsonb_typeof(kept.given) = 'object' then kept.given end`

/** Rows written at once: few enough to tell how far it has come. */
const rowsAtOnce = 2_000

/**
 * Writes the rows of an import, in place of what it had.
 * @param written told how many have been written
 */
export async function saveRows(
  tx: Tx,
  importId: string,
  kept: KeptRow[],
  written?: (count: number) => void,
): Promise<void> {
  await tx.completionImportRow.deleteMany({ where: { importId } })
  for (let start = 0; start < kept.length; start += rowsAtOnce) {
    const some = kept.slice(start, start + rowsAtOnce)
    await insertRows(tx, importId, some)
    written?.(start + some.length)
  }
}

async function insertRows(tx: Tx, importId: string, kept: KeptRow[]): Promise<void> {
  await txRows(
    tx,
    sql`
    insert into completion_import_row
           (import_id, row_number, outcome, reason, detail, given, person_id, module_id,
            completed_on, evidence)
    select ${importId}::uuid, kept."rowNumber", kept.outcome, kept.reason,
           jsonb_build_object('completions', kept.completions), ${given}, kept."personId",
           kept."moduleId", kept.day, kept.evidence
      from ${keptRows(kept)}`,
  )
}

export interface ImportRow {
  id: string
  organisationId: string
  fileName: string
  sha256: string
  status: ImportStatus
  checkedAt: Date
  checkedBy: string | null
  appliedAt: Date | null
  undoneAt: Date | null
}

/** An import to change, its row locked. */
export async function selectImportForChange(
  tx: Tx,
  id: string,
  organisationId: string,
): Promise<ImportRow | null> {
  await txRows(tx, sql`select 1 from completion_import where id = ${id}::uuid for update`)
  const found = await tx.completionImport.findFirst({ where: { id, organisationId } })
  return found && { ...found, status: found.status as ImportStatus }
}

/** Moves an import on, where it stands as is said. */
export async function saveStatus(
  tx: Tx,
  id: string,
  { from, to }: { from: ImportStatus; to: ImportStatus },
): Promise<void> {
  await tx.completionImport.updateMany({ where: { id, status: from }, data: { status: to } })
}

/** Says that an import has been checked, and when. */
export async function saveChecked(tx: Tx, id: string, checkedAt: Date): Promise<void> {
  const data = { status: 'checked' satisfies ImportStatus, checkedAt }
  await tx.completionImport.update({ where: { id }, data })
}

export async function selectOrganisationOf(id: string): Promise<string | undefined> {
  const found = await prisma().completionImport.findUnique({ where: { id } })
  return found?.organisationId
}

/** What was kept of the file, in its order. */
export async function selectKeptRows(tx: Tx, importId: string): Promise<KeptRow[]> {
  return txRows<KeptRow>(
    tx,
    sql`
    select row_number as "rowNumber", outcome, reason, given, person_id::text as "personId",
           coalesce((detail ->> 'completions')::int, 0) as completions,
           module_id::text as "moduleId", completed_on::text as day, evidence
      from completion_import_row where import_id = ${importId}::uuid order by row_number`,
  )
}

/** What a row has told of somebody: the number by which the employer names the person. */
export interface NumberedRow {
  rowNumber: number
  affiliationId: string
}

/** What the rows told of people's addresses and the like has had its use. */
export async function saveApplied(
  tx: Tx,
  id: string,
  at: Date,
  numbered: NumberedRow[],
): Promise<void> {
  await txRows(
    tx,
    sql`
    with numbered as (
      select "rowNumber", jsonb_agg("affiliationId") as affiliations
        from jsonb_to_recordset(${JSON.stringify(numbered)}::jsonb)
             as numbered ("rowNumber" int, "affiliationId" text) group by "rowNumber")
    update completion_import_row as own
       set given = null,
           detail = case when numbered.affiliations is null then own.detail
                         else own.detail || jsonb_build_object('numbered', numbered.affiliations) end
      from completion_import_row as kept
      left join numbered on numbered."rowNumber" = kept.row_number
     where kept.import_id = ${id}::uuid
       and own.import_id = kept.import_id and own.row_number = kept.row_number`,
  )
  await tx.completionImport.update({ where: { id }, data: { status: 'applied', appliedAt: at } })
}

/** The affiliations that an applied import has given a number. */
export async function selectNumbered(tx: Tx, importId: string): Promise<string[]> {
  const found = await txRows<{ affiliationId: string }>(
    tx,
    sql`
    select distinct jsonb_array_elements_text(detail -> 'numbered') as "affiliationId"
      from completion_import_row where import_id = ${importId}::uuid`,
  )
  return found.map(({ affiliationId }) => affiliationId)
}

/** Of what was undone only the numbers of rows stay. */
export async function saveUndone(tx: Tx, id: string, at: Date): Promise<void> {
  await txRows(
    tx,
    sql`update completion_import_row
           set person_id = null, module_id = null, completed_on = null, evidence = null,
               detail = detail - 'numbered'
         where import_id = ${id}::uuid`,
  )
  await tx.completionImport.update({ where: { id }, data: { status: 'undone', undoneAt: at } })
}

/** Files that nobody applied, with their rows. @returns how many files */
export async function deleteChecksBefore(tx: Tx, before: Date): Promise<number> {
  const unapplied: ImportStatus[] = ['checking', 'received', 'checked']
  const where = { status: { in: unapplied }, checkedAt: { lt: before } }
  return (await tx.completionImport.deleteMany({ where })).count
}

const summary = sql`
  select import.id, import.file_name as "fileName", import.status,
         import.checked_at as "checkedAt", import.checked_by as "checkedBy",
         import.applied_at as "appliedAt", import.undone_at as "undoneAt",
         counted.new, counted.held, counted.refused, counted.completions,
         (select max(other.applied_at) from completion_import other
           where other.organisation_id = import.organisation_id and other.status = 'applied'
             and other.sha256 = import.sha256 and other.id <> import.id) as "appliedBefore"
    from completion_import import
    join lateral (
      select count(*) filter (where outcome = 'new') as new,
             count(*) filter (where outcome = 'held') as held,
             count(*) filter (where outcome = 'refused') as refused,
             coalesce(sum((detail ->> 'completions')::int), 0) as completions
        from completion_import_row where import_id = import.id) counted on true`

/** The newest imports of an organisation, 50 at most. */
export async function selectImports(organisationId: string): Promise<ImportSummary[]> {
  return rows<ImportSummary>(sql`
    ${summary} where import.organisation_id = ${organisationId}::uuid
     order by import.checked_at desc, import.id desc limit 50`)
}

export async function selectImport(
  id: string,
  organisationId: string,
): Promise<ImportSummary | undefined> {
  return firstRow<ImportSummary>(sql`
    ${summary} where import.id = ${id}::uuid and import.organisation_id = ${organisationId}::uuid`)
}

export async function selectShownRows(
  importId: string,
  outcome: 'new' | 'refused',
  limit: number,
): Promise<ShownRow[]> {
  return rows<ShownRow>(sql`
    select row_number as "rowNumber", reason, given,
           coalesce((detail ->> 'completions')::int, 0) as completions,
           case when person.id is not null
             then jsonb_build_object('givenName', person.given_name, 'familyName', person.family_name)
           end as name
      from completion_import_row left join person on person.id = person_id
     where import_id = ${importId}::uuid and outcome = ${outcome}
     order by row_number limit ${limit}`)
}

export async function countReasons(
  importId: string,
): Promise<{ reason: RowReason; count: number }[]> {
  return rows(sql`
    select reason, count(*) as count from completion_import_row
     where import_id = ${importId}::uuid and outcome = 'refused'
     group by reason order by count(*) desc, reason`)
}

export async function selectAdded(importId: string, limit: number): Promise<AddedCompletion[]> {
  return rows<AddedCompletion>(sql`
    select completion.id, person.given_name as "givenName", person.family_name as "familyName",
           module.title_sv as "titleSv", module.title_en as "titleEn",
           completion.completed_on as "completedOn", completion.evidence
      from completion
      join person on person.id = completion.person_id
      join module on module.id = completion.module_id
     where completion.import_id = ${importId}::uuid
     order by person.family_name, person.given_name, person.id, completion.completed_on, module.position
     limit ${limit}`)
}
