import { randomBytes } from 'node:crypto'
import { recordAudit } from '~/domain/audit/audit.server.ts'
import { certificateCodeOf, certificateCodeRead } from '~/domain/credential/certificate-code.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import type { Day } from '~/kernel/dates.ts'
import { isId, newId } from '~/kernel/ids.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { selectActivity } from './activity.db.server.ts'
import { hoursOf } from './activity.ts'
import {
  ensureCode,
  selectAttended,
  selectCoded,
  type AttendedActivity,
} from './attendance-certificate.db.server.ts'

export type { AttendedActivity } from './attendance-certificate.db.server.ts'

/** What a person was at, as it stands on their certificate. */
export interface AttendanceCertificate extends AttendedActivity {
  /** To be checked by whoever has the paper. */
  code: string
  hours: number
  holderName: string
  issuedOn: Day
}

/**
 * A person's own certificate of having been at an activity: what the attendance says today, under a code that it gets
 * the first time and keeps.
 * @throws Refusal not-found, forbidden (they were not there by name, or it has not been said that it was held)
 */
export async function takeAttendanceCertificate(
  actor: PersonActor,
  activityId: string | undefined,
): Promise<AttendanceCertificate> {
  const { personId } = actor
  if (!isId(activityId) || !(await selectActivity(activityId))) throw new Refusal('not-found')
  const attended = await selectAttended(activityId, personId)
  if (!attended) throw new Refusal('forbidden')
  const id = newId()
  const coded = await inTransaction(actor, async (tx) => {
    const made = { id, code: certificateCodeOf(randomBytes(30)), issuedAt: now() }
    const kept = await ensureCode(tx, { ...made, activityId: attended.activityId, personId })
    if (kept.code === made.code) {
      await recordAudit(tx, actor, {
        action: 'attendance-certificate.issued',
        subjectId: attended.activityId,
      })
    }
    return kept
  })
  const holderName = `${actor.givenName} ${actor.familyName}`
  return { ...attended, ...coded, holderName, hours: hoursOf(attended.sessions) }
}

/**
 * What a code says to whoever has it: what was attended, and never by whom.
 * @param written as somebody typed it
 * @returns null for a code that no attendance has, or has any more
 */
export async function verifyAttendance(
  written: string,
): Promise<(AttendedActivity & { code: string; hours: number }) | null> {
  const code = certificateCodeRead(written)
  const coded = code === null ? undefined : await selectCoded(code)
  const attended = coded && (await selectAttended(coded.activityId, coded.personId))
  if (code === null || !attended) return null
  return { ...attended, code, hours: hoursOf(attended.sessions) }
}
