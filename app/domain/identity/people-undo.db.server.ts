import { isReferredTo } from '~/platform/db/references.server.ts'
import { sql, type Sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { Glimpse } from '~/platform/long-work.server.ts'
import type { PeopleUndone } from './people-import.ts'
import { asItWas } from './affiliation.db.server.ts'
import { affiliationHash, nameSignIns, personHash } from './people-merge.db.server.ts'

/** Tables of files and decisions, which go with them, and those that an account nobody has claimed has of itself. */
const filesTables = ['people_import_row', 'people_import_end', 'people_import_change']
const passingTables = [...filesTables, 'workplace_decision_change']
const accountTables = [...passingTables, 'sign_in_identity', 'one_time_link']

interface Counted {
  count: number
}

async function counted(tx: Tx, query: Sql): Promise<number> {
  const [row] = await txRows<Counted>(tx, query)
  return row?.count ?? 0
}

/**
 * Puts back what a file changed and takes away what it added, as far as each row is still as the file left it
 * and nothing else has come to refer to what it added. What was put back is no longer among its changes; what
 * is left among them stays.
 */
export async function unmergePeople(
  tx: Tx,
  importId: string,
  glimpse: Glimpse,
): Promise<PeopleUndone> {
  const total = await countChanges(tx, importId, '%')
  const places = await countChanges(tx, importId, 'affiliation-%')
  const added = await countChanges(tx, importId, 'affiliation-added')
  const renamings = await countChanges(tx, importId, 'person-changed')
  const restored = await restoreAffiliations(tx, importId)
  glimpse(places - added, total)
  const affiliations = await takeAffiliations(tx, importId)
  glimpse(places, total)
  const renamed = await restorePeople(tx, importId)
  glimpse(places + renamings, total)
  const people = await takePeople(tx, importId)
  return {
    people,
    affiliations,
    restored: restored + renamed,
    keptPeople: await countChanges(tx, importId, 'person-%'),
    keptAffiliations: await countChanges(tx, importId, 'affiliation-%'),
  }
}

/** How much of what a file did is not put back. */
async function countChanges(tx: Tx, importId: string, kinds: string): Promise<number> {
  return counted(
    tx,
    sql`select count(*)::int as count from people_import_change
         where import_id = ${importId}::uuid and kind like ${kinds}`,
  )
}

async function restoreAffiliations(tx: Tx, importId: string): Promise<number> {
  return counted(
    tx,
    sql`
    with restored as (
      update affiliation
         set ${asItWas}
        from people_import_change change,
             jsonb_populate_record(null::affiliation, change.before) as before
       where change.import_id = ${importId}::uuid and change.subject_id = affiliation.id
         and change.kind in ('affiliation-changed', 'affiliation-ended')
         and change.after_hash = ${affiliationHash(sql`affiliation`)}
      returning affiliation.id),
    over as (
      delete from people_import_change change using restored
       where change.import_id = ${importId}::uuid and change.subject_id = restored.id)
    select count(*)::int as count from restored`,
  )
}

async function takeAffiliations(tx: Tx, importId: string): Promise<number> {
  const isUsed = await isReferredTo(tx, 'affiliation_id', sql`affiliation.id`, passingTables)
  return counted(
    tx,
    sql`
    with taken as (
      delete from affiliation using people_import_change change
       where change.import_id = ${importId}::uuid and change.subject_id = affiliation.id
         and change.kind = 'affiliation-added'
         and change.after_hash = ${affiliationHash(sql`affiliation`)} and not ${isUsed}
      returning affiliation.id),
    over as (
      delete from people_import_change change using taken
       where change.import_id = ${importId}::uuid and change.subject_id = taken.id)
    select count(*)::int as count from taken`,
  )
}

async function restorePeople(tx: Tx, importId: string): Promise<number> {
  const restored = await counted(
    tx,
    sql`
    with restored as (
      update person
         set given_name = change.before ->> 'given_name',
             family_name = change.before ->> 'family_name', email = change.before ->> 'email'
        from people_import_change change
       where change.import_id = ${importId}::uuid and change.subject_id = person.id
         and change.kind = 'person-changed' and change.after_hash = ${personHash(sql`person`)}
      returning person.id)
    select count(*)::int as count from restored`,
  )
  await nameSignIns(tx, importId)
  await txRows(
    tx,
    sql`
    delete from people_import_change change using person
     where change.import_id = ${importId}::uuid and change.kind = 'person-changed'
       and person.id = change.subject_id
       and (change.before - 'invited_at') = (to_jsonb(person) - 'invited_at')`,
  )
  return restored
}

/** Accounts that nobody has claimed, and that nothing speaks of. */
async function takePeople(tx: Tx, importId: string): Promise<number> {
  const isUsed = await isReferredTo(tx, 'person_id', sql`person.id`, accountTables)
  await txRows(
    tx,
    sql`create temp table unmade on commit drop as
        select null::uuid as id where false`,
  )
  await txRows(
    tx,
    sql`
    insert into unmade
    select person.id from people_import_change change
      join person on person.id = change.subject_id
     where change.import_id = ${importId}::uuid and change.kind = 'person-added'
       and change.after_hash = ${personHash(sql`person`)} and not ${isUsed}
       and not exists (select 1 from sign_in_identity
                        where sign_in_identity.person_id = person.id and secret_hash is not null)
       and not exists (select 1 from session where session.user_id = person.id)`,
  )
  await txRows(tx, sql`analyze unmade`)
  await txRows(tx, sql`delete from one_time_link using unmade where person_id = unmade.id`)
  await txRows(tx, sql`delete from sign_in_identity using unmade where person_id = unmade.id`)
  await txRows(
    tx,
    sql`delete from people_import_change using unmade
         where import_id = ${importId}::uuid and subject_id = unmade.id`,
  )
  return counted(
    tx,
    sql`
    with taken as (delete from person using unmade where person.id = unmade.id returning person.id)
    select count(*)::int as count from taken`,
  )
}
