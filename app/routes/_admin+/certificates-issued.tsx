import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { CodeForm } from '~/components/certificate/code-form.tsx'
import { certificateCodeSchema } from '~/domain/credential/credential.schema.ts'
import { findIssued } from '~/domain/credential/issued-certificate.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { Page } from '~/ui/page.tsx'

export const handle = { title: 'title.certificates' }

export async function loader({ request }: LoaderFunctionArgs) {
  await requirePermission(request, 'certificate:revoke')
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'certificate:revoke')
  const form = await parseForm(request, certificateCodeSchema)
  if (!form.ok) return form.reply
  return redirect(`/certificates-issued/${await findIssued({ actor, code: form.value.code })}`)
}

export default function IssuedCertificates() {
  const { t } = useI18n()
  const reply = useActionData<FormReply>()
  return (
    <Page width="reading" title={t('issued.title')} lead={t('issued.lead')}>
      <CodeForm submitLabel={t('issued.find')} pendingLabel={t('issued.finding')} reply={reply} />
    </Page>
  )
}
