import type { CertificateView } from '~/domain/credential/credential.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Mark } from '~/ui/mark.tsx'
import { Facts } from '~/ui/page.tsx'
import { useCertifiedFacts } from './certificate-words.tsx'

interface CertificateSheetProps {
  certificate: CertificateView
  /** Where it is verified. */
  address: string
  qr: { size: number; path: string }
}

/** The certificate itself, as it looks on paper, too. */
export function CertificateSheet({ certificate, address, qr }: CertificateSheetProps) {
  const { t, dayOf } = useI18n()
  const factsOf = useCertifiedFacts()
  const { holderName, code, issuedAt } = certificate
  const facts = [
    ...factsOf(certificate),
    { term: t('certificate.code'), value: <code className="certificate-code">{code}</code> },
  ]
  return (
    <section className="certificate" aria-labelledby="certificate-of">
      <p className="certificate-mark">
        <Mark /> {t('app.name')}
      </p>
      <div>
        <p className="meta" id="certificate-of">
          {t('certificate.of')}
        </p>
        <p className="certificate-name">{holderName ?? t('certificate.unnamed')}</p>
        <p className="meta">{t('certificate.has-taken')}</p>
      </div>
      <Facts facts={facts} />
      <p>{t('certificate.unsupervised')}</p>
      <div className="certificate-check">
        <QrCode {...qr} label={t('certificate.qr')} />
        <p className="certificate-address">
          {t('certificate.check')} <a href={address}>{address}</a>
        </p>
      </div>
      <p className="meta">{t('certificate.issued', { day: dayOf(issuedAt) })}</p>
    </section>
  )
}

/** Modules of white that a reader needs around the code. */
const quietZone = 4

function QrCode({ size, path, label }: { size: number; path: string; label: string }) {
  const side = size + 2 * quietZone
  return (
    <svg className="certificate-qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <rect width={side} height={side} />
      <path d={path} transform={`translate(${quietZone} ${quietZone})`} />
    </svg>
  )
}
