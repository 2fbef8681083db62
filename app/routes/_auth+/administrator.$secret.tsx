import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { becomeAdministrator } from '~/auth/administrator-link.server.ts'
import {
  EmailField,
  LanguageField,
  NameFields,
  NewPasswordField,
} from '~/components/identity/person-fields.tsx'
import { isLinkGood } from '~/domain/identity/one-time-link.server.ts'
import { administratorSchema } from '~/domain/identity/person.schema.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Page } from '~/ui/page.tsx'

export const handle = { title: 'title.account' }

export async function loader({ params }: LoaderFunctionArgs) {
  return { isGood: await isLinkGood('administrator', params.secret) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await parseForm(request, administratorSchema)
  if (!form.ok) return form.reply
  const cookie = await becomeAdministrator(params.secret, form.value, context.ip)
  return redirect('/people', { headers: { 'Set-Cookie': cookie } })
}

export default function FirstAdministrator() {
  const { t, language } = useI18n()
  const { isGood } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  if (!isGood) {
    return (
      <Page width="reading" title={t('link.dead.title')} lead={t('administrator.dead')}>
        <div className="actions">
          <ButtonLink to="/sign-in">{t('sign-in.title')}</ButtonLink>
        </div>
      </Page>
    )
  }
  return (
    <Page width="reading" title={t('administrator.title')} lead={t('administrator.lead')}>
      <ActionForm
        schema={administratorSchema}
        submitLabel={t('administrator.submit')}
        pendingLabel={t('sign-up.pending')}
        reply={reply}
      >
        <NameFields />
        <EmailField hint={t('sign-up.email.hint')} />
        <NewPasswordField />
        <LanguageField defaultValue={language} />
      </ActionForm>
    </Page>
  )
}
