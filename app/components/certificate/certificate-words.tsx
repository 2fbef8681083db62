import { useInLanguage } from '~/components/module/module-words.tsx'
import type { CertificateState, CertifiedTrack } from '~/domain/credential/credential.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Tag, type Tone } from '~/ui/tag.tsx'

const tones: Record<CertificateState, Tone> = {
  valid: 'ok',
  expiring: 'warn',
  expired: 'info',
  revoked: 'bad',
}

/** Where a certificate stands, in a word or two. */
export function CertificateTag({ state }: { state: CertificateState }) {
  const { t } = useI18n()
  return <Tag tone={tones[state]}>{t(`certificate.state.${state}`)}</Tag>
}

/** Course, track, version and days, as every page that shows a certificate has them. */
export function useCertifiedFacts(): (
  certificate: CertifiedTrack,
) => { term: string; value: string }[] {
  const { t, day } = useI18n()
  const inLanguage = useInLanguage()
  return ({ courseTitleSv, courseTitleEn, trackTitleSv, trackTitleEn, ...certificate }) => [
    { term: t('certificate.course'), value: inLanguage(courseTitleSv, courseTitleEn) },
    { term: t('certificate.track'), value: inLanguage(trackTitleSv, trackTitleEn) },
    { term: t('certificate.version'), value: certificate.courseVersion },
    { term: t('certificate.earned'), value: day(certificate.earnedOn) },
    { term: t('certificate.until'), value: day(certificate.validUntil) },
  ]
}

/** "Grundkurs, Skola". */
export function useCertificateName(): (certificate: CertifiedTrack) => string {
  const { t } = useI18n()
  const inLanguage = useInLanguage()
  return ({ courseTitleSv, courseTitleEn, trackTitleSv, trackTitleEn }) =>
    t('certificates.label', {
      course: inLanguage(courseTitleSv, courseTitleEn),
      track: inLanguage(trackTitleSv, trackTitleEn),
    })
}
