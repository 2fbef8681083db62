import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { today } from '~/kernel/dates.ts'
import { isId, newId } from '~/kernel/ids.ts'
import { invariant } from '~/kernel/invariant.ts'
import { reachOf } from '~/kernel/permission.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { selectForChange } from './activity.db.server.ts'
import { readActivity, type ActivityView, type SessionView } from './activity.server.ts'
import {
  endAttendance,
  insertAttendance,
  insertByAddress,
  selectAttendance,
  selectAttendanceTable,
  selectAttending,
  selectCorrections,
  selectCounts,
  selectKnownPersons,
  type AttendanceTableRow,
  type AttendingOne,
  type Correction,
} from './attendance.db.server.ts'
import {
  checkMayAttend,
  countChanges,
  personsPresent,
  sumAttendance,
  type AttendanceSums,
  type CountCell,
  type PersonsPresent,
  type PlaceChoice,
} from './attendance.ts'
import { creditGroup } from './group-session.server.ts'
import { readWorkPlace, type WorkPlace } from './work-place.server.ts'

export type { AttendanceTableRow, AttendingOne, Correction } from './attendance.db.server.ts'

/** Who was at an activity, added up. */
export interface ParticipationView extends Omit<AttendanceSums, 'sessions'>, PersonsPresent {
  rows: AttendanceTableRow[]
  sessions: { sessionId: string; participations: number }[]
  /** Persons with a name, each once. */
  known: number
}

/** Adds up who was at an activity that the reader may see. */
export async function readParticipation(activity: ActivityView): Promise<ParticipationView> {
  const [rows, known] = await Promise.all([
    selectAttendanceTable(activity.id),
    selectKnownPersons(activity.id),
  ])
  const sums = sumAttendance(rows)
  const sessions = activity.sessions.map(({ id }) => ({
    sessionId: id,
    participations: sums.sessions.get(id) ?? 0,
  }))
  const met = new Map(sessions.map((one) => [one.sessionId, one.participations]))
  return { ...sums, ...personsPresent({ ...sums, sessions: met }, known), rows, sessions, known }
}

/** How many of those who came by themselves a page shows. */
export const attendingPerPage = 200

export interface SessionAttendance {
  activity: ActivityView
  session: SessionView
  attending: AttendingOne[]
  corrections: Correction[]
}

/**
 * Who is written down at a session, for who may change it: names, too.
 * @throws Refusal not-found, forbidden
 */
export async function readSessionAttendance(
  actor: PersonActor,
  { activityId, sessionId, page }: { activityId?: string; sessionId?: string; page: number },
): Promise<SessionAttendance> {
  const { activity, session } = await readSession(actor, activityId, sessionId)
  const offset = (page - 1) * attendingPerPage
  const [attending, corrections] = await Promise.all([
    selectAttending(session.id, { offset, limit: attendingPerPage }),
    selectCorrections(session.id, 100),
  ])
  return { activity, session, attending, corrections }
}

/**
 * A session of an activity that the actor may change.
 * @throws Refusal not-found, forbidden
 */
export async function readSession(
  actor: PersonActor,
  activityId: string | undefined,
  sessionId: string | undefined,
): Promise<{ activity: ActivityView; session: SessionView }> {
  const activity = await readActivity(actor, activityId, 'activity:manage')
  const session = activity.sessions.find(({ id }) => id === sessionId)
  if (!session) throw new Refusal('not-found')
  return { activity, session }
}

export interface ChangeAttendance {
  actor: PersonActor
  activityId: string | undefined
  sessionId: string | undefined
}

/**
 * Holds the activity, sees that somebody may be written down there, and does the work with its trail and its credit.
 * @throws Refusal not-found, forbidden, activity.cancelled, activity.session-ahead
 */
export async function changeAttendance<Result>(
  input: ChangeAttendance,
  action: string,
  work: (tx: Tx, session: SessionView) => Promise<{ result: Result; changed: number }>,
): Promise<Result> {
  const { actor, activityId, sessionId } = input
  const { activity, session } = await readSession(actor, activityId, sessionId)
  return inTransaction(actor, async (tx) => {
    const held = await selectForChange(tx, activity.id)
    invariant(held, 'activities are not removed')
    checkMayAttend(held.status, session.heldOn, today())
    const { result, changed } = await work(tx, session)
    if (changed > 0) {
      await creditGroup(tx, actor, { activityId: activity.id })
      await recordAudit(tx, actor, {
        action,
        subjectId: session.id,
        organisationId: activity.organiserId,
        detail: { changed },
      })
    }
    return result
  })
}

