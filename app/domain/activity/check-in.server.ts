import { createHmac, randomUUID } from 'node:crypto'
import { recordAudit } from '~/domain/audit/audit.server.ts'
import { systemActor, type PersonActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { today } from '~/kernel/dates.ts'
import { newId } from '~/kernel/ids.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { env } from '~/platform/env.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { countRate, limitRate, readRate } from '~/platform/rate-limit.server.ts'
import { codeIn } from './activity.ts'
import { readSession } from './attendance.server.ts'
import {
  endAttendance,
  insertAttendance,
  insertPerson,
  selectAttendance,
} from './attendance.db.server.ts'
import type { CheckIn } from './attendance.schema.ts'
import {
  countCheckedIn,
  selectByCode,
  selectOwnCheckIn,
  selectOwnParticipations,
  selectSharedStatus,
  type MetSession,
  type OwnCheckIn,
  type OwnParticipation,
} from './check-in.db.server.ts'
import { creditGroup } from './group-session.server.ts'
import { readWorkPlace, readWorkPlaces, type WorkPlaceChoices } from './work-place.server.ts'

export type { OwnCheckIn, OwnParticipation } from './check-in.db.server.ts'

/** Codes that lead nowhere, from one address: a room that types wrong gets through, a script that guesses does not. */
const wrongCodes = { points: 30, seconds: 600 }
/** Check-ins from one address: a hall behind one address gets through. */
const checkIns = { points: 600, seconds: 3600 }

/** Whether a session's code can be used now. */
export type CheckInState = 'open' | 'early' | 'late' | 'cancelled'

/** What who comes to a session sees. */
export interface CheckInView {
  session: Omit<MetSession, 'opensAt' | 'closesAt'> & { opensAt: string; closesAt: string }
  state: CheckInState
  /** How the reader is written down already; null where they are not. */
  own: OwnCheckIn | null
  /** Null where nobody has to choose: who signed in has said where they work, and a closed code takes nobody. */
  places: WorkPlaceChoices | null
}

/** Who comes: the person who signed in, or the device. */
export interface Visitor {
  actor: PersonActor | null
  /** A secret of the device's own, kept in its cookie. */
  device: string | null
  ip: string
}

/**
 * The session that a code leads to.
 * @throws Refusal check-in.code-unknown, rate.limited
 */
export async function readCheckIn(
  code: string | undefined,
  visitor: Visitor,
): Promise<CheckInView> {
  const session = await findByCode(code, visitor.ip)
  const state = stateOf(session)
  const own = await ownCheckIn(session.sessionId, visitor)
  const mustChoose = state === 'open' && !own && !visitor.actor
  const places = mustChoose ? await readWorkPlaces(session, session.heldOn) : null
  const { opensAt, closesAt, ...shown } = session
  return {
    session: { ...shown, opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() },
    state,
    own: own ?? null,
    places,
  }
}

async function ownCheckIn(sessionId: string, { actor, device }: Visitor) {
  if (actor) return selectOwnCheckIn(sessionId, { personId: actor.personId })
  if (device) return selectOwnCheckIn(sessionId, { deviceKey: deviceKeyOf(device, sessionId) })
  return undefined
}

/** The session that a code is of, today or on the days beside. @throws Refusal check-in.code-unknown, rate.limited */
export async function findByCode(code: string | undefined, ip: string): Promise<MetSession> {
  const { allowed, seconds } = await readRate('check-in-code', ip, wrongCodes)
  if (!allowed) throw new Refusal('rate.limited', { minutes: Math.max(1, Math.ceil(seconds / 60)) })
  const digits = codeIn(code)
  const found = digits ? await selectByCode(digits, now(), today()) : undefined
  if (found) return found
  await countRate('check-in-code', ip, wrongCodes)
  throw new Refusal('check-in.code-unknown', {}, { field: 'code' })
}

function stateOf({ status, opensAt, closesAt }: MetSession): CheckInState {
  if (status === 'cancelled') return 'cancelled'
  if (now() < opensAt) return 'early'
  return now() > closesAt ? 'late' : 'open'
}

/** A secret for a device that has none; its cookie keeps it for the day. */
export function newDevice(): string {
  return randomUUID()
}

/** Tells a device at one session, and nothing of it anywhere else. */
function deviceKeyOf(device: string, sessionId: string): string {
  return createHmac('sha256', env().SECRET)
    .update(`check-in ${sessionId} ${device}`)
    .digest('base64url')
    .slice(0, 32)
}

/**
 * Checks in somebody who has not signed in: a group and a place, nothing of who it is. The same device, or the
 * same form sent twice, counts once.
 * @throws Refusal check-in.code-unknown, check-in.closed, activity.place-unknown, rate.limited
 */
export async function checkInUnnamed(
  code: string | undefined,
  visitor: Visitor,
  { id, professionGroup, place }: CheckIn,
): Promise<void> {
  await limitRate('check-in', visitor.ip, checkIns)
  const session = await openSession(code, visitor.ip)
  const work = await readWorkPlace(place)
  await inTransaction(systemActor, async (tx) => {
    if ((await selectSharedStatus(tx, session.activityId)) === 'cancelled') {
      throw new Refusal('check-in.closed')
    }
    await insertAttendance(tx, {
      ...work,
      id: newId(),
      sessionId: session.sessionId,
      way: 'check-in',
      people: 1,
      personId: null,
      deviceKey: deviceKeyOf(visitor.device ?? id, session.sessionId),
      professionGroup,
      sex: null,
      recordedAt: now(),
      recordedBy: null,
      replacesId: null,
      completionId: null,
    })
  })
}

/**
 * Checks in the person who signed in, with where they work. What their device said before they signed in is
 * replaced, so that they count once.
 * @throws Refusal check-in.code-unknown, check-in.closed, rate.limited
 */
export async function checkInPerson(
  code: string | undefined,
  visitor: Visitor & { actor: PersonActor },
): Promise<void> {
  const { actor, device } = visitor
  await limitRate('check-in', visitor.ip, checkIns)
  const { sessionId, activityId, heldOn, organiserId } = await openSession(code, visitor.ip)
  await inTransaction(actor, async (tx) => {
    if ((await selectSharedStatus(tx, activityId)) === 'cancelled') {
      throw new Refusal('check-in.closed')
    }
    const about = { sessionId, heldOn, way: 'check-in' as const, recordedAt: now() }
    const { personId } = actor
    const added = await insertPerson(tx, { ...about, recordedBy: personId, personId })
    if (!added) return
    const deviceKey = device && deviceKeyOf(device, sessionId)
    const before = deviceKey ? await selectAttendance(tx, sessionId, { deviceKey }) : undefined
    if (before && before.personId === null) {
      await endAttendance(tx, before.id, { endedAt: now(), endedBy: personId })
    }
    await creditGroup(tx, actor, { activityId })
    await recordAudit(tx, actor, {
      action: 'attendance.checked-in',
      subjectId: sessionId,
      organisationId: organiserId,
    })
  })
}

/** The session that a code opens now. @throws Refusal check-in.code-unknown, check-in.closed, rate.limited */
export async function openSession(code: string | undefined, ip: string): Promise<MetSession> {
  const session = await findByCode(code, ip)
  if (stateOf(session) !== 'open') throw new Refusal('check-in.closed')
  return session
}

/** How many are at a session, for the screen in the room. @throws Refusal not-found, forbidden */
export async function readProjection(
  actor: PersonActor,
  activityId: string | undefined,
  sessionId: string | undefined,
) {
  const { activity, session } = await readSession(actor, activityId, sessionId)
  const { title, place, status } = activity
  return {
    activityId: activity.id,
    title,
    place,
    status,
    session,
    present: await countCheckedIn(session.id),
  }
}

/** Everything that a person has been to, by name. */
export async function listOwnParticipations(actor: PersonActor): Promise<OwnParticipation[]> {
  return selectOwnParticipations(actor.personId)
}
