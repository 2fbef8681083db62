import { dateOf, type Day } from '~/kernel/dates.ts'
import type { Reach } from '~/kernel/permission.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { firstRow, rows } from '~/platform/db/database.server.ts'
import { holdsWords, isAmong, type ListSource } from '~/platform/db/list.server.ts'
import { withinReach } from '~/platform/db/reach.server.ts'
import { sql, type Sql, type Tx } from '~/platform/db/sql.server.ts'
import { swedishOrder } from '~/platform/db/swedish-order.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { ActivityQuery } from './activity-list.ts'
import type {
  ActivityForm,
  ActivityLevel,
  ActivityStatus,
  ActivityType,
  ActivityValues,
  SessionTime,
} from './activity.ts'

/** A session as it is stored, with the moments between which its code is open. */
export interface SessionRow extends SessionTime {
  id: string
  code: string
  opensAt: Date
  closesAt: Date
}

const startMoment = sql`
  ((session.held_on + make_interval(mins => session.starts_at)) at time zone 'Europe/Stockholm')`
const endMoment = sql`
  ((session.held_on + make_interval(mins => session.ends_at)) at time zone 'Europe/Stockholm')`

/** When a session's code opens and closes; beside `activity` and `activity_session session`. */
export const opensAt = sql`(${startMoment} - make_interval(mins => activity.opens_before))`
export const closesAt = sql`(${endMoment} + make_interval(mins => activity.closes_after))`

export interface ActivityRow extends ActivityValues {
  id: string
  status: ActivityStatus
  statusOn: Day | null
  /** Whether it came by file. */
  isImported: boolean
  leaderId: string
  leaderName: string
  organiserName: string
  countyName: string | null
  municipalityName: string | null
  moduleTitleSv: string | null
  moduleTitleEn: string | null
}

export async function selectActivity(id: string): Promise<ActivityRow | undefined> {
  return firstRow<ActivityRow>(sql`
    select activity.id, activity.type, activity.form, activity.level, activity.title,
           activity.place, activity.organiser_id as "organiserId",
           activity.leader_id as "leaderId", activity.county_code as "countyCode",
           activity.municipality_code as "municipalityCode",
           activity.county_codes as "countyCodes",
           activity.municipality_codes as "municipalityCodes",
           activity.target_groups as "targetGroups", activity.rc_purposes as "rcPurposes",
           activity.strategy_goals as "strategyGoals", activity.project_year as "projectYear",
           activity.module_id as "moduleId", activity.status, activity.status_on as "statusOn",
           activity.import_key is not null as "isImported",
           activity.opens_before as "opensBefore", activity.closes_after as "closesAfter",
           coalesce(leader.given_name || ' ' || leader.family_name, '') as "leaderName",
           organiser.name as "organiserName", county.name as "countyName",
           municipality.short_name as "municipalityName",
           module.title_sv as "moduleTitleSv", module.title_en as "moduleTitleEn"
      from activity
      join organisation organiser on organiser.id = activity.organiser_id
      left join person leader on leader.id = activity.leader_id
      left join county on county.code = activity.county_code
      left join municipality on municipality.code = activity.municipality_code
      left join module on module.id = activity.module_id
     where activity.id = ${id}::uuid`)
}

export async function selectSessions(activityId: string): Promise<SessionRow[]> {
  return rows<SessionRow>(sql`
    select session.id, session.held_on as "heldOn", session.starts_at as "startsAt",
           session.ends_at as "endsAt", session.code, ${opensAt} as "opensAt",
           ${closesAt} as "closesAt"
      from activity_session session join activity on activity.id = session.activity_id
     where session.activity_id = ${activityId}::uuid
     order by session.held_on, session.starts_at, session.id`)
}

const storedValues = (values: ActivityValues) => ({
  type: values.type,
  form: values.form,
  level: values.level,
  title: values.title,
  place: values.place,
  organiserId: values.organiserId,
  countyCode: values.countyCode,
  municipalityCode: values.municipalityCode,
  countyCodes: values.countyCodes,
  municipalityCodes: values.municipalityCodes,
  targetGroups: values.targetGroups,
  rcPurposes: values.rcPurposes,
  strategyGoals: values.strategyGoals,
  projectYear: values.projectYear,
  moduleId: values.moduleId,
  opensBefore: values.opensBefore,
  closesAfter: values.closesAfter,
})

