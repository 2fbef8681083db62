import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'

/** Those of the blobs that a package's file refers to. */
export async function selectReferred(tx: Tx, sha256s: string[]): Promise<Set<string>> {
  const found = await txRows<{ sha256: string }>(
    tx,
    sql`select distinct sha256 from package_file where sha256 = any(${sha256s}::text[])`,
  )
  return new Set(found.map(({ sha256 }) => sha256))
}
