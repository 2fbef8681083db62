import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/auth/permission.server.ts'
import { CertificateTag, useCertificateName } from '~/components/certificate/certificate-words.tsx'
import type { CertificateView } from '~/domain/credential/credential.ts'
import { listOwnCertificates } from '~/domain/credential/own-certificate.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ButtonLink } from '~/ui/button-link.tsx'
import { EmptyState, ItemList } from '~/ui/card.tsx'
import { Page } from '~/ui/page.tsx'

export const handle = { title: 'title.certificates' }

export async function loader({ request }: LoaderFunctionArgs) {
  return { certificates: await listOwnCertificates(await requireActor(request)) }
}

/** Until when a certificate counts, or since when it does not. */
function useUntil(): (certificate: CertificateView) => string {
  const { t, day, dayOf } = useI18n()
  return ({ state, validUntil, revokedAt }) => {
    if (state === 'revoked' && revokedAt) {
      return t('certificates.revoked', { day: dayOf(revokedAt) })
    }
    const key = state === 'expired' ? 'certificates.ended' : 'certificates.until'
    return t(key, { day: day(validUntil) })
  }
}

export default function Certificates() {
  const { t } = useI18n()
  const nameOf = useCertificateName()
  const untilOf = useUntil()
  const { certificates } = useLoaderData<typeof loader>()
  const title = t('certificates.title')
  return (
    <Page
      width="reading"
      title={title}
      lead={certificates.length > 0 && t('certificates.lead')}
      breadcrumbs={[{ label: t('home.title'), to: '/home' }, { label: title }]}
    >
      {certificates.length === 0 ? (
        <EmptyState
          title={t('certificates.empty')}
          actions={<ButtonLink to="/courses">{t('home.nothing.courses')}</ButtonLink>}
        >
          <p>{t('certificates.empty.text')}</p>
        </EmptyState>
      ) : (
        <ItemList
          label={title}
          items={certificates.map((certificate) => ({
            key: certificate.id,
            title: nameOf(certificate),
            to: `/certificates/${certificate.id}`,
            meta: untilOf(certificate),
            aside: <CertificateTag state={certificate.state} />,
          }))}
        />
      )}
    </Page>
  )
}
