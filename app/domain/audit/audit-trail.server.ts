import type { Actor } from '~/kernel/actor.ts'
import { isId } from '~/kernel/ids.ts'
import { may } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { countAuditLines, selectAuditLines, type AuditLine } from './audit-trail.db.server.ts'

const linesAtOnce = 50

export interface AuditTrailView {
  lines: AuditLine[]
  /** How many there are in all. */
  total: number
  /** From 1. */
  page: number
  pages: number
  /** The id that the lines are about, as doer, subject or organisation; null: all lines. */
  about: string | null
}

/**
 * A page of the audit trail, the newest first: ids and words, no names.
 * @param page from 1; one outside the trail shows its nearest end
 * @throws Refusal forbidden
 */
export async function readAuditTrail(
  actor: Actor,
  { page, about }: { page: number; about?: string | null },
): Promise<AuditTrailView> {
  if (!may(actor, 'audit:read', {})) throw new Refusal('forbidden')
  const id = isId(about) ? about : null
  const total = await countAuditLines(id)
  const pages = Math.max(1, Math.ceil(total / linesAtOnce))
  const shown = Math.min(Math.max(1, Number.isInteger(page) ? page : 1), pages)
  const lines = await selectAuditLines(id, {
    limit: linesAtOnce,
    offset: (shown - 1) * linesAtOnce,
  })
  return { lines, total, page: shown, pages, about: id }
}
