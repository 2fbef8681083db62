import type { Day } from '~/kernel/dates.ts'
import { rows } from '~/platform/db/database.server.ts'
import { byEndOf, holdsOn } from '~/platform/db/days.server.ts'
import { holdsWords, isAmong } from '~/platform/db/list.server.ts'
import { empty, sql, type Sql } from '~/platform/db/sql.server.ts'
import { swedishOrder } from '~/platform/db/swedish-order.server.ts'
import { askedOn, reached, spotsOf } from './audience.db.server.ts'
import { duties } from './duty.db.server.ts'
import {
  owingStandings,
  type PeopleQuery,
  type PersonStanding,
  type Standing,
} from './organisation-standing.ts'

export interface StandingQuestion {
  organisationId: string
  moduleId: string
  day: Day
}

/** Whether somebody had opened the module on the day. */
const hasBegun = (person: Sql, { moduleId, day }: StandingQuestion) => sql`exists (
  select 1
    from registration
    join module_version version
      on version.id = registration.module_version_id and version.module_id = ${moduleId}::uuid
    join attempt on attempt.registration_id = registration.id
   where registration.person_id = ${person}
     and ${byEndOf(sql`attempt.started_at`, day)})`

/** What the organisation has decided of the module and holds on the day, at most one for each person. */
const exceptions = ({ organisationId, moduleId, day }: StandingQuestion) => sql`
  select person_id, kind, reason, until_on
    from duty_exception
   where organisation_id = ${organisationId}::uuid and module_id = ${moduleId}::uuid
     and ${byEndOf(sql`decided_at`, day)}
     and (ended_at is null or not ${byEndOf(sql`ended_at`, day)})`

/** What `worked` knows of each person already. */
const known = sql`
  cross join lateral (select worked.last_on) done
  cross join lateral (select worked.exception_kind as kind, worked.until_on) exception`

/**
 * One row per person with a confirmed affiliation in the organisation on the day. What is only recommended
 * is no duty here: whoever has nothing more is free, or excused where the organisation has said so.
 *
 * The planner knows nothing of how many rows have been gathered so far, and where it thinks of one or two it looks
 * through all of one set for each of the other. So what is known of people is brought together by grouping, or by a
 * full join, which it cannot do that way; `coalesce` keeps it from seeing that half of it is not wanted.
 */
const standingRows = (question: StandingQuestion) => {
  const { organisationId, moduleId, day } = question
  return sql`
  recursive here as (
    select placement.unit_id, placement.organisation_id, placement.name as unit_name,
           unit.county_code, unit.municipality_code
      from unit_placement placement
      join unit on unit.id = placement.unit_id
     where placement.organisation_id = ${organisationId}::uuid
       and ${holdsOn(sql`placement`, day)}),
  ${spotsOf(day)},
  ${reached},
  ${askedOn(day, { module: moduleId, past: true })},
  employed as materialized (
    select affiliation.id as affiliation_id, affiliation.person_id, affiliation.unit_id,
           affiliation.profession_group, affiliation.sub_group_id, affiliation.valid_from,
           here.organisation_id,
           true as is_here
      from here
      join affiliation on affiliation.unit_id = here.unit_id
     where affiliation.status = 'confirmed'
       and ${byEndOf(sql`affiliation.decided_at`, day)}
       and ${holdsOn(sql`affiliation`, day)}),
  done as (
    select person_id, min(completed_on) as completed_on, max(completed_on) as last_on
      from completion
     where module_id = ${moduleId}::uuid and completed_on <= ${day}::date
       and person_id in (select person_id from employed)
     group by person_id),
  member as materialized (
    select person_id, min(completed_on) as completed_on, max(last_on) as last_on,
           max(kind) as exception_kind, max(reason) as reason, max(until_on) as until_on,
           true as is_here
      from (select person_id, true as is_here, null::date as completed_on, null::date as last_on,
                   null as kind, null as reason, null::date as until_on
              from employed
            union all
            select person_id, false, completed_on, last_on, null, null, null from done
            union all
            select person_id, false, null, null, kind, reason, until_on
              from (${exceptions(question)}) decided) fact
     group by person_id having bool_or(is_here)),
  worked as materialized (
    select employed.*, member.last_on, member.exception_kind, member.until_on
      from employed full join member on member.person_id = employed.person_id),
  ${duties(day, known)},
  owed as (
    select person_id, min(due_on) filter (where not is_met) as due_on, bool_or(is_again) as is_again
      from duty where is_mandatory group by person_id),
  stands as materialized (
    select member.person_id, owed.due_on, member.completed_on, told.exception_kind,
           case when told.exception_kind is not null then member.reason end as reason,
           case when told.exception_kind is not null then member.until_on end as until_on,
           case when member.completed_on is not null and not coalesce(owed.is_again, false) then 'done'
                when owed.due_on < ${day}::date then 'late'
                when owed.due_on is not null
                then case when ${hasBegun(sql`member.person_id`, question)} then 'begun' else 'due' end
                when told.exception_kind = 'excused' then 'excused'
                else 'free' end as standing
      from member
      full join owed on owed.person_id = member.person_id
      cross join lateral (
        select case when member.until_on is null or member.until_on >= ${day}::date
                    then member.exception_kind end as exception_kind) told
     where coalesce(member.is_here, false))`
}

