import { sql, type Tx } from './db/sql.server.ts'
import { txRows } from './db/transaction.server.ts'

/** One number for the whole database, of our own choice. */
const lockKey = 730_211

/**
 * Keeps the sweep away until the transaction ends. Called before the first `keep` of blobs whose rows
 * the same transaction writes: until it ends, nobody else can see that they are needed.
 */
export async function holdBlobs(tx: Tx): Promise<void> {
  // As text: Prisma reads no column of the type void.
  await txRows(tx, sql`select pg_advisory_xact_lock_shared(${lockKey}::bigint)::text`)
}

/** The other side: true where nobody holds blobs now, nor will until this transaction ends. */
export async function mayRemoveBlobs(tx: Tx): Promise<boolean> {
  const query = sql`select pg_try_advisory_xact_lock(${lockKey}::bigint) as free`
  const [answer] = await txRows<{ free: boolean }>(tx, query)
  return answer?.free === true
}
