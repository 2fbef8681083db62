import type { Reach } from '~/kernel/permission.ts'
import type { Day } from '~/kernel/dates.ts'
import type { TriedFileStatus } from '~/kernel/tried-file.ts'
import { firstRow, rows } from '~/platform/db/database.server.ts'
import { withinReach } from '~/platform/db/reach.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type {
  HeadcountFileRow,
  HeadcountImportSummary,
  HeadcountOutcome,
  HeadcountReason,
  JudgedHeadcount,
  NamedOrganisation,
  ReadHeadcount,
  ShownHeadcount,
  ToldHeadcount,
} from './headcount-import.ts'
import type { HangingUnit } from './organisation.ts'

/** One number for the whole database, of our own choice. */
const applyingKey = 730_215

/** Waits until no other file of headcounts is being applied: two at once would both tell the same number. */
export async function holdHeadcounts(tx: Tx): Promise<void> {
  await txRows(tx, sql`select pg_advisory_xact_lock(${applyingKey}::bigint)::text`)
}

/** The organisations within reach that are there on a day. */
export async function selectNamedOrganisations(
  tx: Tx,
  reach: Reach,
  on: Day,
): Promise<NamedOrganisation[]> {
  return txRows<NamedOrganisation>(
    tx,
    sql`
    select organisation.id::text as id, organisation.name, organisation.root_unit_id::text as "rootUnitId",
           organisation.organisation_number as "organisationNumber"
      from organisation
     where (organisation.closed_on is null or organisation.closed_on > ${on}::date)
       and ${withinReach(reach, {
         organisation: sql`organisation.id`,
         county: sql`organisation.county_code`,
         municipality: sql`organisation.municipality_code`,
       })}`,
  )
}

/** The units that hang in some organisations on a day. */
export async function selectUnitsOf(
  tx: Tx,
  organisationIds: string[],
  on: Day,
): Promise<(HangingUnit & { organisationId: string })[]> {
  return txRows(
    tx,
    sql`
    select placement.unit_id::text as "unitId", placement.parent_unit_id::text as "parentUnitId",
           placement.name, placement.organisation_id::text as "organisationId"
      from unit_placement placement
     where placement.organisation_id = any(${organisationIds}::uuid[])
       and placement.valid_from <= ${on}::date
       and (placement.valid_to is null or placement.valid_to > ${on}::date)`,
  )
}

/** By row: the number that is in force on the row's day. */
export async function selectInForce(
  tx: Tx,
  asked: readonly ReadHeadcount[],
): Promise<Map<number, ToldHeadcount>> {
  const found = await txRows<ToldHeadcount & { rowNumber: number }>(
    tx,
    sql`
    select asked."rowNumber", known.headcount, known.as_of::text as "asOf", known.source
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
             as asked ("rowNumber" int, "unitId" uuid, "professionGroup" text, "asOf" date)
      join lateral (
        select headcount, as_of, source from headcount
         where unit_id = asked."unitId" and profession_group = asked."professionGroup"
           and as_of <= asked."asOf" and withdrawn_at is null
         order by as_of desc, recorded_at desc, id desc limit 1) known on true`,
  )
  return new Map(found.map(({ rowNumber, ...told }) => [rowNumber, told]))
}

type NewImport = Pick<
  HeadcountImportSummary,
  'id' | 'organisationId' | 'fileName' | 'sha256' | 'counts' | 'workId' | 'broughtBy' | 'checkedAt'
>

export async function insertHeadcountImport(tx: Tx, fresh: NewImport): Promise<void> {
  await tx.headcountImport.create({
    data: { ...fresh, status: 'checking' satisfies TriedFileStatus },
  })
}

/** What is said of an import as its work goes on. */
export async function saveHeadcountImport(
  tx: Tx,
  id: string,
  change: Partial<Omit<HeadcountImportSummary, 'id' | 'organisationId'>>,
): Promise<void> {
  await tx.headcountImport.update({ where: { id }, data: change })
}

/** A row that has not been judged yet. */
export interface WaitingHeadcount {
  rowNumber: number
  outcome: 'waiting'
}

/** Rows written at once: few enough to tell how far it has come. */
const rowsAtOnce = 1_000

/**
 * Writes the rows of an import, in place of what it had.
 * @param written told how many have been written
 */
export async function saveHeadcountRows(
  tx: Tx,
  importId: string,
  fileRows: readonly HeadcountFileRow[],
  judged: readonly (JudgedHeadcount | WaitingHeadcount)[],
  written?: (count: number) => void,
): Promise<void> {
  const kept = judged.map((row, index) => ({ ...row, given: fileRows[index]?.given ?? null }))
  await tx.headcountImportRow.deleteMany({ where: { importId } })
  for (let start = 0; start < kept.length; start += rowsAtOnce) {
    const some = kept.slice(start, start + rowsAtOnce)
    await insertRows(tx, importId, some)
    written?.(start + some.length)
  }
}

async function insertRows(tx: Tx, importId: string, kept: readonly object[]): Promise<void> {
  // JSON's null is a value of its own; ours is the column's.
  await txRows(
    tx,
    sql`
    insert into headcount_import_row
           (import_id, row_number, outcome, reason, given, organisation_id, unit_id,
            profession_group, headcount, as_of, source, before)
    select ${importId}::uuid, kept."rowNumber", kept.outcome, kept.reason,
           case when jsonb_typeof(kept.given) = 'object' then kept.given end,
           kept."organisationId", kept."unitId", kept."professionGroup", kept.headcount,
           kept."asOf", kept.source,
           case when jsonb_typeof(kept.before) = 'object' then kept.before end
      from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb)
             as kept ("rowNumber" int, outcome text, reason text, given jsonb,
                      "organisationId" uuid, "unitId" uuid, "professionGroup" text, headcount int,
                      "asOf" date, source text, before jsonb)`,
  )
}

