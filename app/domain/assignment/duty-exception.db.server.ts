import { dateOf, type Day } from '~/kernel/dates.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { ExcuseReason } from './duty-exception.ts'

export interface ExceptionToInsert {
  id: string
  personId: string
  organisationId: string
  moduleId: string
  kind: 'excused' | 'extended'
  reason: ExcuseReason | null
  untilOn: Day | null
  decidedAt: Date
  decidedBy: string | null
}

export async function insertException(tx: Tx, exception: ExceptionToInsert): Promise<void> {
  const { untilOn } = exception
  await tx.dutyException.create({
    data: { ...exception, untilOn: untilOn === null ? null : dateOf(untilOn) },
  })
}

/** Ends what holds for a person and a module in an organisation; @returns whether anything did. */
export async function endExceptions(
  tx: Tx,
  of: { personId: string; organisationId: string; moduleId: string },
  ended: { endedAt: Date; endedBy: string | null },
): Promise<boolean> {
  const { count } = await tx.dutyException.updateMany({
    where: { ...of, endedAt: null },
    data: ended,
  })
  return count > 0
}

export async function moduleExists(tx: Tx, moduleId: string): Promise<boolean> {
  const found = await txRows(tx, sql`select 1 from module where id = ${moduleId}::uuid`)
  return found.length > 0
}
