import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/auth/permission.server.ts'
import {
  readOwnCertificate,
  reissueCertificate,
} from '~/domain/credential/own-certificate.server.ts'
import { nothingSchema } from '~/domain/identity/person.schema.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Facts, Page } from '~/ui/page.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.certificates' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { id, code, holderName } = await readOwnCertificate(actor, params.certificateId ?? '')
  const name = holderName === null ? null : `${actor.givenName} ${actor.familyName}`
  return { id, code, name }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const id = await reissueCertificate({ actor, certificateId: params.certificateId ?? '' })
  return redirectWithToast(`/certificates/${id}`, 'certificate.reissued')
}

export default function ReissueCertificate() {
  const { t } = useI18n()
  const { id, code, name } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const here = `/certificates/${id}`
  const title = t('certificate.reissue')
  return (
    <Page
      width="reading"
      title={title}
      lead={t('certificate.reissue.lead')}
      breadcrumbs={[
        { label: t('certificates.title'), to: '/certificates' },
        { label: t('certificate.title'), to: here },
        { label: title },
      ]}
    >
      <Facts
        facts={[
          { term: t('certificate.reissue.name'), value: name ?? t('certificate.name.none') },
          { term: t('certificate.reissue.old-code'), value: <code>{code}</code> },
        ]}
      />
      {name !== null && (
        <p>
          <Link to="/profile">{t('certificate.reissue.profile')}</Link>
        </p>
      )}
      <ActionForm
        schema={nothingSchema}
        submitLabel={title}
        pendingLabel={t('certificate.reissuing')}
        beside={
          <ButtonLink to={here} variant="quiet">
            {t('action.cancel')}
          </ButtonLink>
        }
        reply={reply}
      />
    </Page>
  )
}
