import { dateOf, type Day } from '~/kernel/dates.ts'
import { firstRow, rows } from '~/platform/db/database.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { SubGroup } from './sub-group.ts'

const columns = sql`
  id, name, profession_group as "professionGroup", ssyk_code as "ssykCode",
  valid_from as "validFrom", valid_to as "validTo"`

interface OneSubGroup {
  organisationId: string
  subGroupId: string
}

export async function selectSubGroup(group: OneSubGroup): Promise<SubGroup | undefined> {
  return firstRow<SubGroup>(sql`
    select ${columns} from sub_group
     where id = ${group.subGroupId}::uuid and organisation_id = ${group.organisationId}::uuid`)
}

/** An organisation's sub-groups, those that are still there first. */
export async function selectSubGroups(organisationId: string): Promise<SubGroup[]> {
  return rows<SubGroup>(sql`
    select ${columns} from sub_group where organisation_id = ${organisationId}::uuid
     order by valid_to is not null, profession_group, lower(name), id`)
}

export interface SubGroupToInsert extends Omit<SubGroup, 'validTo'> {
  organisationId: string
  recordedAt: Date
  recordedBy: string | null
}

/** @returns whether it was added: false where one that is still there has the name */
export async function insertSubGroup(tx: Tx, group: SubGroupToInsert): Promise<boolean> {
  const { id, organisationId, professionGroup, name, ssykCode, validFrom } = group
  const added = await txRows(
    tx,
    sql`
    insert into sub_group (id, organisation_id, profession_group, name, ssyk_code, valid_from,
                           recorded_at, recorded_by)
    values (${id}::uuid, ${organisationId}::uuid, ${professionGroup}, ${name}, ${ssykCode},
            ${dateOf(validFrom)}::date, ${group.recordedAt}, ${group.recordedBy}::uuid)
    on conflict (organisation_id, lower(name)) where valid_to is null do nothing
    returning id`,
  )
  return added.length > 0
}

/**
 * The sub-groups of an organisation that have not ended, held until the transaction ends: names are compared
 * among them.
 */
export async function holdSubGroups(tx: Tx, organisationId: string): Promise<SubGroup[]> {
  return txRows<SubGroup>(
    tx,
    sql`
    select id::text, name, profession_group as "professionGroup", ssyk_code as "ssykCode",
           valid_from::text as "validFrom", null as "validTo"
      from sub_group where organisation_id = ${organisationId}::uuid and valid_to is null
       for update`,
  )
}

export async function saveSubGroup(
  tx: Tx,
  id: string,
  { name, ssykCode }: Pick<SubGroup, 'name' | 'ssykCode'>,
): Promise<void> {
  await tx.subGroup.update({ where: { id }, data: { name, ssykCode } })
}

/** @returns whether it was ended now: false where the organisation has none such that is still there */
export async function saveSubGroupEnd(tx: Tx, group: OneSubGroup, day: Day): Promise<boolean> {
  const ended = await txRows(
    tx,
    sql`
    update sub_group set valid_to = ${day}::date
     where id = ${group.subGroupId}::uuid and organisation_id = ${group.organisationId}::uuid
       and valid_to is null
    returning id`,
  )
  return ended.length > 0
}
