import type { Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { newId } from '~/kernel/ids.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { insertAudit } from './audit.db.server.ts'

export interface AuditedChange {
  /** Noun and past participle: "assignment.created". */
  action: string
  subjectId?: string
  /** The organisation concerned, so that it can be shown its own trail. */
  organisationId?: string
  /** Ids, codes and numbers; never names, addresses or free text. */
  detail?: Record<string, string | number | boolean | null>
}

/** Adds a line to the audit trail in the change's own transaction. */
export async function recordAudit(tx: Tx, actor: Actor, change: AuditedChange): Promise<void> {
  await insertAudit(tx, [lineOf(actor, change)])
}

/** Adds a line for each of several changes that were made at once. */
export async function recordAudits(tx: Tx, actor: Actor, changes: AuditedChange[]): Promise<void> {
  await insertAudit(
    tx,
    changes.map((change) => lineOf(actor, change)),
  )
}

function lineOf(actor: Actor, change: AuditedChange) {
  return {
    id: newId(),
    at: now(),
    actorKind: actor.kind,
    actorPersonId: actor.personId,
    action: change.action,
    subjectId: change.subjectId,
    organisationId: change.organisationId,
    // A key is no person: which one it was stands in the detail.
    detail: actor.kind === 'service' ? { ...change.detail, key: actor.keyId } : change.detail,
  }
}
