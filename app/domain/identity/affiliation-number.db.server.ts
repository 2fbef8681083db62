import { today } from '~/kernel/dates.ts'
import { sql, type Sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { ToldNumber } from './affiliation.ts'

/** Keeps the number by which the employer's own files name the person, or forgets it. */
export async function saveEmployerNumber(
  tx: Tx,
  id: string,
  employerNumber: string | null,
): Promise<void> {
  await tx.affiliation.update({ where: { id }, data: { employerNumber } })
}

const isThereOn = (day: Sql) => sql`
  (affiliation.valid_from <= ${day} and (affiliation.valid_to is null or affiliation.valid_to > ${day})
   and placement.valid_from <= ${day} and (placement.valid_to is null or placement.valid_to > ${day}))`

/** Whether somebody else who works in the organisation today has the number, whatever its case. */
export async function isNumberTaken(
  tx: Tx,
  asked: { organisationId: string; personId: string; employerNumber: string },
): Promise<boolean> {
  const found = await txRows(
    tx,
    sql`
    select 1 from affiliation
      join unit_placement placement on placement.unit_id = affiliation.unit_id
     where lower(affiliation.employer_number) = lower(${asked.employerNumber})
       and affiliation.person_id <> ${asked.personId}::uuid
       and affiliation.status in ('claimed', 'confirmed')
       and placement.organisation_id = ${asked.organisationId}::uuid
       and ${isThereOn(sql`${today()}::date`)}
     limit 1`,
  )
  return found.length > 0
}

/** Gives the numbers to the persons' affiliations there, today or on the day, that have none. */
export async function saveToldNumbers(
  tx: Tx,
  organisationId: string,
  told: ToldNumber[],
): Promise<{ rowNumber: number; affiliationId: string }[]> {
  return txRows(
    tx,
    sql`
    with told as (
      select * from jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
             as told ("rowNumber" int, "personId" uuid, "employerNumber" text, day date)),
    lacking as (
      select distinct on (affiliation.id) affiliation.id, told."rowNumber", told."employerNumber"
        from told
        join affiliation on affiliation.person_id = told."personId"
        join unit_placement placement on placement.unit_id = affiliation.unit_id
       where affiliation.employer_number is null and affiliation.status in ('claimed', 'confirmed')
         and placement.organisation_id = ${organisationId}::uuid
         and (${isThereOn(sql`${today()}::date`)} or ${isThereOn(sql`told.day`)})
       order by affiliation.id, told."rowNumber"),
    numbered as (
      update affiliation set employer_number = lacking."employerNumber"
        from lacking where affiliation.id = lacking.id
      returning affiliation.id)
    select lacking."rowNumber", lacking.id::text as "affiliationId"
      from lacking join numbered on numbered.id = lacking.id`,
  )
}

/** Takes numbers away again. */
export async function deleteNumbers(tx: Tx, affiliationIds: string[]): Promise<void> {
  await tx.affiliation.updateMany({
    where: { id: { in: affiliationIds } },
    data: { employerNumber: null },
  })
}