export async function countStandings(
  question: StandingQuestion,
): Promise<{ standing: Standing; persons: number }[]> {
  return rows(sql`
    with ${standingRows(question)}
    select standing, count(*) as persons from stands group by standing`)
}

/**
 * Of the unit that is opened: each unit right below it, with all that hangs below, and the unit itself,
 * with those who work right there. Without a unit: everybody in the organisation.
 */
export async function countUnitStandings(
  question: StandingQuestion,
  unitId: string,
): Promise<{ unitId: string | null; standing: Standing; persons: number }[]> {
  const { day } = question
  return rows(sql`
    with ${standingRows(question)},
    branch (unit_id, at_id) as (
      select placement.unit_id, placement.unit_id
        from unit_placement placement
       where placement.parent_unit_id = ${unitId}::uuid and ${holdsOn(sql`placement`, day)}
      union all
      select placement.unit_id, branch.at_id
        from branch
        join unit_placement placement
          on placement.parent_unit_id = branch.unit_id and ${holdsOn(sql`placement`, day)}),
    part as (select unit_id, at_id from branch union all select ${unitId}::uuid, ${unitId}::uuid)
    select at_id as "unitId", standing, count(*) as persons
      from (select distinct part.at_id, stands.person_id, stands.standing
              from part
              join (worked full join stands on stands.person_id = worked.person_id)
                on worked.unit_id = part.unit_id) once
     group by at_id, standing
    union all
    select null, standing, count(*) from stands group by standing`)
}

/** Which people a list is about: filters of its address, and words that stand in none. */
export interface PeopleNarrowed {
  filters: PeopleQuery['filters']
  /** In the name or the address; empty for all. */
  words: string
}

/** Those who stand there, work there, and have the words in their name or address. */
function isShown({ filters, words }: PeopleNarrowed): Sql {
  const { standing, unit, group, subgroup } = filters
  const worksThere =
    unit.length === 0 && group.length === 0 && subgroup.length === 0
      ? sql`true`
      : sql`exists (
          select 1 from worked
           where worked.person_id = stands.person_id
             and ${isAmong(group, sql`worked.profession_group`)}
             and ${isAmong(subgroup, sql`worked.sub_group_id::text`)}
             and ${unit.length === 0 ? sql`true` : sql`worked.unit_id in (select unit_id from shown)`})`
  return sql`${isAmong(standing, sql`stands.standing`)} and ${worksThere}
    and ${holdsWords(words, [sql`person.given_name`, sql`person.family_name`, sql`person.email`])}`
}

/** The units that a filter names, and all below them. */
const shownUnits = ({ filters }: PeopleNarrowed, day: Day) =>
  filters.unit.length === 0
    ? empty
    : sql`,
    shown (unit_id) as (
      select unnest(${filters.unit}::uuid[])
      union
      select placement.unit_id
        from shown
        join unit_placement placement
          on placement.parent_unit_id = shown.unit_id and ${holdsOn(sql`placement`, day)})`

const orders: Record<PeopleQuery['sort'], Sql> = {
  standing: sql`array_position(array['late', 'begun', 'due', 'excused', 'free', 'done'], standing)`,
  name: sql`family_order`,
  due: sql`due_on`,
  completed: sql`completed_on`,
}

const inOrder = ({ sort, isDescending }: Pick<PeopleQuery, 'sort' | 'isDescending'>) => sql`
  order by ${orders[sort]} ${isDescending ? sql`desc` : sql`asc`} nulls last,
           family_order, given_order, person_id`

const found = (question: StandingQuestion, narrowed: PeopleNarrowed) => sql`
  ${standingRows(question)}${shownUnits(narrowed, question.day)},
  found as materialized (
    select stands.*, person.given_name, person.family_name, person.email, true as is_shown,
           ${swedishOrder(sql`person.family_name`)} as family_order,
           ${swedishOrder(sql`person.given_name`)} as given_order
      from stands join person on person.id = stands.person_id
     where ${isShown(narrowed)})`

/** Where in the organisation a `person` works on the day; each is looked up, for there are few on a page. */
const workplacesOf = ({
  organisationId,
  day,
}: Pick<StandingQuestion, 'organisationId' | 'day'>) => sql`
  select json_agg(json_build_object(
           'unit', unit, 'professionGroup', profession_group, 'subGroup', sub_group,
           'ssykCode', ssyk_code) order by unit, profession_group, sub_group)
    from (
  select distinct placement.name as unit, affiliation.profession_group,
         sub_group.name as sub_group, sub_group.ssyk_code
    from affiliation
    left join sub_group on sub_group.id = affiliation.sub_group_id
    join unit_placement placement
      on placement.unit_id = affiliation.unit_id and ${holdsOn(sql`placement`, day)}
   where affiliation.person_id = person.id and affiliation.status = 'confirmed'
     and ${holdsOn(sql`affiliation`, day)} and ${byEndOf(sql`affiliation.decided_at`, day)}
     and placement.organisation_id = ${organisationId}::uuid) place`

