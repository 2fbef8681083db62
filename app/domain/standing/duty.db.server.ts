import type { Day } from '~/kernel/dates.ts'
import { byEndOf, holdsOn, swedishDay } from '~/platform/db/days.server.ts'
import { sql, type Sql } from '~/platform/db/sql.server.ts'
import { askedOn, isMeant, reached, spotsOf } from './audience.db.server.ts'

const plus = (from: Sql, months: Sql) => sql`(${from} + make_interval(months => ${months}))::date`

/**
 * The last time that a person finished a module, for what is done again: a later attempt at a version counts,
 * though it is completed once.
 */
const lastDone = (day: Day) => sql`greatest(done.last_on, (
  select max(${swedishDay(sql`attempt.completed_at`)})
    from registration
    join module_version version on version.id = registration.module_version_id
    join attempt on attempt.registration_id = registration.id
   where registration.person_id = worked.person_id and version.module_id = asked.module_id
     and attempt.completion = 'completed'
     and ${swedishDay(sql`attempt.completed_at`)} <= ${day}::date))`

/**
 * What is done again is held against the certificate, where the track or course gave one: until it can be
 * renewed nothing is asked, then the refresher, and when that no longer renews (six months after, as in
 * credential.ts) the track anew. Without a certificate each module has its own time.
 */
const renewals = (day: Day) => sql`
  left join lateral (
    select certificate.earned_on,
           least(certificate.valid_until,
                 ${plus(sql`certificate.earned_on`, sql`asked.repeat_months`)}) as ends_on,
           ${day}::date <= ${plus(sql`certificate.valid_until`, sql`6`)} and exists (
             select 1 from module refresher
               join module_version open
                 on open.module_id = refresher.id and open.status = 'published'
              where refresher.course_id = certificate.course_id and refresher.kind = 'refresher')
             as is_refreshed
      from certificate
     where certificate.person_id = worked.person_id
       and (certificate.track_id = asked.track_id or certificate.course_id = asked.course_id)
       and certificate.earned_on <= ${day}::date
       and (certificate.revoked_at is null
            or ${swedishDay(sql`certificate.revoked_at`)} > ${day}::date)
     order by certificate.earned_on desc limit 1) held on true
  cross join lateral (select ${lastDone(day)} as last_on) again
  cross join lateral (
    select coalesce(held.ends_on, ${plus(sql`again.last_on`, sql`asked.repeat_months`)}) as ends_on
  ) renewal`

/** Whether there is nothing to do of what is done again: not to be renewed yet, or renewed by another module. */
const isMet = (day: Day) => sql`case
  when held.earned_on is not null and again.last_on > held.earned_on then true
  when held.is_refreshed and not asked.is_refresher then true
  else coalesce(${day}::date < renewal.ends_on - asked.window_days, false) end`

/**
 * The first day by which somebody is to be done: the assignment's own, or days from the later of the first
 * day at work and the assignment, whichever is later.
 */
const firstDue = sql`greatest(
  asked.due_on, greatest(worked.valid_from, asked.assigned_on) + asked.due_days)`

/** When people were done, and what their organisations have decided for them as far as it holds on the day. */
const knownOf = (day: Day) => sql`
  left join done on done.person_id = worked.person_id and done.module_id = asked.module_id
  left join duty_exception exception
    on exception.person_id = worked.person_id and exception.module_id = asked.module_id
   and exception.organisation_id = worked.organisation_id
   and ${byEndOf(sql`exception.decided_at`, day)}
   and (exception.ended_at is null or not ${byEndOf(sql`exception.ended_at`, day)})`

const dutyColumns = sql`
  worked.person_id, worked.affiliation_id, worked.unit_id, worked.organisation_id,
  worked.valid_from, asked.id as assignment_id, asked.module_id, asked.is_mandatory,
  asked.assigned_on`

const askedOfWorked = (known: Sql) => sql`
  from asked
  join reached on reached.assignment_id = asked.id
  join worked on worked.unit_id = reached.unit_id and ${isMeant}
  ${known}`

const isExcused = (day: Day) => sql`coalesce(
  exception.kind = 'excused'
  and (exception.until_on is null or exception.until_on >= ${day}::date), false)`

const dueNotBefore = (first: Sql) => sql`
  greatest(${first}, case when exception.kind = 'extended' then exception.until_on end)`

/**
 * Each thing that each person is asked for on the day, and why: one row of `duty` for every way from what is
 * `asked` to somebody of `worked(affiliation_id, person_id, unit_id, organisation_id, profession_group,
 * valid_from)` in a unit that is `reached`. Wants `done(person_id, module_id, last_on)`, too. Who is excused
 * has no row. What is done once, which is most, is asked without a look at each person's certificates.
 * @param known joins `done(last_on)` and `exception(kind, until_on)`, where the caller has them already
 */
export const duties = (day: Day, known = knownOf(day)) => sql`
  duty as (
    select ${dutyColumns}, done.last_on is not null as is_met, false as is_again,
           ${dueNotBefore(firstDue)} as due_on
      ${askedOfWorked(known)}
     where asked.repeat_months is null and not ${isExcused(day)}
    union all
    select ${dutyColumns}, met.is_met, not met.is_met and renewal.ends_on is not null,
           ${dueNotBefore(sql`coalesce(renewal.ends_on, ${firstDue})`)}
      ${askedOfWorked(known)}
      ${renewals(day)}
      cross join lateral (select ${isMet(day)} as is_met) met
     where asked.repeat_months is not null and (not asked.is_refresher or held.is_refreshed)
       and not ${isExcused(day)})`

/**
 * What people are asked for on a day, through the workplaces that they have stated or that are confirmed: `duty`
 * with all that it wants. For WITH RECURSIVE.
 * @param areThose whether a person's id is one of theirs
 */
export const dutiesOf = (areThose: (person: Sql) => Sql, day: Day, moduleId?: string) => sql`
  worked as (
    select affiliation.id as affiliation_id, affiliation.person_id, affiliation.unit_id,
           affiliation.profession_group, affiliation.valid_from, placement.organisation_id
      from affiliation
      join unit_placement placement
        on placement.unit_id = affiliation.unit_id and ${holdsOn(sql`placement`, day)}
     where ${areThose(sql`affiliation.person_id`)}
       and affiliation.status in ('claimed', 'confirmed')
       and ${holdsOn(sql`affiliation`, day)}),
  here as (
    select distinct worked.unit_id, worked.organisation_id, unit.county_code,
           unit.municipality_code
      from worked join unit on unit.id = worked.unit_id),
  ${spotsOf(day)},
  ${reached},
  ${askedOn(day, { module: moduleId, past: false })},
  done as (
    select person_id, module_id, max(completed_on) as last_on
      from completion where ${areThose(sql`person_id`)} group by person_id, module_id),
  ${duties(day)}`
