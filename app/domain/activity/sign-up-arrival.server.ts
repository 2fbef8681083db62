import { systemActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { newId } from '~/kernel/ids.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { limitRate } from '~/platform/rate-limit.server.ts'
import { insertAttendance } from './attendance.db.server.ts'
import { changeAttendance, type ChangeAttendance } from './attendance.server.ts'
import { selectSharedStatus } from './check-in.db.server.ts'
import { openSession } from './check-in.server.ts'
import {
  insertArrivals,
  selectArrived,
  selectExpected,
  type Expected,
} from './sign-up-arrival.db.server.ts'
import { readSignUpByToken } from './sign-up.server.ts'

export type { Expected } from './sign-up-arrival.db.server.ts'

/** Tries of a code by one link; a room's telephones each have a link of their own. */
const arrivals = { points: 20, seconds: 3600 }

/** The sessions at which somebody without an account is written down by their sign-up. */
export async function readArrivals(signUpId: string): Promise<string[]> {
  return selectArrived(signUpId)
}

/**
 * Checks in who signed up without an account, by the link in their mail and the code in the room: with the group
 * and the workplace that they said then. Doing it again changes nothing.
 * @throws Refusal not-found, check-in.code-unknown, check-in.closed, sign-up.not-this, rate.limited
 */
export async function arrive(token: string | undefined, code: string, ip: string): Promise<void> {
  const { row } = await readSignUpByToken(token)
  if (row.personId !== null || row.state === 'cancelled') throw new Refusal('not-found')
  await limitRate('sign-up-arrival', row.id, arrivals)
  const session = await openSession(code, ip)
  if (session.activityId !== row.activityId) {
    throw new Refusal('sign-up.not-this', {}, { field: 'code' })
  }
  const { professionGroup, organisationId, municipalityCode, countyCode } = row
  await inTransaction(systemActor, async (tx) => {
    if ((await selectSharedStatus(tx, row.activityId)) === 'cancelled') {
      throw new Refusal('check-in.closed')
    }
    await insertAttendance(tx, {
      ...{ professionGroup, organisationId, municipalityCode, countyCode },
      id: newId(),
      sessionId: session.sessionId,
      way: 'check-in',
      people: 1,
      personId: null,
      deviceKey: null,
      sex: null,
      recordedAt: now(),
      recordedBy: null,
      replacesId: null,
      completionId: null,
      signUpId: row.id,
    })
  })
}

/** Who has a place and is not written down at a session yet, for who may change the activity. */
export async function readExpected(activityId: string, sessionId: string): Promise<Expected[]> {
  return selectExpected(activityId, sessionId)
}

/**
 * Writes down those who signed up and came. Who is there already stays.
 * @returns how many were added
 * @throws Refusal not-found, forbidden, activity.cancelled, activity.session-ahead
 */
export async function registerArrivals(
  input: ChangeAttendance & { signUpIds: readonly string[] },
): Promise<number> {
  return changeAttendance(input, 'attendance.arrived', async (tx, session) => {
    const added = await insertArrivals(tx, {
      activityId: input.activityId ?? '',
      sessionId: session.id,
      heldOn: session.heldOn,
      recordedAt: now(),
      recordedBy: input.actor.personId,
      signUpIds: input.signUpIds,
    })
    return { result: added, changed: added }
  })
}
