import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { replacePassword } from '~/auth/new-password.server.ts'
import { requireActor } from '~/auth/permission.server.ts'
import { changePasswordSchema } from '~/domain/identity/person.schema.ts'
import { NewPasswordField } from '~/components/identity/person-fields.tsx'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Page } from '~/ui/page.tsx'
import { PasswordField } from '~/ui/text-fields.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.profile' }

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request)
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await parseForm(request, changePasswordSchema)
  if (!form.ok) return form.reply
  const cookie = await replacePassword(actor, form.value)
  const answer = await redirectWithToast('/profile', 'profile.password.done')
  answer.headers.append('Set-Cookie', cookie)
  return answer
}

export default function ChangePassword() {
  const { t } = useI18n()
  const reply = useActionData<FormReply>()
  const title = t('profile.password')
  return (
    <Page
      width="reading"
      title={title}
      lead={t('profile.password.lead')}
      breadcrumbs={[{ label: t('profile.title'), to: '/profile' }, { label: title }]}
    >
      <ActionForm
        schema={changePasswordSchema}
        submitLabel={title}
        pendingLabel={t('profile.pending')}
        beside={
          <ButtonLink to="/profile" variant="quiet">
            {t('action.cancel')}
          </ButtonLink>
        }
        reply={reply}
      >
        <PasswordField
          name="currentPassword"
          label={t('password.current')}
          autoComplete="current-password"
          required
        />
        <NewPasswordField />
      </ActionForm>
    </Page>
  )
}
