import { dateOf, type Day } from '~/kernel/dates.ts'
import { newId } from '~/kernel/ids.ts'
import { rows } from '~/platform/db/database.server.ts'
import { holdsOn } from '~/platform/db/days.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { DutyDecision } from './duty-decision.ts'
import type { ExcuseReason } from './duty-exception.ts'

/** Which of these people work in the organisation on the day, confirmed. */
export async function colleaguesAmong(
  tx: Tx,
  organisationId: string,
  personIds: readonly string[],
  day: Day,
): Promise<string[]> {
  const found = await txRows<{ id: string }>(
    tx,
    sql`
    select distinct affiliation.person_id::text as id
      from unit_placement placement
      join affiliation on affiliation.unit_id = placement.unit_id
     where placement.organisation_id = ${organisationId}::uuid
       and ${holdsOn(sql`placement`, day)}
       and affiliation.status = 'confirmed' and ${holdsOn(sql`affiliation`, day)}
       and affiliation.person_id = any(${[...personIds]}::uuid[])`,
  )
  return found.map(({ id }) => id)
}

export interface DecisionToInsert {
  id: string
  organisationId: string
  moduleId: string
  kind: DutyDecision['kind']
  reason: ExcuseReason | null
  untilOn: Day | null
  people: number
  decidedAt: Date
  decidedBy: string | null
}

export async function insertDecision(tx: Tx, decision: DecisionToInsert): Promise<void> {
  const { untilOn } = decision
  await tx.dutyDecision.create({
    data: { ...decision, untilOn: untilOn === null ? null : dateOf(untilOn) },
  })
}

/** Lets the decision hold for these people instead of whatever held for them before. */
export async function insertExceptionsOf(
  tx: Tx,
  decision: DecisionToInsert,
  personIds: readonly string[],
): Promise<void> {
  const { id, organisationId, moduleId, kind, reason, untilOn, decidedAt, decidedBy } = decision
  await tx.$executeRaw`
    update duty_exception
       set ended_at = ${decidedAt}, ended_by = ${decidedBy}::uuid,
           ended_by_decision_id = ${id}::uuid
     where organisation_id = ${organisationId}::uuid and module_id = ${moduleId}::uuid
       and ended_at is null and person_id = any(${[...personIds]}::uuid[])`
  await tx.$executeRaw`
    insert into duty_exception (id, person_id, organisation_id, module_id, kind, reason, until_on,
                                decided_at, decided_by, decision_id)
    select new.id, new.person_id, ${organisationId}::uuid, ${moduleId}::uuid, ${kind}, ${reason},
           ${untilOn}::date, ${decidedAt}, ${decidedBy}::uuid, ${id}::uuid
      from unnest(${personIds.map(() => newId())}::uuid[], ${[...personIds]}::uuid[])
        as new (id, person_id)`
  await noteSize(tx, personIds.length)
}

/** So many new rows at once mislead the database's planner until it has counted them. */
const manyRows = 500

async function noteSize(tx: Tx, rowsAdded: number): Promise<void> {
  if (rowsAdded >= manyRows) await tx.$executeRaw`analyze duty_exception`
}

/** A decision of the organisation's, which nobody else undoes at the same time. */
export async function lockDecision(
  tx: Tx,
  organisationId: string,
  decisionId: string,
): Promise<Pick<DutyDecision, 'moduleId' | 'decidedAt' | 'undoneAt'> | undefined> {
  const [found] = await txRows<Pick<DutyDecision, 'moduleId' | 'decidedAt' | 'undoneAt'>>(
    tx,
    sql`
    select module_id::text as "moduleId", decided_at as "decidedAt", undone_at as "undoneAt"
      from duty_decision
     where id = ${decisionId}::uuid and organisation_id = ${organisationId}::uuid
       for update`,
  )
  return found
}

interface Undoing {
  decisionId: string
  undoneAt: Date
  undoneBy: string | null
}

/**
 * Ends what still holds of a decision and lets what it had replaced hold again, as a row of its own: what
 * held on a day before stays told. Where that rested on a decision which has been taken back since, what
 * had been before it holds. @returns for how many people something ended
 */
export async function takeBackDecision(tx: Tx, undoing: Undoing): Promise<number> {
  const { decisionId, undoneAt, undoneBy } = undoing
  await tx.dutyDecision.update({ where: { id: decisionId }, data: { undoneAt, undoneBy } })
  const ended = await txRows<{ personId: string }>(
    tx,
    sql`
    update duty_exception set ended_at = ${undoneAt}, ended_by = ${undoneBy}::uuid
     where decision_id = ${decisionId}::uuid and ended_at is null
    returning person_id::text as "personId"`,
  )
  const personIds = ended.map(({ personId }) => personId)
  await tx.$executeRaw`
    with recursive replaced as (
      select earlier.* from duty_exception earlier
       where earlier.ended_by_decision_id = ${decisionId}::uuid
         and earlier.person_id = any(${personIds}::uuid[])
      union all
      select earlier.*
        from replaced
        join duty_decision undone on undone.id = replaced.decision_id and undone.undone_at is not null
        join duty_exception earlier
          on earlier.ended_by_decision_id = undone.id and earlier.person_id = replaced.person_id)
    insert into duty_exception (id, person_id, organisation_id, module_id, kind, reason, until_on,
                                decided_at, decided_by, decision_id)
    select gen_random_uuid(), replaced.person_id, replaced.organisation_id, replaced.module_id,
           replaced.kind, replaced.reason, replaced.until_on, ${undoneAt}, ${undoneBy}::uuid,
           replaced.decision_id
      from replaced
      left join duty_decision decision on decision.id = replaced.decision_id
     where decision.undone_at is null`
  await noteSize(tx, personIds.length)
  return personIds.length
}

/** The newest decisions of an organisation about a module since a moment, newest first. */
export async function selectDecisions(
  of: { organisationId: string; moduleId: string },
  since: Date,
): Promise<DutyDecision[]> {
  return rows<DutyDecision>(sql`
    select id, module_id as "moduleId", kind, reason, until_on as "untilOn", people,
           decided_at as "decidedAt", undone_at as "undoneAt"
      from duty_decision
     where organisation_id = ${of.organisationId}::uuid and module_id = ${of.moduleId}::uuid
       and decided_at >= ${since}
     order by decided_at desc, id desc limit 10`)
}
