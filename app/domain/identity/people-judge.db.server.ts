import { today } from '~/kernel/dates.ts'
import { sql, type Sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { PeopleCounts, PeopleImportRow } from './people-import.ts'
import { judgedReasons } from './people-row.ts'

/** What judging needs to know of an import. */
export interface Judged extends Pick<PeopleImportRow, 'id' | 'organisationId'> {
  isComplete: boolean
  defaultGroup: string | null
  /** Whether the file tells the last day: a blank one then means that there is none. */
  tellsEnd: boolean
}

const run = async (tx: Tx, query: Sql): Promise<void> => void (await txRows(tx, query))

/**
 * Finds out what each row of a read file would do to the organisation as it is now, in tables of the
 * transaction's own: `judged_row` and `judged_end` for what is to be done, `judged_present` for who is there.
 */
export async function judgePeople(tx: Tx, judged: Judged): Promise<void> {
  await run(tx, sql`drop table if exists judged_present, judged_row, judged_end`)
  await findPresent(tx, judged)
  await findPeople(tx, judged)
  await refuseConfusions(tx)
  await pairExactly(tx)
  await pairTheRest(tx)
  await decideDays(tx, judged)
  await decideOutcomes(tx)
  await findEnds(tx, judged)
}

/** Everybody's affiliations in the organisation, those that have ended too: a file tells of them again. */
async function findPresent(tx: Tx, { organisationId }: Judged): Promise<void> {
  await run(
    tx,
    sql`create temp table judged_present (
      affiliation_id uuid primary key, person_id uuid, unit_id uuid, profession_group text,
      sub_group_id uuid, kind text, status text, employer_number text, valid_from date, valid_to date,
      is_current boolean) on commit drop`,
  )
  await run(
    tx,
    sql`
    insert into judged_present
    select affiliation.id, affiliation.person_id, affiliation.unit_id, affiliation.profession_group,
           affiliation.sub_group_id, affiliation.kind, affiliation.status, affiliation.employer_number,
           affiliation.valid_from, affiliation.valid_to,
           affiliation.valid_to is null or affiliation.valid_to > ${today()}::date
      from affiliation
      join unit_placement placement on placement.unit_id = affiliation.unit_id
       and placement.organisation_id = ${organisationId}::uuid
       and placement.valid_from <= ${today()}::date
       and (placement.valid_to is null or placement.valid_to > ${today()}::date)
     where affiliation.status in ('claimed', 'confirmed')`,
  )
  await run(tx, sql`analyze judged_present`)
}

/** Whom each row is about: the address's person, else the number's; nobody's address is somebody new. */
async function findPeople(tx: Tx, { id }: Judged): Promise<void> {
  await run(
    tx,
    sql`create temp table judged_row (
      row_number int primary key, given_name text, family_name text, email text,
      employer_number text, unit_id uuid, profession_group text, sub_group_id uuid, kind text, valid_from date,
      valid_to date, reason text, addressed uuid, numbered uuid, who text, person_id uuid,
      is_fresh boolean, is_first boolean, is_holder_free boolean, affiliation_id uuid,
      is_move boolean not null default false, to_unit uuid, to_group text, to_sub_group uuid, to_kind text,
      to_from date, to_until date, outcome text, changes text[] not null default '{}',
      fresh_person_id uuid, fresh_affiliation_id uuid) on commit drop`,
  )
  await run(
    tx,
    sql`
    with numbers as (
      select lower(employer_number) as number,
             case when bool_or(is_current)
                  then count(distinct person_id) filter (where is_current)
                  else count(distinct person_id) end as persons,
             coalesce(min(person_id::text) filter (where is_current), min(person_id::text))::uuid
               as person_id
        from judged_present where employer_number is not null group by 1),
    found as (
      select own.*, coalesce(by_address.merged_into_id, by_address.id) as addressed, numbers.person_id as numbered,
             case when own.reason <> all(${[...judgedReasons]}::text[]) then own.reason end as told,
             coalesce(numbers.persons, 0) as persons, holder.given_name as holder_given,
             holder.family_name as holder_family
        from people_import_row own
        left join person by_address on by_address.email = own.email
        left join numbers on numbers.number = lower(own.employer_number)
        left join person holder on holder.id = numbers.person_id
       where own.import_id = ${id}::uuid)
    insert into judged_row
           (row_number, given_name, family_name, email, employer_number, unit_id, profession_group,
            sub_group_id, kind, valid_from, valid_to, reason, addressed, numbered, who, fresh_person_id,
            fresh_affiliation_id)
    select row_number, given_name, family_name, email, employer_number, unit_id, profession_group,
           sub_group_id, kind, valid_from, valid_to,
           case when told is not null then told
                when persons > 1 then 'number-shared'
                when email = '' and numbered is null then 'email-missing'
                when addressed <> numbered then 'person-differs'
                when addressed is null and email <> '' and numbered is not null
                     and given_name <> '' and family_name <> ''
                     and lower(given_name) <> lower(holder_given)
                     and lower(family_name) <> lower(holder_family) then 'person-differs' end,
           addressed, numbered,
           coalesce(coalesce(addressed, numbered)::text, 'address:' || nullif(email, '')),
           fresh_person_id,
           fresh_affiliation_id
      from found`,
  )
}

/**
 * Rows that say different things of who has a number or an address, that name nobody, or that come twice.
 * Of two addresses for one person nobody can tell which is right: taking the first would make the second
 * somebody else's when the file comes again.
 */
async function refuseConfusions(tx: Tx): Promise<void> {
  await run(
    tx,
    sql`
    with seen as (
      select row_number, who like 'address:%' as is_fresh,
             employer_number is not null
               and min(who) over by_number <> max(who) over by_number as shares_number,
             (email <> '' and min(who) over by_address <> max(who) over by_address)
               or min(nullif(email, '')) over about <> max(nullif(email, '')) over about
               as shares_address,
             first_value(fresh_person_id) over by_person as fresh_person_id,
             first_value(given_name) over by_person as first_given,
             first_value(family_name) over by_person as first_family,
             row_number() over by_person = 1 as is_first,
             row_number() over (
               partition by who, unit_id, profession_group, kind, valid_to order by row_number) as nth
        from judged_row where reason is null
      window by_number as (partition by lower(employer_number)), by_address as (partition by email),
             about as (partition by who), by_person as (partition by who order by row_number))
    update judged_row as own
       set is_fresh = seen.is_fresh, is_first = seen.is_first,
           person_id = case when seen.is_fresh then seen.fresh_person_id else own.who::uuid end,
           given_name = case when seen.is_fresh then seen.first_given else own.given_name end,
           family_name = case when seen.is_fresh then seen.first_family else own.family_name end,
           reason = case when seen.shares_number then 'number-shared'
                         when seen.shares_address then 'person-differs'
                         when seen.is_fresh and (seen.first_given = '' or seen.first_family = '')
                           then 'name-missing'
                         when seen.nth > 1 then 'row-twice' end
      from seen where seen.row_number = own.row_number`,
  )
  await run(tx, sql`analyze judged_row`)
}

/**
 * Each row with the affiliation that is the same already, also one that ended on the row's own last day. Of
 * two rows it is the one that says most of it.
 */
async function pairExactly(tx: Tx): Promise<void> {
  await run(
    tx,
    sql`
    with pairs as (
      select own.row_number, present.affiliation_id,
             row_number() over (partition by own.row_number order by
               (present.valid_to is not distinct from own.valid_to) desc,
               (present.kind = own.kind) desc, present.is_current desc, present.valid_from desc,
               present.affiliation_id) as for_row,
             row_number() over (partition by present.affiliation_id order by
               (present.valid_to is not distinct from own.valid_to) desc,
               (own.unit_id is not null) desc, (own.profession_group is not null) desc,
               (present.valid_from is not distinct from own.valid_from) desc,
               (present.kind = own.kind) desc, own.row_number) as for_affiliation
        from judged_row own
        join judged_present present on present.person_id = own.person_id
         and (own.unit_id is null or own.unit_id = present.unit_id)
         and (own.profession_group is null or own.profession_group = present.profession_group)
         and (present.is_current or present.valid_to = own.valid_to)
       where own.reason is null and not own.is_fresh)
    update judged_row as own set affiliation_id = pairs.affiliation_id
      from pairs
     where pairs.row_number = own.row_number and pairs.for_row = 1 and pairs.for_affiliation = 1`,
  )
}

/** What is left of a person's rows with what is left of where the person works: a move. */
async function pairTheRest(tx: Tx): Promise<void> {
  await run(
    tx,
    sql`
    with left_rows as (
      select row_number, person_id,
             row_number() over (partition by person_id order by row_number) as nth
        from judged_row
       where reason is null and not is_fresh and affiliation_id is null
         and (valid_to is null or valid_to > ${today()}::date)),
    left_places as (
      select affiliation_id, person_id,
             row_number() over (partition by person_id
               order by (valid_to is null) desc, valid_from, affiliation_id) as nth
        from judged_present present
       where is_current and not exists (
         select 1 from judged_row where judged_row.affiliation_id = present.affiliation_id))
    update judged_row as own set affiliation_id = left_places.affiliation_id, is_move = true
      from left_rows join left_places using (person_id, nth)
     where left_rows.row_number = own.row_number`,
  )
}

/**
 * From when and to when each row's affiliation is to last. Who moves begins anew on the day of the move;
 * files often tell the first day with the employer instead, which never goes back before a move.
 */
async function decideDays(tx: Tx, judged: Judged): Promise<void> {
  await run(
    tx,
    sql`
    with placed as (
      select own.row_number, own.valid_from as told_from, own.valid_to as told_to, own.is_move,
             present.affiliation_id, present.valid_from, present.valid_to, present.unit_id,
             present.profession_group, present.sub_group_id, present.kind,
             (select max(before.valid_to) from judged_present before
               where before.person_id = present.person_id
                 and before.affiliation_id <> present.affiliation_id
                 and before.valid_to <= present.valid_from) as moved_on
        from judged_row own
        left join judged_present present on present.affiliation_id = own.affiliation_id
       where own.reason is null),
    dated as (
      select *, case when told_from > valid_from then told_from else ${today()}::date end as moves_on
        from placed)
    update judged_row as own
       set is_move = dated.is_move and dated.moves_on > dated.valid_from,
           to_unit = coalesce(own.unit_id, dated.unit_id, organisation.root_unit_id),
           to_group = coalesce(own.profession_group, dated.profession_group, ${judged.defaultGroup}),
           to_sub_group = coalesce(own.sub_group_id,
             case when coalesce(own.profession_group, dated.profession_group) = dated.profession_group
                  then dated.sub_group_id end),
           to_kind = coalesce(own.kind, dated.kind,
             case when coalesce(own.profession_group, ${judged.defaultGroup}) = 'student'
                  then 'student' else 'employed' end),
           to_from = case
             when dated.affiliation_id is null then coalesce(dated.told_from, ${today()}::date)
             when dated.is_move and dated.moves_on > dated.valid_from then dated.moves_on
             when dated.told_from is null then dated.valid_from
             else greatest(dated.told_from, coalesce(dated.moved_on, dated.told_from)) end,
           to_until = case
             when ${judged.tellsEnd} or dated.affiliation_id is null then dated.told_to
             else dated.valid_to end
      from dated, organisation
     where dated.row_number = own.row_number and organisation.id = ${judged.organisationId}::uuid`,
  )
  await run(
    tx,
    sql`update judged_row
           set reason = case when to_group is null then 'profession-missing' else 'ends-before-start' end
         where reason is null and (to_group is null or to_until <= to_from)`,
  )
}

/**
 * What each row does. An account that nobody has claimed yet has the name that its only employer's file
 * gives it, and the address where the employer's number finds it, also with a workplace that is new; a claimed
 * one is its owner's.
 */
async function decideOutcomes(tx: Tx): Promise<void> {
  await run(
    tx,
    sql`
    update judged_row as own set is_holder_free = true
      from person
     where own.reason is null and not own.is_fresh and own.is_first and person.id = own.person_id
       and person.email_confirmed_at is null
       and not exists (select 1 from sign_in_identity
                        where sign_in_identity.person_id = person.id and secret_hash is not null)
       and exists (select 1 from judged_present where judged_present.person_id = person.id)
       and not exists (
         select 1 from affiliation
          where affiliation.person_id = person.id and not exists (
            select 1 from judged_present where judged_present.affiliation_id = affiliation.id))`,
  )
  await run(
    tx,
    sql`
    with compared as (
      select own.row_number, array_remove(array[
        case when present.affiliation_id is not null and own.to_unit <> present.unit_id then 'unit' end,
        case when own.to_group <> present.profession_group then 'profession' end,
        case when present.affiliation_id is not null
              and own.to_sub_group is distinct from present.sub_group_id then 'sub-group' end,
        case when own.to_kind <> present.kind then 'kind' end,
        case when not own.is_move and own.to_from <> present.valid_from then 'from' end,
        case when present.affiliation_id is not null and not own.is_move
              and own.to_until is distinct from present.valid_to then 'to' end,
        case when present.affiliation_id is not null and own.employer_number is not null
              and lower(own.employer_number) is distinct from lower(present.employer_number)
             then 'number' end,
        case when present.status = 'claimed' then 'confirmed' end,
        case when own.is_holder_free and own.given_name <> '' and own.family_name <> ''
              and (own.given_name <> person.given_name or own.family_name <> person.family_name)
             then 'name' end,
        case when own.is_holder_free and own.email <> '' and own.addressed is null then 'email' end
        ], null) as changes
        from judged_row own
        left join judged_present present on present.affiliation_id = own.affiliation_id
        join person on person.id = own.person_id
       where own.reason is null and not own.is_fresh)
    update judged_row as own
       set changes = coalesce(compared.changes, '{}'),
           outcome = case when own.reason is not null then 'refused'
                          when own.affiliation_id is null then 'new'
                          when cardinality(compared.changes) > 0 then 'changed'
                          else 'unchanged' end
      from judged_row all_rows
      left join compared on compared.row_number = all_rows.row_number
     where all_rows.row_number = own.row_number`,
  )
}

/**
 * Who has left, where the file has everybody: whoever is there without an end and is in no row. A refused
 * row keeps the person that it is about, and where nobody can tell whom one is about nobody is ended.
 */
async function findEnds(tx: Tx, { isComplete }: Judged): Promise<void> {
  await run(
    tx,
    sql`create temp table judged_end (affiliation_id uuid primary key, person_id uuid) on commit drop`,
  )
  if (!isComplete) return
  await run(
    tx,
    sql`
    insert into judged_end
    select present.affiliation_id, present.person_id from judged_present present
     where present.is_current and present.valid_to is null
       and not exists (select 1 from judged_row where judged_row.affiliation_id = present.affiliation_id)
       and not exists (select 1 from judged_row where reason is not null
                          and present.person_id in (addressed, numbered))
       and not exists (select 1 from judged_row where ${isUnidentified})`,
  )
}

const isUnidentified = sql`(reason is not null and addressed is null and numbered is null
  and (employer_number is null and coalesce(email, '') = '' or reason = 'email-unreadable'))`

/** How many rows do what. */
export async function countJudged(tx: Tx): Promise<PeopleCounts> {
  const [counts] = await txRows<PeopleCounts>(
    tx,
    sql`
    select count(*) filter (where outcome = 'new')::int as new,
           count(*) filter (where outcome = 'changed')::int as changed,
           count(*) filter (where outcome = 'unchanged')::int as unchanged,
           count(*) filter (where outcome = 'refused')::int as refused,
           (select count(*) from judged_end)::int as ended,
           count(distinct person_id) filter (where is_fresh and reason is null)::int as "newPeople",
           (select count(*) from judged_present where is_current)::int as present,
           count(*) filter (where ${isUnidentified})::int as unidentified
      from judged_row`,
  )
  return counts!
}

/** A sum over what is to be done: the same for the same, in whatever order it was found. */
export async function sealJudged(tx: Tx): Promise<string> {
  const [row] = await txRows<{ seal: string }>(
    tx,
    sql`
    select concat_ws(' ',
      (select sum(hashtextextended(concat_ws('|', row_number, outcome, reason, person_id,
                affiliation_id, array_to_string(changes, ',')), 0)::numeric) from judged_row),
      (select sum(hashtextextended(affiliation_id::text, 0)::numeric) from judged_end)) as seal`,
  )
  return row!.seal
}

/** Keeps what was found out with the import's rows, to be shown and compared. */
export async function saveJudged(tx: Tx, importId: string): Promise<void> {
  await run(
    tx,
    sql`
    update people_import_row as own
       set outcome = judged_row.outcome, reason = judged_row.reason, changes = judged_row.changes,
           person_id = judged_row.person_id, affiliation_id = judged_row.affiliation_id
      from judged_row
     where own.import_id = ${importId}::uuid and own.row_number = judged_row.row_number`,
  )
  await run(tx, sql`delete from people_import_end where import_id = ${importId}::uuid`)
  await run(
    tx,
    sql`insert into people_import_end (import_id, affiliation_id, person_id)
        select ${importId}::uuid, affiliation_id, person_id from judged_end`,
  )
}