/** A row as it was judged when the file was tried, with what it said. */
export type KeptHeadcount = HeadcountFileRow &
  Pick<
    ShownHeadcount,
    'outcome' | 'reason' | 'professionGroup' | 'headcount' | 'asOf' | 'source' | 'before'
  > & { unitId: string | null; organisationId: string | null }

/** What was kept of the file, in its order. */
export async function selectKeptHeadcounts(tx: Tx, importId: string): Promise<KeptHeadcount[]> {
  return txRows<KeptHeadcount>(
    tx,
    sql`
    select row_number as "rowNumber", outcome, reason, given, unit_id::text as "unitId",
           organisation_id::text as "organisationId", profession_group as "professionGroup",
           headcount, as_of::text as "asOf", source, before
      from headcount_import_row where import_id = ${importId}::uuid order by row_number`,
  )
}

/** Locks an import for its change. */
export async function selectHeadcountImportForChange(
  tx: Tx,
  id: string,
): Promise<HeadcountImportSummary | undefined> {
  await txRows(tx, sql`select 1 from headcount_import where id = ${id}::uuid for update`)
  const [found] = await txRows<HeadcountImportSummary>(
    tx,
    sql`select ${columns} from headcount_import own where own.id = ${id}::uuid`,
  )
  return found
}

const columns = sql`
  own.id::text as id, own.organisation_id::text as "organisationId", own.file_name as "fileName", own.sha256,
  own.status, own.counts, own.is_recounted as "isRecounted", own.work_id::text as "workId",
  own.brought_by::text as "broughtBy", own.checked_at as "checkedAt", own.applied_at as "appliedAt",
  own.undone_at as "undoneAt"`

export async function selectHeadcountImport(
  id: string,
): Promise<HeadcountImportSummary | undefined> {
  return firstRow<HeadcountImportSummary>(
    sql`select ${columns} from headcount_import own where own.id = ${id}::uuid`,
  )
}

/** The latest files about an organisation; for null those about several that somebody has brought. */
export async function selectHeadcountImports(
  organisationId: string | null,
  broughtBy: string | null,
): Promise<HeadcountImportSummary[]> {
  const whose =
    organisationId === null
      ? sql`own.organisation_id is null and own.brought_by = ${broughtBy}::uuid`
      : sql`own.organisation_id = ${organisationId}::uuid`
  return rows<HeadcountImportSummary>(sql`
    select ${columns} from headcount_import own where ${whose}
     order by own.checked_at desc, own.id desc limit 50`)
}

/** The organisations in which the units hang on a day that an import has told numbers of. */
export async function selectOrganisationsTold(
  tx: Tx,
  importId: string,
  on: Day,
): Promise<string[]> {
  const found = await txRows<{ id: string }>(
    tx,
    sql`
    select distinct placement.organisation_id::text as id
      from headcount join unit_placement placement on placement.unit_id = headcount.unit_id
     where headcount.import_id = ${importId}::uuid and placement.valid_from <= ${on}::date
       and (placement.valid_to is null or placement.valid_to > ${on}::date)`,
  )
  return found.map(({ id }) => id)
}

/** Takes back every number that an import told. @returns how many */
export async function deleteHeadcountsOf(tx: Tx, importId: string): Promise<number> {
  const { count } = await tx.headcount.deleteMany({ where: { importId } })
  return count
}

/** Rows of one kind, in the file's order. */
export async function selectShownHeadcounts(asked: {
  importId: string
  outcome: HeadcountOutcome
  after: number
  most: number | null
}): Promise<ShownHeadcount[]> {
  const { importId, outcome, after, most } = asked
  return rows<ShownHeadcount>(sql`
    select own.row_number as "rowNumber", own.outcome, own.reason, own.given,
           organisation.name as "organisationName", unit.name as "unitName",
           own.profession_group as "professionGroup", own.headcount, own.as_of as "asOf",
           own.source, own.before
      from headcount_import_row own
      left join organisation on organisation.id = own.organisation_id
      left join unit on unit.id = own.unit_id
     where own.import_id = ${importId}::uuid and own.outcome = ${outcome}
     order by own.row_number offset ${after} limit ${most}`)
}

/** Why rows are refused, the most common reason first. */
export async function countHeadcountReasons(
  importId: string,
): Promise<{ reason: HeadcountReason; count: number }[]> {
  return rows(sql`
    select reason, count(*) as count from headcount_import_row
     where import_id = ${importId}::uuid and outcome = 'refused'
     group by reason order by count desc, reason`)
}

/** When the same file was applied before; null where it was not. */
export async function selectSameFile(found: {
  id: string
  sha256: string
  organisationId: string | null
}): Promise<Date | null> {
  const same = await firstRow<{ appliedAt: Date }>(sql`
    select applied_at as "appliedAt" from headcount_import
     where sha256 = ${found.sha256} and id <> ${found.id}::uuid and status = 'applied'
       and organisation_id is not distinct from ${found.organisationId}::uuid
     order by applied_at desc limit 1`)
  return same?.appliedAt ?? null
}

/** Throws away what was not applied in time, and the rows of what was. @returns how many files were never applied */
export async function deleteHeadcountFilesBefore(tx: Tx, at: Date): Promise<number> {
  await tx.headcountImportRow.deleteMany({ where: { import: { appliedAt: { lt: at } } } })
  const { count } = await tx.headcountImport.deleteMany({
    where: { status: { in: ['checking', 'received', 'checked'] }, checkedAt: { lt: at } },
  })
  return count
}
