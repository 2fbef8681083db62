import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { findAttemptSchema } from '~/domain/attempt/attempt-story.schema.ts'
import { findAttempt } from '~/domain/attempt/attempt-story.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ActionForm } from '~/ui/form.tsx'
import { Page } from '~/ui/page.tsx'
import { TextField } from '~/ui/text-fields.tsx'

export const handle = { title: 'title.attempts' }

export async function loader({ request }: LoaderFunctionArgs) {
  await requirePermission(request, 'attempt:trace')
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'attempt:trace')
  const form = await parseForm(request, findAttemptSchema)
  if (!form.ok) return form.reply
  return redirect(`/attempts/${await findAttempt({ actor, code: form.value.code })}`)
}

export default function Attempts() {
  const { t } = useI18n()
  const reply = useActionData<FormReply>()
  return (
    <Page width="reading" title={t('attempts.title')} lead={t('attempts.lead')}>
      <ActionForm
        schema={findAttemptSchema}
        submitLabel={t('attempts.find')}
        pendingLabel={t('attempts.finding')}
        reply={reply}
      >
        <TextField
          name="code"
          type="search"
          label={t('attempts.code')}
          hint={t('attempts.code.hint')}
          width="medium"
          maxLength={40}
          required
        />
      </ActionForm>
      <p className="meta">{t('attempts.audited')}</p>
    </Page>
  )
}
