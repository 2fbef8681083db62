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
  return { isGood: await isLinkGood('invitation', params.secret) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await parseForm(request, resetPasswordSchema)
  if (!form.ok) return form.reply
  await choosePassword(params.secret, form.value.password, 'invitation')
  return redirectWithToast('/sign-in', 'invitation.done')
}

export default function Invitation() {
  const { t } = useI18n()
  const words = {
    dead: t('invitation.dead'),
    title: t('invitation.title'),
    lead: t('invitation.lead'),
    submit: t('invitation.submit'),
  }
  return (
    <PasswordByLink
      isGood={useLoaderData<typeof loader>().isGood}
      reply={useActionData<FormReply>()}
      words={words}
    />
  )
}
