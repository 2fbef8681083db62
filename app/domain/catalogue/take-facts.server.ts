import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { requireMayEdit } from './catalogue.policy.ts'
import {
  insertFact,
  insertFactVersion,
  lockFacts,
  selectLastOfText,
  tellVersion,
} from './fact.db.server.ts'
import { intakeOf, saysTheSame, type FactIntake } from './fact.ts'
import type { OutlineFact } from './module-outline.schema.ts'

/**
 * Takes the fact sheets of a course's text in (see intakeOf). What the text says anew of a sheet that an editor's words
 * stand in is written down beside them, for editors to decide about.
 * @returns how many sheets each thing happened to
 * @throws Refusal forbidden
 */
export async function takeFactsWithin(
  tx: Tx,
  actor: Actor,
  facts: readonly OutlineFact[],
): Promise<Record<FactIntake, number>> {
  requireMayEdit(actor)
  const ids = facts.map(({ id }) => id)
  const held = new Map((await lockFacts(tx, ids)).map((fact) => [fact.id, fact]))
  const lastOfText = new Map((await selectLastOfText(tx, ids)).map((fact) => [fact.id, fact]))
  const counts: Record<FactIntake, number> = { new: 0, unchanged: 0, follows: 0, kept: 0 }
  let written = 0
  for (const fact of facts) {
    const before = held.get(fact.id)
    const intake = intakeOf(fact, before)
    counts[intake]++
    // Where an editor wrote it first, the sheet is the text's again from here on, and follows what it says next.
    const isTheTexts = before?.origin === 'source'
    const said = lastOfText.get(fact.id)
    const isKnown = intake === 'kept' && said !== undefined && saysTheSame(fact, said)
    if (isKnown || (intake === 'unchanged' && isTheTexts)) continue
    written++
    if (!before) await insertFact(tx, fact)
    const number = (before?.latestNumber ?? 0) + 1
    await insertFactVersion(tx, {
      ...fact,
      number,
      origin: 'source',
      note: '',
      writtenAt: now(),
      writtenBy: actor.personId,
    })
    if (intake !== 'kept') await tellVersion(tx, { ...fact, number })
  }
  if (written > 0) {
    await recordAudit(tx, actor, { action: 'facts.taken', detail: counts })
  }
  return counts
}
