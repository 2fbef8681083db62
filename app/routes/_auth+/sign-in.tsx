import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { readViewer } from '~/auth/permission.server.ts'
import { safePath } from '~/auth/safe-path.ts'
import { signIn } from '~/auth/sign-in.server.ts'
import { EmailField } from '~/components/identity/person-fields.tsx'
import { signInSchema } from '~/domain/identity/person.schema.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ActionForm } from '~/ui/form.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Page } from '~/ui/page.tsx'
import { PasswordField } from '~/ui/text-fields.tsx'

export const handle = { title: 'title.sign-in', isSameForVisitors: true }

export async function loader({ request }: LoaderFunctionArgs) {
  const to = safePath(new URL(request.url).searchParams.get('to'))
  if (await readViewer(request)) throw redirect(to)
  return { to }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, signInSchema)
  if (!form.ok) return form.reply
  const { to, ...credentials } = form.value
  const answer = await signIn(request, { ...credentials, ip: context.ip })
  if (answer.kind === 'unconfirmed') return answer
  return redirect(safePath(to), { headers: { 'Set-Cookie': answer.cookie } })
}

type Reply = FormReply | { kind: 'unconfirmed' }

export default function SignIn() {
  const { t } = useI18n()
  const { to } = useLoaderData<typeof loader>()
  const reply = useActionData<Reply>()
  const isUnconfirmed = reply !== undefined && 'kind' in reply
  return (
    <Page width="reading" title={t('sign-in.title')}>
      {isUnconfirmed && (
        <Notice tone="warn" title={t('sign-in.unconfirmed')}>
          <p>{t('sign-in.unconfirmed.text')}</p>
        </Notice>
      )}
      <ActionForm
        schema={signInSchema}
        hidden={{ to }}
        submitLabel={t('sign-in.submit')}
        pendingLabel={t('sign-in.pending')}
        beside={<Link to="/forgot-password">{t('forgot-password.link')}</Link>}
        reply={isUnconfirmed ? undefined : reply}
      >
        <EmailField />
        <PasswordField
          name="password"
          label={t('password.password')}
          autoComplete="current-password"
          required
        />
      </ActionForm>
      <p>
        {t('sign-in.no-account')} <Link to="/sign-up">{t('sign-up.title')}</Link>
      </p>
    </Page>
  )
}
