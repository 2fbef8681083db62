import { createHash, randomBytes } from 'node:crypto'
import type { Actor, ServiceActor, ServiceScope } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { today, type Day } from '~/kernel/dates.ts'
import { isId, newId, type ServiceKeyId } from '~/kernel/ids.ts'
import { may } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { recordAudit } from '~/domain/audit/audit.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import {
  insertKey,
  markKeyUsed,
  saveRevocation,
  selectKey,
  selectKeyByHash,
  selectKeyForChange,
  selectKeys,
} from './service-key.db.server.ts'
import { keyNameSchema } from './service-key.schema.ts'
import {
  isKeySecret,
  keySecretOf,
  keyStatusOf,
  latestKeyDay,
  prefixLength,
  type KeyView,
} from './service-key.ts'

// 256 random bits cannot be guessed, so a plain hash keeps them as well as a slow one would, and a
// look-up by it takes no time that tells anything (docs/decisions/0012).
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

function mustManageKeys(actor: Actor): void {
  if (!may(actor, 'key:manage', {})) throw new Refusal('forbidden')
}

interface MakeKey {
  actor: Actor
  /** From the form, so that the same form makes one key however often it is sent. */
  keyId?: string
  /** What the key is for: the other system's name, never a person's; one line of 1 to 100 characters. */
  name: string
  scope: ServiceScope
  /** The last day, inclusive; today to two years on. */
  validTo: Day
}

/**
 * Makes a key for another system.
 * @returns its secret, which is kept nowhere and cannot be shown again
 * @throws Refusal forbidden, key.name-unfit (field name), key.day-passed, key.too-long (field validTo),
 *   key.made-already
 */
export async function makeKey(input: MakeKey): Promise<{ keyId: string; secret: string }> {
  const { actor, scope, validTo } = input
  mustManageKeys(actor)
  const { data: name } = keyNameSchema.safeParse(input.name)
  if (name === undefined) throw new Refusal('key.name-unfit', {}, { field: 'name' })
  if (validTo < today()) throw new Refusal('key.day-passed', {}, { field: 'validTo' })
  if (validTo > latestKeyDay(today())) {
    throw new Refusal('key.too-long', {}, { field: 'validTo' })
  }
  const keyId = input.keyId ?? newId<ServiceKeyId>()
  const secret = keySecretOf(randomBytes(32))
  await inTransaction(actor, async (tx) => {
    const isNew = await insertKey(tx, {
      id: keyId,
      name,
      prefix: secret.slice(0, prefixLength),
      secretHash: hashOf(secret),
      scopes: [scope],
      validTo,
      createdAt: now(),
      createdBy: actor.personId,
    })
    if (!isNew) throw new Refusal('key.made-already')
    await recordAudit(tx, actor, {
      action: 'key.created',
      subjectId: keyId,
      detail: { scope, validTo },
    })
  })
  return { keyId, secret }
}

/**
 * Ends a key, from this moment. Ending it again changes nothing.
 * @throws Refusal forbidden, not-found
 */
export async function revokeKey({ actor, keyId }: { actor: Actor; keyId: string }): Promise<void> {
  mustManageKeys(actor)
  await inTransaction(actor, async (tx) => {
    const key = isId(keyId) ? await selectKeyForChange(tx, keyId) : undefined
    if (!key) throw new Refusal('not-found')
    if (key.revokedAt !== null) return
    await saveRevocation(tx, keyId, { revokedAt: now(), revokedBy: actor.personId })
    await recordAudit(tx, actor, { action: 'key.revoked', subjectId: keyId })
  })
}

/**
 * Every key that has been made, the newest first.
 * @throws Refusal forbidden
 */
export async function listKeys(actor: Actor): Promise<KeyView[]> {
  mustManageKeys(actor)
  return (await selectKeys()).map((key) => ({ ...key, status: keyStatusOf(key, today()) }))
}

/**
 * One key.
 * @throws Refusal forbidden, not-found
 */
export async function readKey(actor: Actor, keyId: string): Promise<KeyView> {
  mustManageKeys(actor)
  const key = isId(keyId) ? await selectKey(keyId) : undefined
  if (!key) throw new Refusal('not-found')
  return { ...key, status: keyStatusOf(key, today()) }
}

/** Who shows a secret, as one who acts; null when it opens nothing. The key's last use is marked. */
export async function readServiceActor(secret: string | undefined): Promise<ServiceActor | null> {
  const key = isKeySecret(secret) ? await selectKeyByHash(hashOf(secret)) : undefined
  if (!key || keyStatusOf(key, today()) !== 'valid') return null
  await markKeyUsed(key.keyId, now())
  return {
    kind: 'service',
    personId: null,
    keyId: key.keyId as ServiceKeyId,
    scopes: key.scopes,
  }
}