export interface NewActivity {
  id: string
  values: ActivityValues
  leaderId: string
  createdAt: Date
  createdBy: string | null
}

export async function insertActivity(tx: Tx, made: NewActivity): Promise<void> {
  const { id, values, leaderId, createdAt, createdBy } = made
  const data = { ...storedValues(values), id, leaderId, createdAt, createdBy, status: 'planned' }
  await tx.activity.create({ data })
}

export async function updateActivity(tx: Tx, id: string, values: ActivityValues): Promise<void> {
  await tx.activity.update({ where: { id }, data: storedValues(values) })
}

/** Holds an activity for a change of it, or of who was there. */
export async function selectForChange(
  tx: Tx,
  id: string,
): Promise<{ status: ActivityStatus; moduleId: string | null; firstOn: Day } | undefined> {
  const [found] = await txRows<{ status: ActivityStatus; moduleId: string | null; firstOn: Day }>(
    tx,
    sql`
    select activity.status, activity.module_id::text as "moduleId", (
             select min(session.held_on) from activity_session session
              where session.activity_id = activity.id)::text as "firstOn"
      from activity where activity.id = ${id}::uuid for update`,
  )
  return found
}

export async function updateStatus(
  tx: Tx,
  id: string,
  { status, on }: { status: ActivityStatus; on: Day | null },
): Promise<void> {
  await tx.activity.update({ where: { id }, data: { status, statusOn: on ? dateOf(on) : null } })
}

/** The codes that sessions have on these days and the days beside them. */
export async function selectCodesAround(tx: Tx, days: readonly Day[]): Promise<Set<string>> {
  const found = await txRows<{ code: string }>(
    tx,
    sql`
    select distinct session.code from activity_session session
      join unnest(${[...days]}::date[]) as asked (day)
        on session.held_on between asked.day - 1 and asked.day + 1`,
  )
  return new Set(found.map(({ code }) => code))
}

export async function insertSessions(
  tx: Tx,
  activityId: string,
  sessions: readonly (SessionTime & { id: string; code: string })[],
): Promise<void> {
  await tx.activitySession.createMany({
    data: sessions.map((session) => ({
      ...session,
      activityId,
      heldOn: dateOf(session.heldOn),
    })),
  })
}

export async function updateSession(
  tx: Tx,
  { id, heldOn, startsAt, endsAt, code }: SessionTime & { id: string; code: string },
): Promise<void> {
  const data = { heldOn: dateOf(heldOn), startsAt, endsAt, code }
  await tx.activitySession.update({ where: { id }, data })
}

/** Removes sessions that nobody has ever been written down at, or has answered about. @returns how many */
export async function deleteUnattended(tx: Tx, sessionIds: readonly string[]): Promise<number> {
  const removed = await tx.activitySession.deleteMany({
    where: { id: { in: [...sessionIds] }, attendance: { none: {} }, answers: { none: {} } },
  })
  return removed.count
}

/** One line of the list. */
export interface ListedActivity {
  id: string
  title: string
  type: ActivityType
  form: ActivityForm
  level: ActivityLevel
  status: ActivityStatus
  statusOn: Day | null
  firstOn: Day
  lastOn: Day
  sessions: number
  minutes: number
  targetGroups: ProfessionGroup[]
  rcPurposes: number[]
  strategyGoals: number[]
  projectYear: number | null
  /** How many attended, each session by itself. */
  participations: number
  countyCode: string | null
  countyName: string | null
  organiserName: string
}

const isWithin = (reach: Reach): Sql =>
  withinReach(reach, {
    organisation: sql`null`,
    county: sql`activity.county_code`,
    municipality: sql`activity.municipality_code`,
  })

const participations = sql`
  (select coalesce(sum(attendance.people), 0)::int
     from activity_session session
     join attendance on attendance.session_id = session.id and attendance.ended_at is null
    where session.activity_id = activity.id)`

