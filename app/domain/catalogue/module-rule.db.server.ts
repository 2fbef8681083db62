import type { ModuleId, PersonId } from '~/kernel/ids.ts'
import { firstRow, rows } from '~/platform/db/database.server.ts'
import { sql, type Sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { AttemptRules } from './module-rule.ts'

export interface ModuleRuleRow extends AttemptRules {
  decidedAt: Date
}

const decidedFor = (moduleId: string): Sql => sql`
  select status_rule as "statusRule", score_rule as "scoreRule",
         passed_completes as "passedCompletes", applies_limits as "appliesLimits",
         attempts_allowed as "attemptsAllowed", decided_at as "decidedAt"
    from module_rule
   where module_id = ${moduleId}::uuid
   order by decided_at desc, id desc`

const newestOf = (moduleId: string): Sql => sql`${decidedFor(moduleId)} limit 1`

/** The newest first, at most a hundred. */
export async function selectModuleRules(moduleId: string): Promise<ModuleRuleRow[]> {
  return rows<ModuleRuleRow>(sql`${decidedFor(moduleId)} limit 100`)
}

export async function selectModuleRule(moduleId: string): Promise<ModuleRuleRow | undefined> {
  return firstRow<ModuleRuleRow>(newestOf(moduleId))
}

export async function selectModuleRuleWithin(
  tx: Tx,
  moduleId: string,
): Promise<ModuleRuleRow | undefined> {
  return (await txRows<ModuleRuleRow>(tx, newestOf(moduleId)))[0]
}

export async function insertModuleRule(
  tx: Tx,
  rule: AttemptRules & {
    id: string
    moduleId: ModuleId
    decidedAt: Date
    decidedBy: PersonId | null
  },
): Promise<void> {
  await tx.moduleRule.create({ data: rule })
}
