import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { isId } from '~/kernel/ids.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import {
  deleteShare,
  insertShare,
  isEmployer,
  selectShareChoices,
  selectShared,
  type ShareChoice,
  type SharedCertificate,
} from './certificate-share.db.server.ts'
import { readOwnCertificate } from './own-certificate.server.ts'

export type { ShareChoice, SharedCertificate } from './certificate-share.db.server.ts'

/**
 * The employers that may see a certificate of one's own, and those that one could let see it.
 * @throws Refusal not-found, forbidden
 */
export async function listShareChoices(
  actor: PersonActor,
  certificateId: string,
): Promise<ShareChoice[]> {
  await readOwnCertificate(actor, certificateId)
  return selectShareChoices(certificateId, actor.personId)
}

interface Share {
  actor: PersonActor
  certificateId: string
  organisationId: string
}

/**
 * Lets an employer that has confirmed the holder see a certificate. Doing it again changes nothing.
 * @throws Refusal not-found, forbidden, certificate.not-employer
 */
export async function shareCertificate(input: Share): Promise<void> {
  const { actor, certificateId, organisationId } = input
  await readOwnCertificate(actor, certificateId)
  await inTransaction(actor, async (tx) => {
    const isOwn = isId(organisationId) && (await isEmployer(tx, actor.personId, organisationId))
    if (!isOwn) throw new Refusal('certificate.not-employer')
    if (!(await insertShare(tx, { certificateId, organisationId, sharedAt: now() }))) return
    await recordAudit(tx, actor, {
      action: 'certificate.shared',
      subjectId: certificateId,
      organisationId,
    })
  })
}

/**
 * Takes back what an employer was let see, whether one works there still or not.
 * @throws Refusal not-found, forbidden
 */
export async function unshareCertificate(input: Share): Promise<void> {
  const { actor, certificateId, organisationId } = input
  await readOwnCertificate(actor, certificateId)
  if (!isId(organisationId)) throw new Refusal('not-found')
  await inTransaction(actor, async (tx) => {
    if (!(await deleteShare(tx, { certificateId, organisationId }))) return
    await recordAudit(tx, actor, {
      action: 'certificate.unshared',
      subjectId: certificateId,
      organisationId,
    })
  })
}

/** What a person shares with an organisation. Whoever asks has made sure that the reader may see it. */
export async function listSharedWith(
  organisationId: string,
  personId: string,
): Promise<SharedCertificate[]> {
  return selectShared(personId, organisationId)
}
