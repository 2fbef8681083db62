import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { CertificateTag, useCertifiedFacts } from '~/components/certificate/certificate-words.tsx'
import { revokeCertificateSchema } from '~/domain/credential/credential.schema.ts'
import { readIssued, revokeCertificate } from '~/domain/credential/issued-certificate.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { RadioGroup } from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Facts, Page, Section } from '~/ui/page.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.certificates' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'certificate:revoke')
  const certificateId = params.certificateId ?? ''
  return { certificateId, certificate: await readIssued(actor, certificateId) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'certificate:revoke')
  const form = await parseForm(request, revokeCertificateSchema)
  if (!form.ok) return form.reply
  const certificateId = params.certificateId ?? ''
  await revokeCertificate({ actor, certificateId, reason: form.value.reason })
  return redirectWithToast(`/certificates-issued/${certificateId}`, 'issued.revoked')
}

export default function IssuedCertificate() {
  const { t, dayOf } = useI18n()
  const factsOf = useCertifiedFacts()
  const { certificate, certificateId } = useLoaderData<typeof loader>()
  const { code, state, revokedAt, revokedFor } = certificate
  const facts = [
    { term: t('verify.state'), value: <CertificateTag state={state} /> },
    ...factsOf(certificate),
    {
      term: t('issued.trail'),
      value: <Link to={`/audit?about=${certificateId}`}>{t('issued.trail.link')}</Link>,
    },
  ]
  return (
    <Page
      width="reading"
      title={code}
      lead={
        revokedAt &&
        revokedFor &&
        t('certificate.revoked.text', {
          day: dayOf(revokedAt),
          reason: t(`certificate.reason.${revokedFor}`),
        })
      }
      breadcrumbs={[{ label: t('issued.title'), to: '/certificates-issued' }, { label: code }]}
    >
      <Facts facts={facts} />
      {state !== 'revoked' && <Revoke />}
    </Page>
  )
}

function Revoke() {
  const { t } = useI18n()
  const reply = useActionData<FormReply>()
  return (
    <Section id="revoke" title={t('issued.revoke')} intro={t('issued.revoke.intro')}>
      <ActionForm
        schema={revokeCertificateSchema}
        submitLabel={t('issued.revoke')}
        pendingLabel={t('issued.revoking')}
        submitVariant="danger"
        beside={
          <ButtonLink to="/certificates-issued" variant="quiet">
            {t('action.cancel')}
          </ButtonLink>
        }
        reply={reply}
      >
        <RadioGroup
          name="reason"
          label={t('issued.reason')}
          choices={[
            {
              value: 'mistaken',
              label: t('issued.reason.mistaken'),
              hint: t('issued.reason.mistaken.hint'),
            },
            { value: 'asked', label: t('issued.reason.asked') },
          ]}
          required
        />
      </ActionForm>
    </Section>
  )
}
