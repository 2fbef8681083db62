import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { CodeForm } from '~/components/certificate/code-form.tsx'
import { certificateCodeSchema } from '~/domain/credential/credential.schema.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { Page } from '~/ui/page.tsx'

export const handle = { title: 'title.certificates' }

export async function action({ request }: ActionFunctionArgs) {
  const form = await parseForm(request, certificateCodeSchema)
  if (!form.ok) return form.reply
  return redirect(`/intyg/${form.value.code}`)
}

export default function Verify() {
  const { t } = useI18n()
  const reply = useActionData<FormReply>()
  return (
    <Page width="reading" title={t('verify.title')} lead={t('verify.lead')}>
      <CodeForm
        submitLabel={t('verify.submit')}
        pendingLabel={t('verify.submitting')}
        reply={reply}
      />
    </Page>
  )
}
