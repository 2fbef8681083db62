import type { Actor } from '~/kernel/actor.ts'
import { spendSubmission } from '../submission.server.ts'
import { prisma } from './database.server.ts'
import type { Sql, Tx } from './sql.server.ts'

/**
 * Runs `work` in one transaction: all of it is written, or nothing. Inside, use only `tx`: the
 * embedded database has one connection, and a query outside `tx` would wait for ever.
 * Waits up to 20 s for a connection and rolls back after 60 s, or what is told.
 * Within an action, the first one takes the form that was sent (see submission.server.ts).
 * @param actor who does it; kept on the transaction (`samsyn.actor`) for the database's own checks
 * @param seconds when it is rolled back; more for what writes a whole organisation
 */
export async function inTransaction<Result>(
  actor: Actor,
  work: (tx: Tx) => Promise<Result>,
  { seconds = 60 }: { seconds?: number } = {},
): Promise<Result> {
  return prisma().$transaction(
    async (tx) => {
      await tx.$queryRaw`select set_config('samsyn.actor', ${actor.personId ?? actor.kind}, true)`
      await spendSubmission(tx)
      return work(tx)
    },
    { maxWait: 20_000, timeout: seconds * 1_000 },
  )
}

/** Rows of a query inside a transaction. Cast days and counts in the SQL (`::text`, `::int`). */
export async function txRows<Row>(tx: Tx, query: Sql): Promise<Row[]> {
  return tx.$queryRaw<Row[]>(query)
}
