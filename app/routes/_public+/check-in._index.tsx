import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { CheckInCodeField } from '~/components/activity/check-in-code-field.tsx'
import { checkInCodeSchema } from '~/domain/activity/attendance.schema.ts'
import { codeIn } from '~/domain/activity/activity.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Refusal } from '~/kernel/refusal.ts'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ActionForm } from '~/ui/form.tsx'
import { Page } from '~/ui/page.tsx'

export const handle = { title: 'title.check-in' }

export async function action({ request }: ActionFunctionArgs) {
  const form = await parseForm(request, checkInCodeSchema)
  if (!form.ok) return form.reply
  const code = codeIn(form.value.code)
  if (!code) throw new Refusal('check-in.code-unknown', {}, { field: 'code' })
  return redirect(`/check-in/${code}`)
}

export default function CheckInStart() {
  const { t } = useI18n()
  const reply = useActionData<FormReply>()
  return (
    <Page width="reading" title={t('check-in.title')} lead={t('check-in.lead')}>
      <ActionForm
        schema={checkInCodeSchema}
        submitLabel={t('check-in.go-on')}
        pendingLabel={t('check-in.going-on')}
        reply={reply}
      >
        <CheckInCodeField />
      </ActionForm>
    </Page>
  )
}
