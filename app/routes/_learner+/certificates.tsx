import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/auth/permission.server.ts'
import { CertificateTag, useCertificateName } from '~/components/certificate/certificate-words.tsx'
import { listOwnCertificates } from '~/domain/credential/own-certificate.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ButtonLink } from '~/ui/button.tsx'
import { EmptyState, ItemList } from '~/ui/card.tsx'
import { Page } from '~/ui/page.tsx'

export const handle = { title: 'title.certificates' }

export async function loader({ request }: LoaderFunctionArgs) {
  return { certificates: await listOwnCertificates(await requireActor(request)) }
}

export default function Certificates() {
  const { t, day } = useI18n()
  const nameOf = useCertificateName()
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
            meta:
              certificate.state === 'expired' || certificate.state === 'revoked'
                ? t('certificates.ended', { day: day(certificate.validUntil) })
                : t('certificates.until', { day: day(certificate.validUntil) }),
            aside: <CertificateTag state={certificate.state} />,
          }))}
        />
      )}
    </Page>
  )
}
