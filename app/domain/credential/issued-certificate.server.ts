import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { today } from '~/kernel/dates.ts'
import { isId } from '~/kernel/ids.ts'
import { may } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { certificateCodeRead } from './certificate-code.ts'
import {
  saveRevocation,
  selectCertificate,
  selectCertificateByCode,
  selectCertificateForChange,
  type CertificateRow,
} from './credential.db.server.ts'
import { stateOf, type RevocationReason, type VerifiedCertificate } from './credential.ts'

/**
 * What a code tells to whoever has it: no more than the holder lets it.
 * @param written as somebody typed it
 * @returns 'misspelt' for what can be no code, 'unknown' for a code that no certificate has
 */
export async function verifyCertificate(
  written: string,
): Promise<VerifiedCertificate | 'misspelt' | 'unknown'> {
  const code = certificateCodeRead(written)
  if (code === null) return 'misspelt'
  const found = await selectCertificateByCode(code)
  return found ? verifiedOf(found) : 'unknown'
}

/**
 * The certificate that has a code, for who may revoke it.
 * @returns its id
 * @throws Refusal forbidden, certificate.code-unknown
 */
export async function findIssued({ actor, code }: { actor: Actor; code: string }): Promise<string> {
  mustMayRevoke(actor)
  const found = await selectCertificateByCode(code)
  if (!found) throw new Refusal('certificate.code-unknown', {}, { field: 'code' })
  return found.id
}

/**
 * An issued certificate without its holder's name, for who may revoke it.
 * @throws Refusal forbidden, not-found
 */
export async function readIssued(actor: Actor, id: string): Promise<VerifiedCertificate> {
  mustMayRevoke(actor)
  const found = isId(id) ? await selectCertificate(id) : undefined
  if (!found) throw new Refusal('not-found')
  return { ...verifiedOf(found), holderName: null }
}

/**
 * Revokes a certificate from this moment, for good. Revoking it again changes nothing.
 * @throws Refusal forbidden, not-found
 */
export async function revokeCertificate(input: {
  actor: Actor
  certificateId: string
  reason: Exclude<RevocationReason, 'replaced'>
}): Promise<void> {
  const { actor, certificateId, reason } = input
  mustMayRevoke(actor)
  await inTransaction(actor, async (tx) => {
    const found = isId(certificateId)
      ? await selectCertificateForChange(tx, certificateId)
      : undefined
    if (!found) throw new Refusal('not-found')
    if (found.revokedAt !== null) return
    const revokedBy = actor.personId
    await saveRevocation(tx, found.id, { revokedAt: now(), revokedBy, revokedFor: reason })
    await recordAudit(tx, actor, {
      action: 'certificate.revoked',
      subjectId: found.id,
      detail: { reason },
    })
  })
}

function mustMayRevoke(actor: Actor): void {
  if (!may(actor, 'certificate:revoke', {})) throw new Refusal('forbidden')
}

function verifiedOf(row: CertificateRow): VerifiedCertificate {
  const { code, holderName, showsName, revokedAt, revokedFor } = row
  const { courseTitleSv, courseTitleEn, trackTitleSv, trackTitleEn, courseVersion } = row
  const { earnedOn, validUntil } = row
  const titles = { courseTitleSv, courseTitleEn, trackTitleSv, trackTitleEn, courseVersion }
  const shown = { holderName: showsName ? holderName : null, revokedAt, revokedFor }
  return { ...titles, code, earnedOn, validUntil, ...shown, state: stateOf(row, today()) }
}
