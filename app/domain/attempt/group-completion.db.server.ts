import type { Day } from '~/kernel/dates.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import { placeFreshCompletions } from './completion.db.server.ts'

/** One person who has taken a module together with others, on a day. */
export interface GroupCompletion {
  id: string
  personId: string
  day: Day
}

/** The published version of a module, and what kind of module it is. */
export async function selectPublishedVersion(
  tx: Tx,
  moduleId: string,
): Promise<{ versionId: string; kind: string } | undefined> {
  const [found] = await txRows<{ versionId: string; kind: string }>(
    tx,
    sql`
    select version.id::text as "versionId", module.kind
      from module_version version join module on module.id = version.module_id
     where module.id = ${moduleId}::uuid and version.status = 'published'`,
  )
  return found
}

/** Adds completions of a version; who has one already keeps it. The ids of those that were added. */
export async function insertGroupCompletions(
  tx: Tx,
  { moduleId, versionId }: { moduleId: string; versionId: string },
  completions: readonly GroupCompletion[],
): Promise<{ id: string; personId: string }[]> {
  return txRows(
    tx,
    sql`
    with fresh as (
      insert into completion
             (id, person_id, module_id, module_version_id, completed_at, completed_on, source, evidence)
      select given.id, given."personId", ${moduleId}::uuid, ${versionId}::uuid,
             (given.day + time '12:00') at time zone 'Europe/Stockholm', given.day, 'group', 'grupp'
        from jsonb_to_recordset(${JSON.stringify(completions)}::jsonb)
             as given (id uuid, "personId" uuid, day date)
      on conflict (person_id, module_version_id) do nothing
      returning id, person_id, completed_on
    ), placed as (${placeFreshCompletions})
    select id::text, person_id::text as "personId" from fresh`,
  )
}

/** Removes completions that were given in a group, and no others. */
export async function deleteGroupCompletions(tx: Tx, ids: readonly string[]): Promise<void> {
  const where = { id: { in: [...ids] }, source: 'group' }
  await tx.completionAffiliation.deleteMany({ where: { completion: where } })
  await tx.completion.deleteMany({ where })
}
