import type { ServiceScope } from '~/kernel/actor.ts'
import { dateOf, type Day } from '~/kernel/dates.ts'
import { firstRow, rows } from '~/platform/db/database.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { KeyView } from './service-key.ts'

export interface NewKey {
  id: string
  name: string
  prefix: string
  secretHash: string
  scopes: ServiceScope[]
  validTo: Day
  createdAt: Date
  createdBy: string | null
}

/** @returns false, and nothing is written, when there is a key with that id */
export async function insertKey(tx: Tx, { validTo, ...key }: NewKey): Promise<boolean> {
  const data = [{ ...key, validTo: dateOf(validTo) }]
  const { count } = await tx.serviceKey.createMany({ data, skipDuplicates: true })
  return count === 1
}

type KeyRow = Omit<KeyView, 'status'>

const columns = sql`
  id as "keyId", name, prefix, scopes, valid_to as "validTo", created_at as "createdAt",
  last_used_at as "lastUsedAt", revoked_at as "revokedAt"`

/** Every key, the newest first. */
export async function selectKeys(): Promise<KeyRow[]> {
  return rows<KeyRow>(sql`select ${columns} from service_key order by created_at desc, id desc`)
}

export async function selectKey(keyId: string): Promise<KeyRow | undefined> {
  return firstRow<KeyRow>(sql`select ${columns} from service_key where id = ${keyId}::uuid`)
}

export async function selectKeyByHash(secretHash: string): Promise<KeyRow | undefined> {
  return firstRow<KeyRow>(sql`select ${columns} from service_key where secret_hash = ${secretHash}`)
}

/** Marks a key as used, unless it was marked less than a minute before: a read need not be a write. */
export async function markKeyUsed(keyId: string, at: Date): Promise<void> {
  const minuteBefore = new Date(at.getTime() - 60_000)
  await rows(sql`
    update service_key set last_used_at = ${at}
     where id = ${keyId}::uuid and (last_used_at is null or last_used_at <= ${minuteBefore})
    returning id`)
}

/** The key to revoke, its row locked. */
export async function selectKeyForChange(
  tx: Tx,
  keyId: string,
): Promise<{ revokedAt: Date | null } | undefined> {
  const [row] = await txRows<{ revokedAt: Date | null }>(
    tx,
    sql`select revoked_at as "revokedAt" from service_key where id = ${keyId}::uuid for update`,
  )
  return row
}

export async function saveRevocation(
  tx: Tx,
  keyId: string,
  revocation: { revokedAt: Date; revokedBy: string | null },
): Promise<void> {
  await tx.serviceKey.update({ where: { id: keyId }, data: revocation })
}
