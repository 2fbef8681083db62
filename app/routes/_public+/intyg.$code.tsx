import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useCertifiedFacts } from '~/components/certificate/certificate-words.tsx'
import { useAttendedFacts } from '~/components/activity/attended-facts.ts'
import { CodeForm } from '~/components/certificate/code-form.tsx'
import { verifyAttendance } from '~/domain/activity/attendance-certificate.server.ts'
import type { VerifiedCertificate } from '~/domain/credential/credential.ts'
import { verifyCertificate } from '~/domain/credential/issued-certificate.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { limitRate } from '~/platform/rate-limit.server.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Facts, Page } from '~/ui/page.tsx'

export const handle = { title: 'title.certificates' }

/** As many as somebody who checks a pile of papers needs; who guesses would need millions. */
const lookUps = { points: 60, seconds: 60 }

export async function loader({ params, context }: LoaderFunctionArgs) {
  await limitRate('certificate', context.ip, lookUps)
  const certificate = await verifyCertificate(params.code ?? '')
  const attended = certificate === 'unknown' ? await verifyAttendance(params.code ?? '') : null
  const found = attended ?? certificate
  const written = (params.code ?? '').slice(0, 60)
  return data({ found, written }, { status: typeof found === 'string' ? 404 : 200 })
}

type Attended = NonNullable<Awaited<ReturnType<typeof verifyAttendance>>>

export default function VerifiedPage() {
  const { t } = useI18n()
  const { found, written } = useLoaderData<typeof loader>()
  return (
    <Page width="reading" title={t('certificate.title')}>
      {typeof found === 'string' ? (
        <>
          <Notice tone="warn" heading={2} title={t(`verify.${found}`)}>
            <p>{t(`verify.${found}.text`)}</p>
          </Notice>
          <CodeForm
            action="/intyg?index"
            written={written}
            submitLabel={t('verify.submit')}
            pendingLabel={t('verify.submitting')}
          />
        </>
      ) : (
        <>
          {'sessions' in found ? (
            <VerifiedAttendance attended={found} />
          ) : (
            <Verified certificate={found} />
          )}
          <div className="actions">
            <ButtonLink to="/intyg">{t('verify.another')}</ButtonLink>
          </div>
        </>
      )}
    </Page>
  )
}

function Verified({ certificate }: { certificate: VerifiedCertificate }) {
  const { t } = useI18n()
  const factsOf = useCertifiedFacts()
  const { code, holderName } = certificate
  return (
    <>
      <StateNotice certificate={certificate} />
      <Facts
        facts={[
          { term: t('certificate.name'), value: holderName ?? t('verify.name-hidden') },
          ...factsOf(certificate),
          { term: t('certificate.code'), value: <code>{code}</code> },
        ]}
      />
      <p>{t('verify.compare')}</p>
      <p>{t('certificate.unsupervised')}</p>
    </>
  )
}

function VerifiedAttendance({ attended }: { attended: Attended }) {
  const { t } = useI18n()
  const factsOf = useAttendedFacts()
  return (
    <>
      <Notice tone="ok" heading={2} title={t('verify.attended')}>
        <p>{t('verify.attended.text')}</p>
      </Notice>
      <Facts
        facts={[
          { term: t('certificate.name'), value: t('verify.name-hidden') },
          ...factsOf(attended),
          { term: t('certificate.code'), value: <code>{attended.code}</code> },
        ]}
      />
      <p>{t('verify.compare')}</p>
    </>
  )
}

function StateNotice({ certificate }: { certificate: VerifiedCertificate }) {
  const { t, day, dayOf } = useI18n()
  const { state, validUntil, revokedAt, revokedFor } = certificate
  if (revokedAt && revokedFor) {
    const reason = t(`certificate.reason.${revokedFor}`)
    return (
      <Notice tone="bad" heading={2} title={t('verify.revoked')}>
        <p>{t('verify.revoked.text', { day: dayOf(revokedAt), reason })}</p>
      </Notice>
    )
  }
  const outcome = state === 'expired' ? 'expired' : 'valid'
  return (
    <Notice tone={outcome === 'valid' ? 'ok' : 'warn'} heading={2} title={t(`verify.${outcome}`)}>
      <p>{t(`verify.${outcome}.text`, { day: day(validUntil) })}</p>
    </Notice>
  )
}
