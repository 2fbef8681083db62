import { randomBytes } from 'node:crypto'
import { recordAudit } from '~/domain/audit/audit.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { newId, type CertificateId, type PersonId } from '~/kernel/ids.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { certificateCodeOf } from './certificate-code.ts'
import {
  insertCertificate,
  selectCandidates,
  selectHeld,
  selectNames,
  selectPlayed,
  selectTracks,
  type CertifyingTrack,
} from './credential.db.server.ts'
import {
  dueCertificates,
  type DueCertificate,
  type HeldCertificate,
  type PlayedModule,
} from './credential.ts'

const peopleAtOnce = 200
/** Before every id. */
const beforeAll = '00000000-0000-0000-0000-000000000000'

/** The same for everybody, a few hundred at a time. */
export async function issueMissingCertificates(): Promise<{ people: number; issued: number }> {
  const told = { people: 0, issued: 0 }
  let after = beforeAll
  for (;;) {
    const batch = await selectCandidates(after, peopleAtOnce)
    const last = batch.at(-1)
    if (!last) return told
    told.issued += await issueCertificates(batch)
    told.people += batch.length
    after = last
  }
}

/**
 * Issues what people, some hundred at most, have earned and have no certificate of: in every track whose rule is met,
 * in their name, which only they see until they let others. Doing it again issues nothing more.
 * @returns how many were issued
 */
export function issueCertificates(personIds: readonly PersonId[]): Promise<number> {
  return inTransaction(systemActor, async (tx) => {
    const tracks = await selectTracks(tx)
    if (tracks.length === 0) return 0
    const names = await selectNames(tx, personIds)
    const played = byPerson(await selectPlayed(tx, personIds))
    const held = byPerson(await selectHeld(tx, personIds))
    let issued = 0
    for (const [personId, holderName] of names) {
      for (const track of tracks) {
        issued += await issueWithin(tx, {
          track,
          personId,
          holderName,
          played: played.get(personId) ?? [],
          held: (held.get(personId) ?? []).filter(({ trackId }) => trackId === track.trackId),
        })
      }
    }
    return issued
  })
}

interface Judged {
  track: CertifyingTrack
  personId: PersonId
  holderName: string
  played: readonly PlayedModule[]
  held: readonly HeldCertificate[]
}

async function issueWithin(tx: Tx, judged: Judged): Promise<number> {
  const { track, personId, holderName, played, held } = judged
  const idByDay = new Map(
    held.filter(({ isRevoked }) => !isRevoked).map(({ earnedOn, id }) => [earnedOn, id]),
  )
  let issued = 0
  for (const due of dueCertificates(track, played, held)) {
    const id = newId<CertificateId>()
    const renewsId = due.renews === null ? null : (idByDay.get(due.renews) ?? null)
    const isNew = await insertCertificate(tx, {
      ...certifiedOf(track, due),
      id,
      code: newCode(),
      personId,
      issuedAt: now(),
      holderName,
      showsName: false,
      renewsId,
      replacesId: null,
    })
    if (!isNew) continue
    idByDay.set(due.earnedOn, id)
    issued++
    const { trackId } = track
    const detail = { track: trackId, earnedOn: due.earnedOn, renews: renewsId }
    await recordAudit(tx, systemActor, { action: 'certificate.issued', subjectId: id, detail })
  }
  return issued
}

/** A code that nobody has. */
export const newCode = () => certificateCodeOf(randomBytes(30))

function certifiedOf(track: CertifyingTrack, { earnedOn, validUntil }: DueCertificate) {
  const { trackId, courseId, courseVersion } = track
  const { courseTitleSv, courseTitleEn, trackTitleSv, trackTitleEn } = track
  const titles = { courseTitleSv, courseTitleEn, trackTitleSv, trackTitleEn }
  return { ...titles, trackId, courseId, courseVersion, earnedOn, validUntil }
}

function byPerson<Row extends { personId: PersonId }>(found: Row[]): Map<PersonId, Row[]> {
  const grouped = new Map<PersonId, Row[]>()
  for (const row of found) grouped.set(row.personId, [...(grouped.get(row.personId) ?? []), row])
  return grouped
}
