import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { endSession } from '~/auth/session.server.ts'
import { nothingSchema } from '~/domain/identity/person.schema.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Page } from '~/ui/page.tsx'

export const handle = { title: 'title.sign-out' }

export async function action({ request }: ActionFunctionArgs) {
  return redirect('/', { headers: { 'Set-Cookie': await endSession(request) } })
}

/** For whoever follows the address by hand: a link must not sign anybody out. */
export default function SignOut() {
  const { t } = useI18n()
  return (
    <Page width="reading" title={t('sign-out.title')} lead={t('sign-out.lead')}>
      <ActionForm
        schema={nothingSchema}
        submitLabel={t('sign-out.title')}
        pendingLabel={t('sign-out.pending')}
      />
    </Page>
  )
}
