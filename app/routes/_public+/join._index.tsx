import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { readViewer } from '~/auth/permission.server.ts'
import { typedCodeSchema } from '~/domain/identity/join-code.schema.ts'
import { readJoinOffer } from '~/domain/identity/join.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ActionForm } from '~/ui/form.tsx'
import { Page } from '~/ui/page.tsx'
import { TextField } from '~/ui/text-fields.tsx'

export const handle = { title: 'title.join' }

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, typedCodeSchema)
  if (!form.ok) return form.reply
  const viewer = await readViewer(request)
  const { code } = await readJoinOffer(form.value.code, viewer?.actor ?? null, context.ip)
  return redirect(`/join/${code}`)
}

export default function JoinStart() {
  const { t } = useI18n()
  const reply = useActionData<FormReply>()
  return (
    <Page width="reading" title={t('join.title')} lead={t('join.lead')}>
      <ActionForm
        schema={typedCodeSchema}
        submitLabel={t('join.go-on')}
        pendingLabel={t('join.going-on')}
        reply={reply}
      >
        <TextField
          name="code"
          label={t('join.code')}
          hint={t('join.code.hint')}
          width="medium"
          autoComplete="off"
          maxLength={40}
          required
        />
      </ActionForm>
    </Page>
  )
}
