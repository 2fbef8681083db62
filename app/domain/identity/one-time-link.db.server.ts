import { prisma } from '~/platform/db/database.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { Link, LinkPurpose } from './one-time-link.ts'

export interface NewLink {
  id: string
  purpose: LinkPurpose
  secretHash: string
  personId: string | null
  createdAt: Date
  expiresAt: Date
}

export async function insertLink(tx: Tx, link: NewLink): Promise<void> {
  await tx.oneTimeLink.create({ data: link })
}

type LinkRow = Link & { id: string; personId: string | null }

export async function selectLink(secretHash: string): Promise<LinkRow | null> {
  return prisma().oneTimeLink.findUnique({ where: { secretHash } })
}

/** Two who press at once: the row's lock lets one of them through. */
export async function selectLinkForUse(tx: Tx, secretHash: string): Promise<LinkRow | undefined> {
  const [link] = await txRows<LinkRow>(
    tx,
    sql`select id::text, person_id::text as "personId", purpose, expires_at as "expiresAt", used_at as "usedAt"
          from one_time_link where secret_hash = ${secretHash} for update`,
  )
  return link
}

export async function markLinkUsed(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.oneTimeLink.update({ where: { id }, data: { usedAt: at } })
}

/** Ends the links of a purpose that nobody has used: one person's, or those without a person. */
export async function endUnusedLinks(
  tx: Tx,
  purpose: LinkPurpose,
  personId: string | null,
  at: Date,
): Promise<void> {
  await tx.oneTimeLink.updateMany({
    where: { purpose, personId, usedAt: null },
    data: { usedAt: at },
  })
}

export async function deleteDeadLinks(tx: Tx, at: Date): Promise<number> {
  const { count } = await tx.oneTimeLink.deleteMany({
    where: { OR: [{ expiresAt: { lt: at } }, { usedAt: { not: null } }] },
  })
  return count
}
