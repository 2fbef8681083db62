import type { Day } from '~/kernel/dates.ts'
import type { PeopleTold } from '~/domain/organisation/planned-change.ts'
import { newId } from '~/kernel/ids.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'

export interface MovedAffiliations {
  from: string
  to: string
  /** Null for those of every group. */
  group: ProfessionGroup | null
  /** The first day in the other unit. */
  day: Day
}

interface Leaving {
  id: string
  /** When it would have ended. */
  was: Day | null
  status: string
  begun: boolean
  isThere: boolean
}

/**
 * Sends the people of a unit to another from a day on. Who has begun before it keeps the time in the first unit
 * and goes on in the other as what they were there, confirmed or not; who begins later begins in the other.
 * Where a person is in the other unit already, in the same profession, the time in the first ends and that is all.
 * @param told gets each row that is written, as it was
 * @returns how many affiliations went over
 */
export async function moveAffiliations(
  tx: Tx,
  moved: MovedAffiliations,
  told: PeopleTold,
): Promise<number> {
  const { from, to, group, day } = moved
  await txRows(
    tx,
    sql`select 1 from affiliation where unit_id = ${from}::uuid order by id for update`,
  )
  const leaving = await txRows<Leaving>(
    tx,
    sql`
    select id::text, valid_to::text as was, status, valid_from < ${day}::date as begun,
           (is_there or row_number() over (
              partition by person_id, profession_group, kind, status, valid_from < ${day}::date
              order by valid_to desc nulls first, id) > 1) as "isThere"
      from (
        select affiliation.*, exists (
                 select 1 from affiliation there
                  where there.unit_id = ${to}::uuid and there.person_id = affiliation.person_id
                    and there.profession_group = affiliation.profession_group
                    and there.kind = affiliation.kind and there.status = affiliation.status
                    and there.valid_from <= greatest(${day}::date, affiliation.valid_from)
                    and (there.valid_to is null or there.valid_to >= affiliation.valid_to)) as is_there
          from affiliation
         where unit_id = ${from}::uuid and (valid_to is null or valid_to > ${day}::date)
           and (${group}::text is null or profession_group = ${group}::text)) leaving`,
  )
  const going = leaving.filter(({ begun, isThere }) => begun && !isThere)
  const copied = going.map(({ id, was }) => ({ of: id, id: newId(), was, unitId: to }))
  await insertCopies(tx, copied, to, day)
  told.copied.push(...copied)
  const staying = leaving.filter(({ begun, isThere }) => begun && isThere)
  told.ended.push(...staying.map(({ id, was, status }) => ({ id, was, status })))
  const begun = leaving.filter((one) => one.begun).map(({ id }) => id)
  await txRows(tx, sql`update affiliation set valid_to = ${day}::date where id = any(${begun}::uuid[])`) // prettier-ignore
  const later = leaving.filter((one) => !one.begun).map(({ id }) => id)
  await txRows(tx, sql`update affiliation set unit_id = ${to}::uuid where id = any(${later}::uuid[])`) // prettier-ignore
  told.turned.push(...later.map((id) => ({ id, was: from, unitId: to })))
  return going.length + later.length
}

/** The rows once more with everything they hold, in another unit and from the day. */
async function insertCopies(
  tx: Tx,
  copied: PeopleTold['copied'],
  unitId: string,
  day: Day,
): Promise<void> {
  await txRows(
    tx,
    sql`
    insert into affiliation
    select (jsonb_populate_record(affiliation, jsonb_build_object(
             'id', copy.id, 'unit_id', ${unitId}::text, 'valid_from', ${day}::text))).*
      from unnest(${copied.map((one) => one.of)}::uuid[], ${copied.map(({ id }) => id)}::uuid[]) as copy (of, id)
      join affiliation on affiliation.id = copy.of`,
  )
}

/**
 * Ends what lasts in units that close. What would have begun on the day or later is declined: it never comes.
 * @param told gets each row that is written, as it was
 * @returns how many have ended
 */
export async function endAffiliations(
  tx: Tx,
  unitIds: string[],
  day: Day,
  told: PeopleTold,
): Promise<number> {
  const ended = await txRows<{ id: string; was: Day | null; status: string }>(
    tx,
    sql`
    with before as (
      select id, valid_to, status from affiliation
       where unit_id = any(${unitIds}::uuid[]) and (valid_to is null or valid_to > ${day}::date)
         for update)
    update affiliation
       set valid_to = greatest(valid_from, ${day}::date),
           status = case when valid_from >= ${day}::date then 'declined' else before.status end
      from before where before.id = affiliation.id
     returning affiliation.id::text, before.valid_to::text as was, before.status`,
  )
  told.ended.push(...ended)
  return ended.length
}

/** Says where the people of units work who were said to work in another municipality; nothing where there is none. */
export async function placeAffiliations(
  tx: Tx,
  unitIds: string[],
  municipalityCode: string | null,
): Promise<void> {
  await tx.affiliation.updateMany({
    where: { unitId: { in: unitIds }, municipalityCode: { not: null } },
    data: { municipalityCode },
  })
}
