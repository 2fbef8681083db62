import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { choosePassword } from '~/auth/new-password.server.ts'
import { PasswordByLink } from '~/components/identity/password-by-link.tsx'
import { isLinkGood } from '~/domain/identity/one-time-link.server.ts'
import { resetPasswordSchema } from '~/domain/identity/person.schema.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
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
  const words = {
    dead: t('reset-password.dead'),
    title: t('reset-password.title'),
    lead: t('reset-password.lead'),
    submit: t('reset-password.submit'),
  }
  return (
    <PasswordByLink
      isGood={useLoaderData<typeof loader>().isGood}
      reply={useActionData<FormReply>()}
      words={words}
    />
  )
}
