import type { Day } from '~/kernel/dates.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'

/**
 * Records with each new completion where the person worked on its day. A statement to stand beside
 * `fresh (id, person_id, completed_on)`.
 */
export const placeFreshCompletions = sql`
  insert into completion_affiliation
         (completion_id, affiliation_id, unit_id, municipality_code, profession_group,
          affiliation_kind, affiliation_status)
  select fresh.id, affiliation.id, affiliation.unit_id, affiliation.municipality_code,
         affiliation.profession_group, affiliation.kind, affiliation.status
    from fresh join affiliation on affiliation.person_id = fresh.person_id
   where affiliation.status in ('claimed', 'confirmed')
     and affiliation.valid_from <= fresh.completed_on
     and (affiliation.valid_to is null or affiliation.valid_to > fresh.completed_on)`

export interface ImportedCompletion {
  id: string
  personId: string
  moduleId: string
  day: Day
  evidence: string
}

/**
 * Adds completions that were earned elsewhere; one that is there already stays as it is. Of the time
 * of day nothing is known: it is noon.
 * @returns how many were added
 */
export async function insertImportedCompletions(
  tx: Tx,
  importId: string,
  completions: ImportedCompletion[],
): Promise<number> {
  const [added] = await txRows<{ count: number }>(
    tx,
    sql`
    with fresh as (
      insert into completion
             (id, person_id, module_id, completed_at, completed_on, source, import_id, evidence)
      select given.id, given."personId", given."moduleId",
             (given.day + time '12:00') at time zone 'Europe/Stockholm', given.day, 'import',
             ${importId}::uuid, given.evidence
        from jsonb_to_recordset(${JSON.stringify(completions)}::jsonb)
             as given (id uuid, "personId" uuid, "moduleId" uuid, day date, evidence text)
      on conflict (person_id, module_id, completed_on) where module_version_id is null do nothing
      returning id, person_id, completed_on
    ), placed as (${placeFreshCompletions})
    select count(*)::int as count from fresh`,
  )
  return added?.count ?? 0
}

/** Removes what an import added, and nothing else. @returns how many */
export async function deleteImportedCompletions(tx: Tx, importId: string): Promise<number> {
  await tx.completionAffiliation.deleteMany({ where: { completion: { importId } } })
  return (await tx.completion.deleteMany({ where: { importId, source: 'import' } })).count
}
