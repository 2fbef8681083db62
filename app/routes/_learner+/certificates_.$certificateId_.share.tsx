import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/auth/permission.server.ts'
import { useCertificateName } from '~/components/certificate/certificate-words.tsx'
import { shareSchema } from '~/domain/credential/credential.schema.ts'
import {
  listShareChoices,
  shareCertificate,
  unshareCertificate,
  type ShareChoice,
} from '~/domain/credential/certificate-share.server.ts'
import { readOwnCertificate } from '~/domain/credential/own-certificate.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { EmptyState, ItemList } from '~/ui/card.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Page } from '~/ui/page.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.certificates' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const certificateId = params.certificateId ?? ''
  const certificate = await readOwnCertificate(actor, certificateId)
  return { certificate, choices: await listShareChoices(actor, certificateId) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await parseForm(request, shareSchema)
  if (!form.ok) return form.reply
  const { intent, organisationId } = form.value
  const certificateId = params.certificateId ?? ''
  const share = { actor, certificateId, organisationId }
  if (intent === 'share') await shareCertificate(share)
  else await unshareCertificate(share)
  return redirectWithToast(`/certificates/${certificateId}/share`, `certificate.${intent}.done`)
}

export default function ShareCertificate() {
  const { t } = useI18n()
  const nameOf = useCertificateName()
  const { certificate, choices } = useLoaderData<typeof loader>()
  const title = t('certificate.share.title')
  return (
    <Page
      width="reading"
      title={title}
      lead={t('certificate.share.lead')}
      breadcrumbs={[
        { label: t('certificates.title'), to: '/certificates' },
        { label: nameOf(certificate), to: `/certificates/${certificate.id}` },
        { label: title },
      ]}
    >
      {choices.length === 0 ? (
        <EmptyState title={t('certificate.share.none')}>
          <p>{t('certificate.share.none.text')}</p>
        </EmptyState>
      ) : (
        <ItemList
          label={t('certificate.share.employers')}
          items={choices.map((choice) => ({
            key: choice.organisationId,
            title: choice.name,
            meta: t(choice.isShared ? 'certificate.share.shared' : 'certificate.share.hidden'),
            aside: <ShareForm choice={choice} />,
          }))}
        />
      )}
    </Page>
  )
}

function ShareForm({ choice: { organisationId, isShared } }: { choice: ShareChoice }) {
  const { t } = useI18n()
  const reply = useActionData<FormReply>()
  const intent = isShared ? 'unshare' : 'share'
  return (
    <ActionForm
      schema={shareSchema}
      hidden={{ intent, organisationId }}
      submitLabel={t(`certificate.${intent}`)}
      pendingLabel={t('certificate.name.saving')}
      submitVariant="secondary"
      reply={reply?.values?.organisationId === organisationId ? reply : undefined}
    />
  )
}
