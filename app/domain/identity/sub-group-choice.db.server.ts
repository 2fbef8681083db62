import { today } from '~/kernel/dates.ts'
import { rows } from '~/platform/db/database.server.ts'
import { holdsOn } from '~/platform/db/days.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { FittingSubGroup, NamedSubGroup, PeopledSubGroup } from './sub-group-choice.ts'

/** What a workplace may have today, and what it has. */
const fitting = () => sql`
  affiliation
  join unit_placement placement
    on placement.unit_id = affiliation.unit_id and ${holdsOn(sql`placement`, today())}
  join sub_group
    on sub_group.id = affiliation.sub_group_id
    or (sub_group.organisation_id = placement.organisation_id and sub_group.valid_to is null
        and sub_group.profession_group = affiliation.profession_group)`

/** The sub-groups that each of the workplaces may have, by name. */
export async function selectFittingSubGroups(affiliationIds: string[]): Promise<FittingSubGroup[]> {
  return rows<FittingSubGroup>(sql`
    select affiliation.id as "affiliationId", sub_group.id as "subGroupId", sub_group.name,
           sub_group.id is not distinct from affiliation.sub_group_id as "isChosen"
      from ${fitting()}
     where affiliation.id = any(${affiliationIds}::uuid[])
     order by lower(sub_group.name), sub_group.id`)
}

/** Gives a workplace the sub-group, or none. @returns false where it may not have it */
export async function saveSubGroupChoice(
  tx: Tx,
  { affiliationId, subGroupId }: { affiliationId: string; subGroupId: string | null },
): Promise<boolean> {
  const saved = await txRows(
    tx,
    sql`
    update affiliation set sub_group_id = ${subGroupId}::uuid
     where id = ${affiliationId}::uuid
       and (${subGroupId}::uuid is null or ${subGroupId}::uuid in (
              select sub_group.id from ${fitting()} where affiliation.id = ${affiliationId}::uuid))
    returning id`,
  )
  return saved.length > 0
}

/**
 * An organisation's sub-groups that have not ended, and those that people there have all the same: their unit may
 * have come from another organisation.
 */
export async function selectPeopledSubGroups(organisationId: string): Promise<PeopledSubGroup[]> {
  return rows<PeopledSubGroup>(sql`
    with placed as (
      select affiliation.sub_group_id, count(distinct affiliation.person_id) as people
        from unit_placement placement
        join affiliation on affiliation.unit_id = placement.unit_id
       where placement.organisation_id = ${organisationId}::uuid
         and affiliation.sub_group_id is not null and affiliation.status = 'confirmed'
         and ${holdsOn(sql`placement`, today())} and ${holdsOn(sql`affiliation`, today())}
       group by affiliation.sub_group_id)
    select sub_group.id as "subGroupId", sub_group.name, sub_group.ssyk_code as "ssykCode",
           sub_group.profession_group as "professionGroup", coalesce(placed.people, 0)::int as people
      from sub_group left join placed on placed.sub_group_id = sub_group.id
     where (sub_group.organisation_id = ${organisationId}::uuid and sub_group.valid_to is null)
        or placed.people is not null
     order by lower(sub_group.name), sub_group.id`)
}

/** Those that a file of people may name. */
export async function selectNamedSubGroups(organisationId: string): Promise<NamedSubGroup[]> {
  return rows<NamedSubGroup>(sql`
    select id as "subGroupId", name, profession_group as "professionGroup"
      from sub_group where organisation_id = ${organisationId}::uuid and valid_to is null`)
}
