import { createHash, randomBytes } from 'node:crypto'
import { systemActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { newId } from '~/kernel/ids.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import {
  endUnusedLinks,
  insertLink,
  markLinkUsed,
  selectLink,
  selectLinkForUse,
} from './one-time-link.db.server.ts'
import { isLinkSecret, isUsable, linkExpiry, type LinkPurpose } from './one-time-link.ts'

// Who reads the table can open nothing. A link that is bound is found only by who brings what it is bound to, too.
const hashOf = (secret: string, boundTo = '') =>
  createHash('sha256').update(`${secret}${boundTo}`).digest('hex')

/**
 * Makes a link that works once. Called where the link is sent (the mail's job), so that its secret
 * lies nowhere but in the mail.
 * @param personId whom it is for; null for the first administrator
 * @param boundTo what has to come along for the link to open anything; nothing when left out
 * @returns the path, "/reset-password/<secret>"
 */
export async function makeLink(
  purpose: LinkPurpose,
  personId: string | null,
  boundTo?: string,
): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const createdAt = now()
  await inTransaction(systemActor, async (tx) => {
    // A start that prints a new link for the administrator ends the one printed before.
    if (purpose === 'administrator') await endUnusedLinks(tx, purpose, null, createdAt)
    await insertLink(tx, {
      id: newId(),
      purpose,
      secretHash: hashOf(secret, boundTo),
      personId,
      createdAt,
      expiresAt: linkExpiry(purpose, createdAt),
    })
    await recordAudit(tx, systemActor, {
      action: 'one-time-link.made',
      subjectId: personId ?? undefined,
      detail: { purpose },
    })
  })
  return `/${purpose}/${secret}`
}

/** Whether a link would work now; for the page it opens, which changes nothing. */
export async function isLinkGood(purpose: LinkPurpose, secret?: string): Promise<boolean> {
  const link = isLinkSecret(secret) ? await selectLink(hashOf(secret)) : null
  return !!link && isUsable(link, purpose, now())
}

/** Whose a link is that would work now; null when it would not, or is nobody's. */
export async function readLinkOwner(
  purpose: LinkPurpose,
  secret?: string,
  boundTo?: string,
): Promise<string | null> {
  const link = isLinkSecret(secret) ? await selectLink(hashOf(secret, boundTo)) : null
  return link && isUsable(link, purpose, now()) ? link.personId : null
}

/**
 * Uses a link up, in the transaction of what it opens.
 * @returns whom it was made for; null for the first administrator
 * @throws Refusal link.not-valid when it is used, too old or none of ours
 */
export async function useUpLink(
  tx: Tx,
  purpose: LinkPurpose,
  secret: string | undefined,
  boundTo?: string,
): Promise<string | null> {
  const link = isLinkSecret(secret)
    ? await selectLinkForUse(tx, hashOf(secret, boundTo))
    : undefined
  const at = now()
  if (!link || !isUsable(link, purpose, at)) throw new Refusal('link.not-valid')
  await markLinkUsed(tx, link.id, at)
  return link.personId
}

/** Ends a person's other links of a purpose, as those to choose a password once one is chosen. */
export async function endLinks(tx: Tx, purpose: LinkPurpose, personId: string): Promise<void> {
  await endUnusedLinks(tx, purpose, personId, now())
}
