import type { PersonId } from '~/kernel/ids.ts'
import { sql, type Sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { FactContent, HeldFact } from './fact.ts'

/** The sheets as they are told now, as a part of a query: what follows says which. */
export const currentFacts: Sql = sql`
  select fact.id, fact.kind, version.number, version.title, version.text, version.parts, version.source,
         version.certainty, version.to_check as "toCheck", version.valid_from::text as "validFrom",
         version.valid_to::text as "validTo", version.last_reviewed::text as "lastReviewed",
         version.reviewer, version.next_review::text as "nextReview", version.origin
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

/** The version that is told from now on. */
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
  await tx.fact.update({
    where: { id },
    data: { currentNumber: rest.number, title: rest.title },
  })
}
