import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { newId } from '~/kernel/ids.ts'
import { may } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { insertRule, selectRuleForChange, selectRules } from './coverage-rule.db.server.ts'
import { firstRule, rulesOf, type CoverageRules } from './coverage-rule.ts'

/**
 * What counts as held now, and every decision that led there.
 * @throws Refusal forbidden
 */
export async function readCoverageRules(actor: Actor): Promise<CoverageRules> {
  requireDefine(actor)
  return rulesOf(await selectRules())
}

/**
 * Decides whether imported completions count as held, from today on: figures of earlier days stay as
 * they were.
 * @throws Refusal forbidden, coverage.rule-unchanged
 */
export async function setCoverageRule(input: {
  actor: Actor
  countsImported: boolean
}): Promise<void> {
  const { actor, countsImported } = input
  requireDefine(actor)
  await inTransaction(actor, async (tx) => {
    const before = (await selectRuleForChange(tx)) ?? firstRule.countsImported
    if (before === countsImported) {
      throw new Refusal('coverage.rule-unchanged', {}, { field: 'imported' })
    }
    const id = newId()
    await insertRule(tx, { id, countsImported, setAt: now(), setBy: actor.personId })
    await recordAudit(tx, actor, {
      action: 'coverage.rule-set',
      subjectId: id,
      detail: { countsImported },
    })
  })
}

function requireDefine(actor: Actor): void {
  if (!may(actor, 'followup:define', {})) throw new Refusal('forbidden')
}
