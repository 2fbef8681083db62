import type { Day } from '~/kernel/dates.ts'
import { firstRow, rows } from '~/platform/db/database.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import { firstRule, type CoverageRule } from './coverage-rule.ts'

/** Whether imported completions count as held at the end of the day, Swedish time: an SQL expression. */
export const countsImportedOn = (day: Day) => sql`
  coalesce((
    select rule.counts_imported from coverage_rule rule
     where (rule.set_at at time zone 'Europe/Stockholm')::date <= ${day}::date
     order by rule.set_at desc, rule.id desc limit 1), ${firstRule.countsImported}::boolean)`

export async function selectCountsImported(day: Day): Promise<boolean> {
  const found = await firstRow<{ counts: boolean }>(sql`select ${countsImportedOn(day)} as counts`)
  return found?.counts ?? firstRule.countsImported
}

/** Newest first. */
export async function selectRules(): Promise<CoverageRule[]> {
  return rows<CoverageRule>(sql`
    select id, counts_imported as "countsImported", set_at as "setAt" from coverage_rule
     order by set_at desc, id desc`)
}

/**
 * The rule in force, held until the transaction ends so that two decisions cannot both be the next;
 * undefined while there is none.
 */
export async function selectRuleForChange(tx: Tx): Promise<boolean | undefined> {
  await txRows(tx, sql`lock table coverage_rule in share row exclusive mode`)
  const [found] = await txRows<{ counts: boolean }>(
    tx,
    sql`select counts_imported as counts from coverage_rule order by set_at desc, id desc limit 1`,
  )
  return found?.counts
}

export async function insertRule(tx: Tx, rule: CoverageRule & { setBy: string | null }) {
  await tx.coverageRule.create({ data: rule })
}