/** Activities within reach as a list: found by title, place and organiser. */
export function activitiesListed(
  reach: Reach,
  { search, filters }: ActivityQuery,
): ListSource<ActivityQuery['sort']> {
  const searched = [sql`activity.title`, sql`activity.place`, sql`organiser.name`]
  return {
    columns: sql`
      activity.id, activity.title, activity.type, activity.form, activity.level, activity.status,
      activity.status_on as "statusOn", met.first_on as "firstOn", met.last_on as "lastOn",
      met.sessions, met.minutes, ${participations} as participations,
      activity.county_code as "countyCode", county.name as "countyName",
      organiser.name as "organiserName", activity.target_groups as "targetGroups",
      activity.rc_purposes as "rcPurposes", activity.strategy_goals as "strategyGoals",
      activity.project_year as "projectYear"`,
    from: sql`
      from activity
      join organisation organiser on organiser.id = activity.organiser_id
      left join county on county.code = activity.county_code
      cross join lateral (
        select min(session.held_on) as first_on, max(session.held_on) as last_on,
               count(*)::int as sessions, sum(session.ends_at - session.starts_at)::int as minutes
          from activity_session session where session.activity_id = activity.id) met
     where ${isWithin(reach)} and ${holdsWords(search, searched)}
       and ${isAmong(filters.type, sql`activity.type`)}
       and ${isAmong(filters.status, sql`activity.status`)}
       and ${isAmong(filters.county, sql`coalesce(activity.county_code, 'nation')`)}
       and ${isAmong(filters.year, sql`extract(year from met.first_on)`)}`,
    key: sql`activity.id`,
    order: {
      when: sql`met.last_on`,
      title: swedishOrder(sql`activity.title`),
      type: sql`activity.type`,
      county: sql`activity.county_code`,
      participations,
    },
  }
}

/** Of an organisation that may organise something. */
export interface OrganiserChoice {
  id: string
  name: string
}

/**
 * Who may stand as organiser of what the actor plans: county boards, resource centres, regions and authorities
 * within reach, and where the actor works.
 */
export async function selectOrganisers(
  reach: Reach,
  personId: string | null,
  day: Day,
): Promise<OrganiserChoice[]> {
  return rows<OrganiserChoice>(sql`
    select organisation.id, organisation.name
      from organisation
     where (organisation.closed_on is null or organisation.closed_on > ${day}::date)
       and ((organisation.kind in ('county-board', 'resource-centre', 'region', 'state-agency',
                                   'municipality', 'university', 'civil-society')
             and (organisation.kind <> 'municipality' or ${!reach.everywhere})
             and ${withinReach(reach, {
               organisation: sql`null`,
               county: sql`organisation.county_code`,
               municipality: sql`organisation.municipality_code`,
             })})
            or organisation.id in (
              select placement.organisation_id
                from affiliation
                join unit_placement placement on placement.unit_id = affiliation.unit_id
                 and placement.valid_from <= ${day}::date
                 and (placement.valid_to is null or placement.valid_to > ${day}::date)
               where affiliation.person_id = ${personId}::uuid
                 and affiliation.status <> 'declined'
                 and affiliation.valid_from <= ${day}::date
                 and (affiliation.valid_to is null or affiliation.valid_to > ${day}::date)))
     order by organisation.kind not in ('county-board', 'resource-centre'),
              ${swedishOrder(sql`organisation.name`)}
     limit 500`)
}

/** A module that can be taken together. */
export interface GroupModule {
  id: string
  titleSv: string
  titleEn: string
  kind: string
}

/** Modules with a published version, in the courses' order. */
export async function selectGroupModules(): Promise<GroupModule[]> {
  return rows<GroupModule>(sql`
    select module.id, module.title_sv as "titleSv", module.title_en as "titleEn", module.kind
      from module
      join course on course.id = module.course_id
      join module_version version on version.module_id = module.id and version.status = 'published'
     order by course.position, module.position, module.slug`)
}

export async function organisationExists(id: string): Promise<boolean> {
  return !!(await firstRow(sql`select 1 from organisation where id = ${id}::uuid`))
}
