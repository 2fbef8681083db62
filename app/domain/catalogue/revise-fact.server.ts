import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { today } from '~/kernel/dates.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { requireMayEdit } from './catalogue.policy.ts'
import { insertFactVersion, lockFacts, tellVersion } from './fact.db.server.ts'
import type { FactConfirmation, FactRevision } from './fact.schema.ts'
import { saysTheSame, type FactContent, type HeldFact } from './fact.ts'

interface OfFact {
  actor: Actor
  factId: string | undefined
}

/**
 * Writes what a fact says from now on, in every module at once, as a new version.
 * @param number the newest version when the form was opened, told or not
 * @throws Refusal forbidden, not-found, fact.changed-meanwhile (somebody else, or an import, has written since),
 *   fact.unchanged
 */
export async function reviseFact({
  actor,
  factId,
  number,
  note,
  ...content
}: FactRevision & OfFact): Promise<void> {
  requireMayEdit(actor)
  await inTransaction(actor, async (tx) => {
    const held = await lockAsRead(tx, factId, number)
    if (saysTheSame(content, held)) throw new Refusal('fact.unchanged')
    await writeVersion(tx, actor, held, { content, note, action: 'fact.revised' })
  })
}

/**
 * Says that a fact has been looked up and still holds: a new version with new days of review.
 * @throws Refusal forbidden, not-found, fact.changed-meanwhile
 */
export async function confirmFact({
  actor,
  factId,
  number,
  reviewer,
  nextReview,
  note,
}: FactConfirmation & OfFact): Promise<void> {
  requireMayEdit(actor)
  await inTransaction(actor, async (tx) => {
    const held = await lockAsRead(tx, factId, number)
    const content = { ...held, reviewer, nextReview, lastReviewed: today() }
    await writeVersion(tx, actor, held, { content, note, action: 'fact.confirmed' })
  })
}

async function lockAsRead(tx: Tx, factId: string | undefined, number: number): Promise<HeldFact> {
  const [held] = factId === undefined ? [] : await lockFacts(tx, [factId])
  if (!held) throw new Refusal('not-found')
  if (held.latestNumber !== number) throw new Refusal('fact.changed-meanwhile', { read: number })
  return held
}

interface Written {
  content: FactContent
  note: string
  action: 'fact.revised' | 'fact.confirmed'
}

async function writeVersion(
  tx: Tx,
  actor: Actor,
  held: HeldFact,
  { content, note, action }: Written,
): Promise<void> {
  const number = held.latestNumber + 1
  await insertFactVersion(tx, {
    ...content,
    id: held.id,
    number,
    origin: 'editor',
    note,
    writtenAt: now(),
    writtenBy: actor.personId,
  })
  await tellVersion(tx, { ...content, id: held.id, number })
  await recordAudit(tx, actor, { action, subjectId: held.id, detail: { number } })
}
