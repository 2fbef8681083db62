import { readModuleRule } from '~/domain/catalogue/module-rule.server.ts'
import { usualRules } from '~/domain/catalogue/module-rule.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { isId } from '~/kernel/ids.ts'
import { selectResults } from './attempt.db.server.ts'
import { attemptsLeft, isSettled, standingResult, type ResultView } from './attempt.ts'

/**
 * A person's own attempts at a module, at the version that they began last, and the result that stands
 * by the rules of the latest. How many more may be made is decided by the module's rules of today.
 * Undefined while they have not begun.
 */
export async function readResult({
  actor,
  moduleId,
}: {
  actor: PersonActor
  moduleId: string
}): Promise<ResultView | undefined> {
  const found = isId(moduleId) ? await selectResults(actor.personId, moduleId) : []
  const latest = found.at(-1)
  if (!latest) return undefined
  const rules = latest.rules ?? usualRules
  const left = attemptsLeft(latest.number, await readModuleRule(moduleId))
  return {
    attempts: found.map(({ rules: _, ...attempt }) => attempt),
    stands: standingResult(found, rules),
    scoreRule: rules.scoreRule,
    isSettled: isSettled(latest),
    mayStartAgain: isSettled(latest) && left !== 0,
    attemptsLeft: left,
  }
}
