import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { choosePassword } from '~/auth/new-password.server.ts'
import { NewPasswordField } from '~/components/identity/person-fields.tsx'
import { isLinkGood } from '~/domain/identity/one-time-link.server.ts'
import { resetPasswordSchema } from '~/domain/identity/person.schema.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ButtonLink } from '~/ui/button.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Page } from '~/ui/page.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.account' }

export async function loader({ params }: LoaderFunctionArgs) {
  return { isGood: await isLinkGood('reset-password', params.secret) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await parseForm(request, resetPasswordSchema)
  if (!form.ok) return form.reply
  await choosePassword(params.secret, form.value.password)
  return redirectWithToast('/sign-in', 'reset-password.done')
}

export default function ResetPassword() {
  const { t } = useI18n()
  const { isGood } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  if (!isGood) {
    return (
      <Page width="reading" title={t('link.dead.title')} lead={t('reset-password.dead')}>
        <div className="actions">
          <ButtonLink to="/forgot-password" variant="primary">
            {t('reset-password.ask-again')}
          </ButtonLink>
        </div>
      </Page>
    )
  }
  return (
    <Page width="reading" title={t('reset-password.title')} lead={t('reset-password.lead')}>
      <ActionForm
        schema={resetPasswordSchema}
        submitLabel={t('reset-password.submit')}
        pendingLabel={t('reset-password.pending')}
        reply={reply}
      >
        <NewPasswordField />
      </ActionForm>
    </Page>
  )
}
