import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { isId, newId, type ModuleId } from '~/kernel/ids.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { lockModule } from './catalogue.db.server.ts'
import { requireMayEdit } from './catalogue.policy.ts'
import {
  insertModuleRule,
  selectModuleRule,
  selectModuleRules,
  selectModuleRuleWithin,
  type ModuleRuleRow,
} from './module-rule.db.server.ts'
import { areSameRules, usualRules, type AttemptRules } from './module-rule.ts'

interface DecideModuleRule extends AttemptRules {
  actor: Actor
  moduleId: string | undefined
}

/**
 * Decides how attempts at a module are judged from now on. An attempt that has begun keeps its rules.
 * @throws Refusal forbidden, not-found
 */
export async function decideModuleRule({
  actor,
  moduleId,
  ...given
}: DecideModuleRule): Promise<void> {
  requireMayEdit(actor)
  const { statusRule, scoreRule, passedCompletes, appliesLimits, attemptsAllowed } = given
  const rules = { statusRule, scoreRule, passedCompletes, appliesLimits, attemptsAllowed }
  await inTransaction(actor, async (tx) => {
    // Locked, so that of two who decide at once the later row is the one that holds.
    if (!isId(moduleId) || !(await lockModule(tx, moduleId))) throw new Refusal('not-found')
    const before = await selectModuleRuleWithin(tx, moduleId)
    if (areSameRules(before ?? usualRules, rules)) return
    // After the one before also within a millisecond: the newest is the one that holds.
    const decidedAt = new Date(Math.max(now().getTime(), (before?.decidedAt.getTime() ?? 0) + 1))
    const decided = { id: newId(), decidedAt, decidedBy: actor.personId }
    await insertModuleRule(tx, { ...rules, ...decided, moduleId: moduleId as ModuleId })
    await recordAudit(tx, actor, {
      action: 'module-rule.decided',
      subjectId: moduleId,
      detail: { ...rules },
    })
  })
}

/** The rules that new attempts at a module begin with, as a part of what a transaction does. */
export async function readModuleRuleWithin(tx: Tx, moduleId: string): Promise<AttemptRules> {
  return (await selectModuleRuleWithin(tx, moduleId)) ?? usualRules
}

/** How new attempts at a module are judged; the moment is null while nobody has decided. */
export async function readModuleRule(
  moduleId: string,
): Promise<AttemptRules & { decidedAt: Date | null }> {
  return (await selectModuleRule(moduleId)) ?? { ...usualRules, decidedAt: null }
}

/** Every decision about a module's rules, the newest first. */
export async function listModuleRules(moduleId: string): Promise<ModuleRuleRow[]> {
  return selectModuleRules(moduleId)
}
