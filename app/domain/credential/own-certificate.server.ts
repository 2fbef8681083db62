import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { today } from '~/kernel/dates.ts'
import { isId, newId, type CertificateId } from '~/kernel/ids.ts'
import { invariant } from '~/kernel/invariant.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import {
  insertCertificate,
  saveName,
  saveRevocation,
  selectCertificate,
  selectCertificateForChange,
  selectCertificatesOf,
  selectNames,
  type CertificateRow,
} from './credential.db.server.ts'
import { stateOf, type CertificateView } from './credential.ts'
import { newCode } from './issue-certificates.server.ts'

/** One's own certificates, those that count first, the newest first; without those that another stands for. */
export async function listOwnCertificates(actor: PersonActor): Promise<CertificateView[]> {
  const found = await selectCertificatesOf(actor.personId)
  const shown = found.filter(({ revokedFor }) => revokedFor !== 'replaced').map(viewOf)
  return [...shown.filter(counts), ...shown.filter((certificate) => !counts(certificate))]
}

const counts = ({ state }: CertificateView) => state === 'valid' || state === 'expiring'

/** Everything that is kept of one's own certificates, the newest first, with those that another stands for. */
export async function listStoredCertificates(actor: PersonActor): Promise<CertificateView[]> {
  return (await selectCertificatesOf(actor.personId)).map(viewOf)
}

/**
 * One of one's own.
 * @throws Refusal not-found, forbidden
 */
export async function readOwnCertificate(actor: PersonActor, id: string): Promise<CertificateView> {
  const found = isId(id) ? await selectCertificate(id) : undefined
  return viewOf(ownOf(actor, found))
}

/** What a holder decides of their name. */
export interface NameChoice {
  /** Whether it stands on the certificate. */
  isNamed: boolean
  /** Whether who has the code sees it. */
  showsName: boolean
}

/**
 * Puts the name on a certificate or takes it off. A name that was off comes from the profile; one that is there stays
 * as it was, since others may have seen it: another name is another certificate (reissueCertificate).
 * @throws Refusal not-found, forbidden, certificate.ended
 */
export async function chooseName(
  input: { actor: PersonActor; certificateId: string } & NameChoice,
): Promise<void> {
  const { actor, certificateId, isNamed, showsName } = input
  await inTransaction(actor, async (tx) => {
    const found = await ownForChange(tx, actor, certificateId)
    const holderName = isNamed ? (found.holderName ?? (await nameOf(tx, actor))) : null
    const chosen = { holderName, showsName: isNamed && showsName }
    await saveName(tx, found.id, chosen)
    const detail = { named: isNamed, showsName: chosen.showsName }
    await recordAudit(tx, actor, { action: 'certificate.name-chosen', subjectId: found.id, detail })
  })
}

/**
 * Issues a certificate anew, with another code and, if it has a name, the one that stands in the profile now. The one
 * before is revoked.
 * @returns the new one's id
 * @throws Refusal not-found, forbidden, certificate.ended
 */
export async function reissueCertificate(input: {
  actor: PersonActor
  certificateId: string
}): Promise<CertificateId> {
  const { actor } = input
  return inTransaction(actor, async (tx) => {
    const { revokedAt, revokedFor, ...before } = await ownForChange(tx, actor, input.certificateId)
    invariant(!revokedAt && !revokedFor, 'what is revoked is not issued anew')
    const at = now()
    await saveRevocation(tx, before.id, {
      revokedAt: at,
      revokedBy: actor.personId,
      revokedFor: 'replaced',
    })
    const id = newId<CertificateId>()
    const isNew = await insertCertificate(tx, {
      ...before,
      id,
      code: newCode(),
      issuedAt: at,
      holderName: before.holderName === null ? null : await nameOf(tx, actor),
      replacesId: before.id,
    })
    invariant(isNew, 'the one before is revoked')
    const detail = { replaces: before.id }
    await recordAudit(tx, actor, { action: 'certificate.reissued', subjectId: id, detail })
    return id
  })
}

function ownOf(actor: PersonActor, found: CertificateRow | undefined): CertificateRow {
  if (!found) throw new Refusal('not-found')
  if (found.personId !== actor.personId) throw new Refusal('forbidden')
  return found
}

async function ownForChange(tx: Tx, actor: PersonActor, id: string): Promise<CertificateRow> {
  const found = ownOf(actor, isId(id) ? await selectCertificateForChange(tx, id) : undefined)
  const state = stateOf(found, today())
  if (state === 'revoked' || state === 'expired') throw new Refusal('certificate.ended')
  return found
}

async function nameOf(tx: Tx, { personId }: PersonActor): Promise<string> {
  const name = (await selectNames(tx, [personId])).get(personId)
  invariant(name !== undefined, 'who is signed in is in the register')
  return name
}

/** A certificate with where it stands today. */
export function viewOf(row: CertificateRow): CertificateView {
  const { personId: _, courseId: _course, trackId: _track, renewsId, ...view } = row
  return { ...view, state: stateOf(row, today()), isRenewal: renewsId !== null }
}
