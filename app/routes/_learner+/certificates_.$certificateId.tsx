import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/auth/permission.server.ts'
import { CertificateSheet } from '~/components/certificate/certificate-sheet.tsx'
import { useCertificateName } from '~/components/certificate/certificate-words.tsx'
import stylesheet from '~/components/certificate/certificate.css?url'
import { certificateNameSchema } from '~/domain/credential/credential.schema.ts'
import { lastRenewalDay, type CertificateView } from '~/domain/credential/credential.ts'
import { chooseName, readOwnCertificate } from '~/domain/credential/own-certificate.server.ts'
import { verificationAddress } from '~/exchange/exports/certificate-address.server.ts'
import { qrPathOf } from '~/exchange/exports/qr-path.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { today } from '~/kernel/dates.ts'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { CheckboxField, RadioGroup } from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Page, Section } from '~/ui/page.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.certificates' }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const certificate = await readOwnCertificate(actor, params.certificateId ?? '')
  const address = verificationAddress(certificate.code)
  const renewBy = lastRenewalDay(certificate)
  const mayRenew = today() <= renewBy
  return { certificate, address, qr: qrPathOf(address), renewBy: mayRenew ? renewBy : null }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await parseForm(request, certificateNameSchema)
  if (!form.ok) return form.reply
  const certificateId = params.certificateId ?? ''
  const { name, showsName } = form.value
  const choice = { isNamed: name === 'named', showsName: showsName === 'on' }
  await chooseName({ actor, certificateId, ...choice })
  return redirectWithToast(`/certificates/${certificateId}`, 'certificate.name.saved')
}

export default function CertificatePage() {
  const { t } = useI18n()
  const nameOf = useCertificateName()
  const { certificate, address, qr } = useLoaderData<typeof loader>()
  const { id, state } = certificate
  const isRevoked = state === 'revoked'
  return (
    <Page
      width="reading"
      title={t('certificate.title')}
      breadcrumbs={[
        { label: t('home.title'), to: '/home' },
        { label: t('certificates.title'), to: '/certificates' },
        { label: nameOf(certificate) },
      ]}
      actions={
        !isRevoked && (
          <ButtonLink to={`/certificates/${id}/intyg.pdf`} variant="primary" reloadDocument>
            {t('certificate.pdf')}
          </ButtonLink>
        )
      }
    >
      <StateNotice />
      {!isRevoked && <CertificateSheet certificate={certificate} address={address} qr={qr} />}
      {(state === 'valid' || state === 'expiring') && <NameSettings certificate={certificate} />}
    </Page>
  )
}

/** What to know before showing it to anybody, and what to do about it. */
function StateNotice() {
  const { t, day, dayOf } = useI18n()
  const { certificate, renewBy } = useLoaderData<typeof loader>()
  const { state, revokedAt, revokedFor } = certificate
  const title = t(`certificate.state.${state}`)
  if (state === 'expiring') {
    return (
      <Notice tone="warn" title={title}>
        <p>{t('certificate.expiring.text')}</p>
      </Notice>
    )
  }
  if (state === 'expired') {
    return (
      <Notice tone="warn" title={title}>
        <p>
          {renewBy
            ? t('certificate.expired.text', { day: day(renewBy) })
            : t('certificate.too-late.text')}
        </p>
      </Notice>
    )
  }
  if (!revokedAt || !revokedFor) return null
  const reason = t(`certificate.reason.${revokedFor}`)
  return (
    <Notice tone="bad" title={title}>
      <p>{t('certificate.revoked.text', { day: dayOf(revokedAt), reason })}</p>
      {revokedFor === 'mistaken' && <p>{t('certificate.revoked.ask')}</p>}
    </Notice>
  )
}

function NameSettings({ certificate }: { certificate: CertificateView }) {
  const { t } = useI18n()
  const reply = useActionData<FormReply>()
  const { id, holderName, showsName } = certificate
  return (
    <Section id="name" title={t('certificate.name.title')}>
      <ActionForm
        key={`${id} ${holderName} ${showsName}`}
        schema={certificateNameSchema}
        defaultValues={{ name: holderName === null ? 'unnamed' : 'named', showsName }}
        submitLabel={t('action.save')}
        pendingLabel={t('certificate.name.saving')}
        submitVariant="secondary"
        reply={reply}
      >
        <RadioGroup
          name="name"
          label={t('certificate.name.on')}
          choices={[
            { value: 'named', label: t('certificate.name.named') },
            { value: 'unnamed', label: t('certificate.name.unnamed') },
          ]}
          required
        />
        <CheckboxField
          name="showsName"
          label={t('certificate.name.shows')}
          hint={t('certificate.name.shows.hint')}
        />
      </ActionForm>
      <p>{t('certificate.reissue.why')}</p>
      <div className="actions">
        <ButtonLink to={`/certificates/${id}/share`}>{t('certificate.share.title')}</ButtonLink>
        <ButtonLink to={`/certificates/${id}/reissue`}>{t('certificate.reissue')}</ButtonLink>
      </div>
    </Section>
  )
}
