import { timeOf } from '~/domain/activity/activity.ts'
import type { AttendanceCertificate } from '~/domain/activity/attendance-certificate.server.ts'
import type { Language } from '~/i18n/format.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { verificationAddress } from './certificate-address.server.ts'
import { paperPdf } from './certificate-pdf.server.ts'

/** A certificate of attendance as PDF. Its file is called "intyg.pdf", as every certificate's. */
export async function attendanceCertificateAnswer(
  certificate: AttendanceCertificate,
  language: Language,
): Promise<Response> {
  const { t, day } = i18nOf(language)
  const pdf = await paperPdf(
    {
      title: t('attended.certificate'),
      name: certificate.holderName,
      says: t('attended.says'),
      facts: factsOf(certificate, language),
      note: t('attended.note'),
      issued: t('certificate.issued', { day: day(certificate.issuedOn) }),
      address: verificationAddress(certificate.code),
    },
    language,
  )
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'attachment; filename="intyg.pdf"',
    },
  })
}

function factsOf(certificate: AttendanceCertificate, language: Language): [string, string][] {
  const { t, day } = i18nOf(language)
  const { title, type, organiserName, sessions, hours, code } = certificate
  const when = sessions.map(({ heldOn, startsAt, endsAt }) =>
    t('activity.time-span', { day: day(heldOn), from: timeOf(startsAt), to: timeOf(endsAt) }),
  )
  return [
    [t('participations.column.title'), title],
    [t('attended.kind'), t(`activity.type.${type}`)],
    [t('participations.column.when'), when.join(', ')],
    [t('attended.hours'), t('attended.hours.value', { count: hours })],
    [t('participations.column.organiser'), organiserName],
    [t('certificate.code'), code],
  ]
}
