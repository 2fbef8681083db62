import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { Link, useActionData } from '@remix-run/react'
import { forgetPassword } from '~/auth/new-password.server.ts'
import { EmailField } from '~/components/identity/person-fields.tsx'
import { forgotPasswordSchema } from '~/domain/identity/person.schema.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ActionForm } from '~/ui/form.tsx'
import { Page } from '~/ui/page.tsx'

export const handle = { title: 'title.account', isSameForVisitors: true }

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, forgotPasswordSchema)
  if (!form.ok) return form.reply
  await forgetPassword(form.value.email, context.ip)
  return redirect('/forgot-password/sent')
}

export default function ForgotPassword() {
  const { t } = useI18n()
  const reply = useActionData<FormReply>()
  return (
    <Page width="reading" title={t('forgot-password.title')} lead={t('forgot-password.lead')}>
      <ActionForm
        schema={forgotPasswordSchema}
        submitLabel={t('forgot-password.submit')}
        pendingLabel={t('forgot-password.pending')}
        beside={<Link to="/sign-in">{t('sign-in.title')}</Link>}
        reply={reply}
      >
        <EmailField />
      </ActionForm>
    </Page>
  )
}
