import type { PersonId } from '~/kernel/ids.ts'
import { sql, type Sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { FactContent, HeldFact } from './fact.ts'

/** The sheets as they are told now, as a part of a query: what follows says which. */
export const currentFacts: Sql = sql`
  select fact.id, fact.kind, version.number, version.title, version.text, version.parts, version.source,
         version.certainty, version.to_check as "toCheck", version.valid_from::text as "validFrom",
         version.valid_to::text as "validTo", version.last_reviewed::text as "lastReviewed",
         version.reviewer, version.next_review::text as "nextReview", version.origin,
         (select max(newest.number) from fact_version newest where newest.fact_id = fact.id) as "latestNumber"
    from fact join fact_version version
      on version.fact_id = fact.id and version.number = fact.current_number`

/** The sheets as they are told now, locked until the transaction ends. */
export async function lockFacts(tx: Tx, ids: readonly string[]): Promise<HeldFact[]> {
  const these = sql`where fact.id = any(${[...ids]}::text[])`
  // Locked before it is read: whoever has waited for a lock would join its new number with the old version.
  await txRows(tx, sql`select 1 from fact ${these} order by fact.id for update`)
  return txRows<HeldFact>(tx, sql`${currentFacts} ${these} order by fact.id`)
}

export interface NewFactVersion extends FactContent {
  id: string
  number: number
  origin: HeldFact['origin']
  /** Why it was changed. */
  note: string
  writtenAt: Date
  writtenBy: PersonId | null
}

export async function insertFact(
  tx: Tx,
  { id, kind, title }: Pick<HeldFact, 'id' | 'kind' | 'title'>,
): Promise<void> {
  await tx.fact.create({ data: { id, kind, title, currentNumber: 1 } })
}

/** A version beside those that are there; told only once `tellVersion` says so. */
export async function insertFactVersion(tx: Tx, version: NewFactVersion): Promise<void> {
  const { id, source, parts, validFrom, validTo, lastReviewed, nextReview, ...rest } = version
  await txRows(
    tx,
    sql`
    insert into fact_version (fact_id, number, title, text, parts, source, certainty, to_check, valid_from,
                              valid_to, last_reviewed, reviewer, next_review, origin, note, written_at, written_by)
    values (${id}, ${rest.number}::int, ${rest.title}, ${rest.text}, ${JSON.stringify(parts)}::jsonb,
            ${JSON.stringify(source)}::jsonb, ${rest.certainty}, ${rest.toCheck}, ${validFrom}::date,
            ${validTo}::date, ${lastReviewed}::date, ${rest.reviewer}, ${nextReview}::date, ${rest.origin},
            ${rest.note}, ${rest.writtenAt}::timestamptz, ${rest.writtenBy}::uuid)`,
  )
}

/** Has a version told from now on. */
export async function tellVersion(
  tx: Tx,
  { id, number, title }: Pick<NewFactVersion, 'id' | 'number' | 'title'>,
): Promise<void> {
  await tx.fact.update({ where: { id }, data: { currentNumber: number, title } })
}

/** What the course's text has said last of these facts, whether it is told or not. */
export async function selectLastOfText(
  tx: Tx,
  ids: readonly string[],
): Promise<(FactContent & { id: string })[]> {
  return txRows<FactContent & { id: string }>(
    tx,
    sql`
    select distinct on (fact_id) fact_id as id, title, text, parts, source, certainty,
           to_check as "toCheck", valid_from::text as "validFrom", valid_to::text as "validTo",
           last_reviewed::text as "lastReviewed", reviewer, next_review::text as "nextReview"
      from fact_version where fact_id = any(${[...ids]}::text[]) and origin = 'source'
     order by fact_id, number desc`,
  )
}
