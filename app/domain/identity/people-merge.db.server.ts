import { now } from '~/kernel/clock.ts'
import { today } from '~/kernel/dates.ts'
import { sql, type Sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'

/** Whether an invitation has gone out is no change of the person. */
export const personHash = (person: Sql) => sql`md5((to_jsonb(${person}) - 'invited_at')::text)`
/** Without what it does not have: files that were applied before there were sub-groups can still be undone. */
export const affiliationHash = (affiliation: Sql) => sql`md5((
  case when ${affiliation}.sub_group_id is null then to_jsonb(${affiliation}) - 'sub_group_id'
       else to_jsonb(${affiliation}) end)::text)`

interface Merge {
  importId: string
  /** Who vouches for the affiliations. */
  decidedBy: string | null
  /** Told the last row of the file whose people and affiliations have been added. */
  written: (lastRow: number) => void
}

/** Rows of the file from one up to another. */
interface Span {
  from: number
  to: number
}

/** Rows added between two words of how far it has come. */
const rowsAtOnce = 10_000

const run = async (tx: Tx, query: Sql): Promise<void> => void (await txRows(tx, query))

/**
 * Does what has just been judged (people-judge.db.server.ts), and writes down each row's before and after.
 * Throws where somebody has taken an address meanwhile: then nothing is done.
 */
export async function mergePeople(tx: Tx, merge: Merge): Promise<void> {
  await run(tx, sql`delete from people_import_change where import_id = ${merge.importId}::uuid`)
  await changePeople(tx, merge)
  await closeForMoves(tx, merge)
  for (const span of await spansOf(tx)) {
    await addPeople(tx, merge, span)
    await addAffiliations(tx, merge, span)
    merge.written(span.to)
  }
  await addSignIns(tx, merge)
  await changeAffiliations(tx, merge)
  await endAffiliations(tx, merge)
}

async function spansOf(tx: Tx): Promise<Span[]> {
  const [last] = await txRows<{ row: number }>(
    tx,
    sql`select coalesce(max(row_number), 0)::int as row from judged_row`,
  )
  const spans = Math.ceil((last?.row ?? 0) / rowsAtOnce)
  return Array.from({ length: spans }, (_, place) => ({
    from: place * rowsAtOnce + 1,
    to: (place + 1) * rowsAtOnce,
  }))
}

/** Who is in several rows is added by the first of them. */
async function addPeople(tx: Tx, { importId }: Merge, { from, to }: Span): Promise<void> {
  await run(
    tx,
    sql`
    with added as (
      insert into person as person (id, given_name, family_name, email, created_at)
      select person_id, given_name, family_name, email, ${now()}
        from (select distinct on (person_id) * from judged_row
               where outcome = 'new' and is_fresh and row_number <= ${to}
               order by person_id, row_number) as first_row
       where row_number >= ${from}
      returning person.*)
    insert into people_import_change (import_id, kind, subject_id, person_id, after_hash)
    select ${importId}::uuid, 'person-added', added.id, added.id, ${personHash(sql`added`)} from added`,
  )
}

async function addSignIns(tx: Tx, { importId }: Merge): Promise<void> {
  // By which a password can be chosen; of a kind and a subject there is one, so the person's id will do.
  await run(
    tx,
    sql`
    insert into sign_in_identity (id, person_id, kind, subject, created_at)
    select person.id, person.id, 'password', person.email, person.created_at
      from people_import_change change join person on person.id = change.subject_id
     where change.import_id = ${importId}::uuid and change.kind = 'person-added'`,
  )
}

async function changePeople(tx: Tx, { importId }: Merge): Promise<void> {
  await run(
    tx,
    sql`
    with wanted as (
      select person.id, to_jsonb(person) as before, own.given_name, own.family_name, own.email,
             own.changes
        from judged_row own join person on person.id = own.person_id
       where own.outcome in ('changed', 'new') and own.changes && array['name', 'email']),
    changed as (
      update person
         set given_name = case when 'name' = any(wanted.changes) then wanted.given_name
                               else person.given_name end,
             family_name = case when 'name' = any(wanted.changes) then wanted.family_name
                                else person.family_name end,
             email = case when 'email' = any(wanted.changes) then wanted.email else person.email end
        from wanted where person.id = wanted.id
      returning person.*)
    insert into people_import_change (import_id, kind, subject_id, person_id, before, after_hash)
    select ${importId}::uuid, 'person-changed', changed.id, changed.id, wanted.before,
           ${personHash(sql`changed`)}
      from changed join wanted on wanted.id = changed.id`,
  )
  await nameSignIns(tx, importId)
}

/** The password's name is the address: it follows it. */
export async function nameSignIns(tx: Tx, importId: string): Promise<void> {
  await run(
    tx,
    sql`
    update sign_in_identity as own set subject = person.email
      from people_import_change change join person on person.id = change.subject_id
     where change.import_id = ${importId}::uuid and change.kind = 'person-changed'
       and own.person_id = person.id and own.kind = 'password' and own.subject <> person.email`,
  )
}

/** @param wanted a query with the id and the new values; @param set what is set to them */
function changeOf(importId: string, kind: string, wanted: Sql, set: Sql): Sql {
  return sql`
    with wanted as (${wanted}),
    before as (
      select affiliation.id, to_jsonb(affiliation) as whole
        from affiliation join wanted on wanted.id = affiliation.id),
    changed as (
      update affiliation set ${set} from wanted where affiliation.id = wanted.id
      returning affiliation.*)
    insert into people_import_change (import_id, kind, subject_id, person_id, before, after_hash)
    select ${importId}::uuid, ${kind}, changed.id, changed.person_id, before.whole,
           ${affiliationHash(sql`changed`)}
      from changed join before on before.id = changed.id`
}

async function closeForMoves(tx: Tx, { importId }: Merge): Promise<void> {
  const wanted = sql`
    select affiliation_id as id, to_from as moves_on from judged_row
     where outcome = 'changed' and is_move`
  const set = sql`valid_to = least(affiliation.valid_to, wanted.moves_on)`
  await run(tx, changeOf(importId, 'affiliation-changed', wanted, set))
}

async function addAffiliations(
  tx: Tx,
  { importId, decidedBy }: Merge,
  { from, to }: Span,
): Promise<void> {
  await run(
    tx,
    sql`
    with added as (
      insert into affiliation as affiliation
             (id, person_id, kind, unit_id, municipality_code, employer_number, profession_group,
              sub_group_id, valid_from, valid_to, status, decided_at, decided_by)
      select own.fresh_affiliation_id, own.person_id, own.to_kind, own.to_unit,
             unit.municipality_code, coalesce(own.employer_number, present.employer_number),
             own.to_group, own.to_sub_group, own.to_from, own.to_until, 'confirmed', ${now()}, ${decidedBy}::uuid
        from judged_row own
        join unit on unit.id = own.to_unit
        left join judged_present present on present.affiliation_id = own.affiliation_id
       where (own.outcome = 'new' or (own.outcome = 'changed' and own.is_move))
         and own.row_number between ${from} and ${to}
      returning affiliation.*)
    insert into people_import_change (import_id, kind, subject_id, person_id, after_hash)
    select ${importId}::uuid, 'affiliation-added', added.id, added.person_id,
           ${affiliationHash(sql`added`)}
      from added`,
  )
}

async function changeAffiliations(tx: Tx, { importId, decidedBy }: Merge): Promise<void> {
  const wanted = sql`
    select own.affiliation_id as id, own.to_unit, own.to_group, own.to_sub_group, own.to_kind, own.to_from,
           own.to_until, own.employer_number, unit.municipality_code,
           'confirmed' = any(own.changes) as is_confirmed
      from judged_row own join unit on unit.id = own.to_unit
     where own.outcome = 'changed' and not own.is_move
       and not own.changes <@ array['name', 'email']`
  const set = sql`
    unit_id = wanted.to_unit, municipality_code = wanted.municipality_code,
    profession_group = wanted.to_group, sub_group_id = wanted.to_sub_group, kind = wanted.to_kind, valid_from = wanted.to_from,
    valid_to = wanted.to_until,
    employer_number = coalesce(wanted.employer_number, affiliation.employer_number),
    status = 'confirmed',
    decided_at = case when wanted.is_confirmed then ${now()} else affiliation.decided_at end,
    decided_by = case when wanted.is_confirmed then ${decidedBy}::uuid else affiliation.decided_by end`
  await run(tx, changeOf(importId, 'affiliation-changed', wanted, set))
}

async function endAffiliations(tx: Tx, { importId }: Merge): Promise<void> {
  const wanted = sql`select affiliation_id as id from judged_end`
  // Who was to begin later never did.
  const set = sql`valid_to = greatest(affiliation.valid_from, ${today()}::date)`
  await run(tx, changeOf(importId, 'affiliation-ended', wanted, set))
}

/** What the file held of people has had its use, but for the rows to correct. */
export async function deleteUsedRows(tx: Tx, importId: string): Promise<void> {
  await run(
    tx,
    sql`delete from people_import_row where import_id = ${importId}::uuid and outcome <> 'refused'`,
  )
  await run(tx, sql`delete from people_import_end where import_id = ${importId}::uuid`)
}