/** What is told of each person of `found`. */
const told = (question: StandingQuestion) => sql`
  select person.id as "personId", person.given_name as "givenName",
         person.family_name as "familyName", person.email, found.standing,
         found.due_on as "dueOn", found.completed_on as "completedOn",
         found.completed_on is not null or ${hasBegun(sql`person.id`, question)} as "hasBegun",
         case when found.exception_kind is not null then json_build_object(
           'kind', found.exception_kind, 'reason', found.reason, 'untilOn', found.until_on) end
           as exception,
         (${workplacesOf(question)}) as workplaces`

/** Which page of the list; one past the end gives the last. */
interface PageAsked {
  page: number
  perPage: number
}

/** A page of the list, and how many people stand where and are found, in one question. */
export async function selectPeoplePage(
  question: StandingQuestion,
  asked: PeopleNarrowed & Pick<PeopleQuery, 'sort' | 'isDescending'> & PageAsked,
): Promise<{
  standings: { standing: Standing; persons: number }[]
  count: number
  people: PersonStanding[]
}> {
  const { perPage } = asked
  const [answer] = await rows<{
    standings: { standing: Standing; persons: number }[]
    count: number
    people: PersonStanding[]
  }>(sql`
    with ${found(question, asked)},
    counted as (select count(*) as count from found),
    page as materialized (
      select found.* from found, counted ${inOrder(asked)}
       limit ${perPage}
      offset (select greatest(0, least(${asked.page}::int, ceil(count::numeric / ${perPage}::int))::int - 1)
                     * ${perPage}::int from counted)),
    numbered as (select page.*, row_number() over (${inOrder(asked)}) as place from page)
    select (select json_agg(counts) from (
              select standing, count(*) as persons from stands group by standing) counts)
             as standings,
           (select count from counted) as count,
           (select json_agg(line order by place) from (
              ${told(question)}, found.place
                from numbered found join person on person.id = found.person_id) line) as people`)
  return {
    standings: answer?.standings ?? [],
    count: answer?.count ?? 0,
    people: answer?.people ?? [],
  }
}

/** A person of a list as its file tells of them. */
export interface ListedPerson extends Pick<
  PersonStanding,
  'personId' | 'givenName' | 'familyName' | 'email' | 'standing' | 'dueOn' | 'completedOn'
> {
  /** Names of the units where somebody works on the day: "Norra skolan, Södra skolan". */
  units: string
  /** One for each of them: "school,health-care". */
  professionGroups: string
  /** One for each of them that has one, a line each; null: none. */
  subGroups: string | null
  ssykCodes: string | null
}

/** Everybody whom a list shows, in its order: what a file is made of, however long. */
export const peopleListed = (
  question: StandingQuestion,
  asked: PeopleNarrowed & Pick<PeopleQuery, 'sort' | 'isDescending'>,
): Sql => sql`
  with ${found(question, asked)},
  workplace as (
    select person_id, string_agg(unit_name, ', ') as units,
           string_agg(profession_group, ',') as profession_groups,
           string_agg(sub_group, E'\\n') as sub_groups,
           string_agg(ssyk_code, E'\\n') as ssyk_codes
      from (select distinct employed.person_id, here.unit_name, employed.profession_group,
                   sub_group.name as sub_group, sub_group.ssyk_code
              from employed
              join here on here.unit_id = employed.unit_id
              left join sub_group on sub_group.id = employed.sub_group_id
             order by employed.person_id, here.unit_name, employed.profession_group,
                      sub_group.name) single
     group by person_id),
  line as (
    select found.*, workplace.units, workplace.profession_groups, workplace.sub_groups,
           workplace.ssyk_codes
      from found full join workplace on workplace.person_id = found.person_id
     where coalesce(found.is_shown, false))
  select person_id as "personId", given_name as "givenName", family_name as "familyName", email,
         standing, due_on as "dueOn", completed_on as "completedOn", units,
         profession_groups as "professionGroups", sub_groups as "subGroups",
         ssyk_codes as "ssykCodes"
    from line ${inOrder(asked)}`

/** Of those that a list shows, or of these alone, the ones who have something to do. */
export async function selectOwing(
  question: StandingQuestion,
  whom: PeopleNarrowed | readonly string[],
): Promise<string[]> {
  const narrowed =
    'filters' in whom
      ? whom
      : { filters: { standing: [], unit: [], group: [], subgroup: [] }, words: '' }
  const among = 'filters' in whom ? sql`true` : sql`person_id = any(${[...whom]}::uuid[])`
  const ids = await rows<{ id: string }>(sql`
    with ${found(question, narrowed)}
    select person_id as id from found
     where standing = any(${[...owingStandings]}::text[]) and ${among}`)
  return ids.map(({ id }) => id)
}
