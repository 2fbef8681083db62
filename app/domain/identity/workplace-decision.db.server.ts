import { dateOf, today, type Day } from '~/kernel/dates.ts'
import { rows } from '~/platform/db/database.server.ts'
import { holdsOn } from '~/platform/db/days.server.ts'
import { sql, type Sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import { asItWas } from './affiliation.db.server.ts'
import type { WorkplaceDecision, WorkplaceDecisionKind } from './workplace-decision.ts'

// Whose it is may change by a merge of accounts, and is not put back.
const whole = (affiliation: Sql) => sql`(to_jsonb(${affiliation}) - 'person_id')`
const hashOf = (affiliation: Sql) => sql`md5(${whole(affiliation)}::text)`

interface DecisionToInsert {
  id: string
  organisationId: string
  kind: WorkplaceDecisionKind
  lastDay: Day | null
  decidedAt: Date
  decidedBy: string | null
}

/** A decision that is about to be carried out, with the workplaces as they are before it, their rows locked. */
export async function insertWorkplaceDecision(
  tx: Tx,
  decision: DecisionToInsert,
  affiliationIds: readonly string[],
): Promise<void> {
  const { lastDay } = decision
  await tx.workplaceDecision.create({
    data: {
      ...decision,
      lastDay: lastDay === null ? null : dateOf(lastDay),
      workplaces: affiliationIds.length,
    },
  })
  await tx.$executeRaw`
    insert into workplace_decision_change (decision_id, affiliation_id, before)
    select ${decision.id}::uuid, locked.id, ${whole(sql`locked`)}
      from (select * from affiliation
             where id = any(${[...affiliationIds]}::uuid[]) order by id for update) locked`
}

/** Notes how the workplaces have become. */
export async function saveDecidedTo(tx: Tx, decisionId: string): Promise<void> {
  await tx.$executeRaw`
    update workplace_decision_change change set after_hash = ${hashOf(sql`affiliation`)}
      from affiliation
     where change.decision_id = ${decisionId}::uuid and affiliation.id = change.affiliation_id`
}

/** A decision of the organisation's, which nobody else undoes at the same time. */
export async function lockWorkplaceDecision(
  tx: Tx,
  organisationId: string,
  decisionId: string,
): Promise<Pick<WorkplaceDecision, 'kind' | 'decidedAt' | 'undoneAt'> | undefined> {
  const [found] = await txRows<Pick<WorkplaceDecision, 'kind' | 'decidedAt' | 'undoneAt'>>(
    tx,
    sql`
    select kind, decided_at as "decidedAt", undone_at as "undoneAt" from workplace_decision
     where id = ${decisionId}::uuid and organisation_id = ${organisationId}::uuid for update`,
  )
  return found
}

/**
 * Puts the workplaces back that are still as the decision left them. A number that somebody else has been given
 * there meanwhile stays theirs.
 * @returns the ids of those that were put back
 */
export async function restoreDecided(
  tx: Tx,
  organisationId: string,
  decisionId: string,
): Promise<string[]> {
  const restored = await txRows<{ id: string }>(
    tx,
    sql`
    update affiliation set ${asItWas}
      from workplace_decision_change change,
           jsonb_populate_record(null::affiliation, change.before) as before
     where change.decision_id = ${decisionId}::uuid and affiliation.id = change.affiliation_id
       and change.after_hash = ${hashOf(sql`affiliation`)}
    returning affiliation.id::text`,
  )
  const ids = restored.map(({ id }) => id)
  await tx.$executeRaw`
    update affiliation own set employer_number = null
     where own.id = any(${ids}::uuid[]) and exists (
           select 1 from affiliation other
             join unit_placement placement on placement.unit_id = other.unit_id
              and ${holdsOn(sql`placement`, today())}
            where lower(other.employer_number) = lower(own.employer_number)
              and other.person_id <> own.person_id and other.status in ('claimed', 'confirmed')
              and placement.organisation_id = ${organisationId}::uuid
              and ${holdsOn(sql`other`, today())})`
  return ids
}

export async function saveUndone(
  tx: Tx,
  decisionId: string,
  undone: { undoneAt: Date; undoneBy: string | null; restored: number },
): Promise<void> {
  await tx.workplaceDecision.update({ where: { id: decisionId }, data: undone })
}

/** The newest decisions of an organisation since a moment, newest first. */
export async function selectWorkplaceDecisions(
  organisationId: string,
  { kinds, since, most }: { kinds: readonly WorkplaceDecisionKind[]; since: Date; most: number },
): Promise<WorkplaceDecision[]> {
  return rows<WorkplaceDecision>(sql`
    select decision.id, decision.kind, decision.last_day as "lastDay", decision.workplaces,
           decision.decided_at as "decidedAt", decision.undone_at as "undoneAt", decision.restored,
           case when decision.workplaces = 1 then (
             select person.given_name || ' ' || person.family_name
               from workplace_decision_change change
               join affiliation on affiliation.id = change.affiliation_id
               join person on person.id = affiliation.person_id
              where change.decision_id = decision.id) end as name
      from workplace_decision decision
     where decision.organisation_id = ${organisationId}::uuid and decision.decided_at > ${since}
       and decision.kind = any(${[...kinds]}::text[])
     order by decision.decided_at desc, decision.id desc limit ${most}`)
}

/** Forgets how workplaces were before decisions that can no longer be undone. @returns how many */
export async function removeOldChanges(tx: Tx, before: Date): Promise<number> {
  const removed = await txRows(
    tx,
    sql`
    delete from workplace_decision_change change using workplace_decision decision
     where decision.id = change.decision_id and decision.decided_at < ${before}
    returning change.affiliation_id`,
  )
  return removed.length
}
