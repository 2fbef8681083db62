import { firstRow, rows } from '~/platform/db/database.server.ts'
import { sql, type Sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { Reminded, ReminderRound, RoundStep } from './reminder-round.ts'

export interface NewRound {
  id: string
  organisationId: string
  moduleId: string
  askedAt: Date
  askedBy: string | null
  personIds: readonly string[]
}

export async function insertRound(tx: Tx, { personIds, ...round }: NewRound): Promise<void> {
  const data = { ...round, people: personIds.length, personIds: [...personIds] }
  await tx.reminderRound.create({ data })
}

const roundsWhere = (condition: Sql) => sql`
  select id, organisation_id as "organisationId", module_id as "moduleId", asked_at as "askedAt",
         people, taken, mailed, waiting, not_asked as "notAsked", unreachable,
         ended_at as "endedAt"
    from reminder_round
   where ${condition}
   order by asked_at desc`

export async function selectRound(id: string): Promise<ReminderRound | undefined> {
  return firstRow<ReminderRound>(roundsWhere(sql`id = ${id}::uuid`))
}

/** An organisation's rounds about a module since a moment, the newest first. */
export async function selectRounds(
  { organisationId, moduleId }: { organisationId: string; moduleId: string },
  since: Date,
): Promise<ReminderRound[]> {
  return rows<ReminderRound>(
    roundsWhere(sql`
      organisation_id = ${organisationId}::uuid and module_id = ${moduleId}::uuid
      and asked_at > ${since}`),
  )
}

/** Those of a round who are next; undefined once it is over. */
export async function selectStep(id: string, most: number): Promise<RoundStep | undefined> {
  return firstRow<RoundStep>(sql`
    select id as "roundId", organisation_id as "organisationId", module_id as "moduleId",
           asked_by as "askedBy", people, taken,
           person_ids[taken + 1 : taken + ${most}::integer] as "personIds"
      from reminder_round where id = ${id}::uuid and ended_at is null`)
}

/**
 * Counts what came of a step, and ends the round with the last.
 * @returns false, and nothing is counted, where the step has been counted before
 */
export async function countStep(
  tx: Tx,
  { roundId, taken, personIds }: RoundStep,
  { mailed, waiting, notAsked, unreachable }: Reminded,
  at: Date,
): Promise<boolean> {
  const counted = await txRows<{ id: string }>(
    tx,
    sql`
    update reminder_round
       set taken = taken + ${personIds.length}::integer, mailed = mailed + ${mailed}::integer,
           waiting = waiting + ${waiting}::integer, not_asked = not_asked + ${notAsked}::integer,
           unreachable = unreachable + ${unreachable}::integer
     where id = ${roundId}::uuid and taken = ${taken}::integer and ended_at is null
    returning id`,
  )
  if (counted.length === 0) return false
  await tx.$executeRaw(sql`
    update reminder_round set person_ids = '{}', ended_at = ${at}
     where id = ${roundId}::uuid and taken = people`)
  return true
}

/** Ends a round before it has come to all. */
export async function endRound(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.$executeRaw(sql`
    update reminder_round set person_ids = '{}', ended_at = ${at}
     where id = ${id}::uuid and ended_at is null`)
}

export async function deleteRoundsBefore(tx: Tx, at: Date): Promise<number> {
  return tx.$executeRaw(sql`delete from reminder_round where ended_at < ${at}`)
}
