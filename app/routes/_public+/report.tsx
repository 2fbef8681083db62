import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { safePath } from '~/auth/safe-path.ts'
import { reportFaultSchema } from '~/domain/notice/notice.schema.ts'
import { reportFault } from '~/domain/notice/notice.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { pathForLog } from '~/platform/log.server.ts'
import { ActionForm } from '~/ui/form.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Page } from '~/ui/page.tsx'
import { TextArea, TextField } from '~/ui/text-fields.tsx'

export const handle = { title: 'title.report' }

/** The page it is about comes along from the link on it, and so does a player's support code. */
export async function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams
  // Secrets in addresses are left out.
  const page = pathForLog(safePath(asked.get('page'), ''))
  return { page, code: asked.get('code')?.slice(0, 40) ?? '' }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, reportFaultSchema)
  if (!form.ok) return form.reply
  await reportFault(form.value, context.ip)
  return redirect('/report/sent')
}

export default function Report() {
  const { t } = useI18n()
  const { page, code } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <Page width="reading" title={t('report.title')} lead={t('report.lead')}>
      <Notice tone="warn" title={t('report.no-persons')}>
        <p>{t('report.no-persons.text')}</p>
      </Notice>
      <ActionForm
        schema={reportFaultSchema}
        defaultValues={{ page, code }}
        submitLabel={t('report.submit')}
        pendingLabel={t('report.pending')}
        reply={reply}
      >
        <TextField
          name="page"
          label={t('report.page')}
          hint={t('report.page.hint')}
          maxLength={300}
        />
        <TextField
          name="code"
          label={t('report.code')}
          hint={t('report.code.hint')}
          maxLength={40}
        />
        <TextArea
          name="what"
          label={t('report.what')}
          hint={t('report.what.hint')}
          rows={6}
          maxLength={4000}
          required
        />
        <TextField
          name="email"
          type="email"
          label={t('report.email')}
          hint={t('report.email.hint')}
          autoComplete="email"
          maxLength={254}
        />
      </ActionForm>
    </Page>
  )
}
