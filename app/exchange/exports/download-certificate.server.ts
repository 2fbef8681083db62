import { readOwnCertificate } from '~/domain/credential/own-certificate.server.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { verificationAddress } from './certificate-address.server.ts'
import { certificatePdf } from './certificate-pdf.server.ts'

/**
 * One of one's own certificates as a PDF, in one's own language. Its file is called "intyg.pdf": the name of a file is
 * seen over shoulders and in lists of downloads.
 * @throws Refusal not-found, forbidden, certificate.ended (it is revoked)
 */
export async function downloadCertificate(actor: PersonActor, id: string): Promise<Response> {
  const certificate = await readOwnCertificate(actor, id)
  if (certificate.state === 'revoked') throw new Refusal('certificate.ended')
  const address = verificationAddress(certificate.code)
  const pdf = await certificatePdf(certificate, actor.language, address)
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'attachment; filename="intyg.pdf"',
    },
  })
}
