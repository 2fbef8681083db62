import { today } from '~/kernel/dates.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'

/** The unit that stands for a whole organisation. */
export async function selectRootUnit(tx: Tx, organisationId: string): Promise<string | undefined> {
  const [row] = await txRows<{ unitId: string }>(
    tx,
    sql`select root_unit_id::text as "unitId" from organisation
         where id = ${organisationId}::uuid and (closed_on is null or closed_on > ${today()}::date)`,
  )
  return row?.unitId
}
