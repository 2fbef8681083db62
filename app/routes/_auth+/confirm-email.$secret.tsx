import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { isLinkGood } from '~/domain/identity/one-time-link.server.ts'
import { nothingSchema } from '~/domain/identity/person.schema.ts'
import { confirmEmail } from '~/domain/identity/sign-up.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Page } from '~/ui/page.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.account' }

/** Only looks: scanners open the links of a mail, and must not use them up. */
export async function loader({ params }: LoaderFunctionArgs) {
  return { isGood: await isLinkGood('confirm-email', params.secret) }
}

export async function action({ params }: ActionFunctionArgs) {
  await confirmEmail(params.secret)
  return redirectWithToast('/sign-in', 'confirm-email.done')
}

export default function ConfirmEmail() {
  const { t } = useI18n()
  const { isGood } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  if (!isGood) {
    return (
      <Page width="reading" title={t('link.dead.title')} lead={t('confirm-email.dead')}>
        <div className="actions">
          <ButtonLink to="/sign-in" variant="primary">
            {t('sign-in.title')}
          </ButtonLink>
          <Link to="/sign-up">{t('sign-up.title')}</Link>
        </div>
      </Page>
    )
  }
  return (
    <Page width="reading" title={t('confirm-email.title')} lead={t('confirm-email.lead')}>
      <ActionForm
        schema={nothingSchema}
        submitLabel={t('confirm-email.submit')}
        pendingLabel={t('confirm-email.pending')}
        reply={reply}
      />
    </Page>
  )
}
