import type { Day } from '~/kernel/dates.ts'
import { rows } from '~/platform/db/database.server.ts'
import { empty, sql } from '~/platform/db/sql.server.ts'
import { swedishOrder } from '~/platform/db/swedish-order.server.ts'
import type { PersonStanding, Standing } from './organisation-standing.ts'

export interface StandingQuestion {
  organisationId: string
  moduleId: string
  day: Day
}

/** One row per person with a confirmed affiliation in the organisation on the day. */
const standingRows = ({ organisationId, moduleId, day }: StandingQuestion) => sql`
  worked as (
    select affiliation.person_id, affiliation.profession_group, unit.name as unit_name
      from unit_placement placement
      join unit on unit.id = placement.unit_id
      join affiliation on affiliation.unit_id = unit.id
     where placement.organisation_id = ${organisationId}::uuid
       and placement.valid_from <= ${day}::date
       and (placement.valid_to is null or placement.valid_to > ${day}::date)
       and affiliation.status = 'confirmed'
       and (affiliation.decided_at at time zone 'Europe/Stockholm')::date <= ${day}::date
       and affiliation.valid_from <= ${day}::date
       and (affiliation.valid_to is null or affiliation.valid_to > ${day}::date)),
  member as (
    select person_id, json_agg(distinct jsonb_build_object(
             'unit', unit_name, 'professionGroup', profession_group)) as workplaces
      from worked group by person_id),
  duty as (
    select worked.person_id, min(assignment.due_on) as due_on
      from worked join assignment
        on assignment.organisation_id = ${organisationId}::uuid
       and (cardinality(assignment.profession_groups) = 0
            or worked.profession_group = any(assignment.profession_groups))
     where assignment.module_id = ${moduleId}::uuid
       and (assignment.assigned_at at time zone 'Europe/Stockholm')::date <= ${day}::date
       and (assignment.withdrawn_at is null
            or (assignment.withdrawn_at at time zone 'Europe/Stockholm')::date > ${day}::date)
     group by worked.person_id),
  done as (
    select person_id, min(completed_on) as completed_on from completion
     where module_id = ${moduleId}::uuid and completed_on <= ${day}::date
     group by person_id),
  stands as (
    select member.person_id, member.workplaces, duty.due_on, done.completed_on,
           case when done.completed_on is not null then 'done'
                when duty.due_on < ${day}::date then 'late'
                when duty.due_on is not null then 'due'
                else 'free' end as standing
      from member
      left join duty on duty.person_id = member.person_id
      left join done on done.person_id = member.person_id)`

export async function countStandings(
  question: StandingQuestion,
): Promise<{ standing: Standing; persons: number }[]> {
  return rows(sql`
    with ${standingRows(question)}
    select standing, count(*) as persons from stands group by standing`)
}

export async function selectStandings(
  question: StandingQuestion,
  only: Standing | null,
  page: { offset: number; limit: number },
): Promise<PersonStanding[]> {
  return rows<PersonStanding>(sql`
    with ${standingRows(question)}
    select person.id as "personId", person.given_name as "givenName",
           person.family_name as "familyName", stands.workplaces, stands.standing,
           stands.due_on as "dueOn", stands.completed_on as "completedOn"
      from stands join person on person.id = stands.person_id
     ${only ? sql`where stands.standing = ${only}` : empty}
     order by array_position(array['late', 'due', 'free', 'done'], stands.standing),
              ${swedishOrder(sql`person.family_name`)}, ${swedishOrder(sql`person.given_name`)},
              person.id
     limit ${page.limit} offset ${page.offset}`)
}