/**
 * Writes down people who have an account, by their addresses: those who work within the actor's reach on the
 * session's day. Who is there already stays.
 * @returns how many were added, and which addresses are of nobody there
 * @throws Refusal not-found, forbidden, activity.cancelled, activity.session-ahead
 */
export async function registerPeople(
  input: ChangeAttendance & { emails: readonly string[] },
): Promise<{ added: number; unknown: string[] }> {
  const { actor, emails } = input
  const reach = reachOf(actor, 'activity:manage')
  return changeAttendance(input, 'attendance.registered', async (tx, { id, heldOn }) => {
    const about = { sessionId: id, heldOn, way: 'registered' as const, recordedAt: now() }
    const recordedBy = actor.personId
    const result = await insertByAddress(tx, { ...about, recordedBy }, emails, reach)
    return { result, changed: result.added }
  })
}

/**
 * Says how many there were of each kind from one place. A number that was another before is corrected, and
 * what was stays in the trail.
 * @throws Refusal not-found, forbidden, activity.cancelled, activity.session-ahead, activity.place-unknown
 */
export async function saveCounts(
  input: ChangeAttendance & { place: PlaceChoice; counts: CountCell[] },
): Promise<void> {
  const { actor, counts } = input
  const place = await readWorkPlace(input.place)
  await changeAttendance(input, 'attendance.counted', async (tx, session) => {
    const before = await selectCounts(tx, session.id, place)
    const changes = countChanges(before, counts)
    for (const { professionGroup, sex, from, to } of changes) {
      const old = before.find(
        (row) => from > 0 && row.professionGroup === professionGroup && row.sex === sex,
      )
      if (old) await endAttendance(tx, old.id, { endedAt: now(), endedBy: actor.personId })
      if (to === 0) continue
      const kind = { professionGroup, sex, ...placeOnly(place) }
      const added = await insertAttendance(tx, {
        ...kind,
        id: newId(),
        sessionId: session.id,
        way: 'counted',
        people: to,
        personId: null,
        deviceKey: null,
        recordedAt: now(),
        recordedBy: actor.personId,
        replacesId: old?.id ?? null,
        completionId: null,
      })
      invariant(added, 'a kind is counted once while the activity is held')
    }
    return { result: undefined, changed: changes.length }
  })
}

const placeOnly = ({ organisationId, municipalityCode, countyCode }: WorkPlace) => ({
  organisationId,
  municipalityCode,
  countyCode,
})

/**
 * Gives one who was there another group or place; what was said before stays in the trail.
 * @throws Refusal not-found, forbidden, activity.cancelled, activity.place-unknown
 */
export async function correctAttendance(
  input: ChangeAttendance & {
    attendanceId: string
    professionGroup: ProfessionGroup
    place: PlaceChoice
  },
): Promise<void> {
  const { actor, professionGroup } = input
  const place = placeOnly(await readWorkPlace(input.place))
  await changeAttendance(input, 'attendance.corrected', async (tx, session) => {
    const old = await attendanceOfOne(tx, session.id, input.attendanceId)
    const isSame =
      old.professionGroup === professionGroup &&
      old.organisationId === place.organisationId &&
      (place.organisationId !== null || old.municipalityCode === place.municipalityCode)
    if (isSame) return { result: undefined, changed: 0 }
    await endAttendance(tx, old.id, { endedAt: now(), endedBy: actor.personId })
    await insertAttendance(tx, {
      ...old,
      ...place,
      professionGroup,
      id: newId(),
      recordedAt: now(),
      recordedBy: actor.personId,
      replacesId: old.id,
    })
    return { result: undefined, changed: 1 }
  })
}

/**
 * Says that one who was written down was not there; that they were stays in the trail, and credit that they
 * got by it is taken back.
 * @throws Refusal not-found, forbidden, activity.cancelled
 */
export async function removeAttendance(
  input: ChangeAttendance & { attendanceId: string },
): Promise<void> {
  const { actor } = input
  await changeAttendance(input, 'attendance.removed', async (tx, session) => {
    const old = await attendanceOfOne(tx, session.id, input.attendanceId)
    await endAttendance(tx, old.id, { endedAt: now(), endedBy: actor.personId })
    return { result: undefined, changed: 1 }
  })
}

async function attendanceOfOne(tx: Tx, sessionId: string, id: string) {
  const found = isId(id) ? await selectAttendance(tx, sessionId, { id }) : undefined
  if (!found || found.way === 'counted') throw new Refusal('not-found')
  return found
}
