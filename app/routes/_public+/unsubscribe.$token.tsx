import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { unsubscribeSchema } from '~/domain/notice/notice-setting.schema.ts'
import { readWishOf, saveWishOf } from '~/domain/notice/notice-setting.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ActionForm } from '~/ui/form.tsx'
import { Page } from '~/ui/page.tsx'

export const handle = { title: 'title.mails' }

/** Only looks: scanners open the links of a mail, and must not say no for anybody. */
export async function loader({ params }: LoaderFunctionArgs) {
  return { wish: (await readWishOf(params.token)) ?? null }
}

/** Answers with the page itself: a mail program's button follows no redirect (RFC 8058). */
export async function action({ request, params }: ActionFunctionArgs): Promise<FormReply | null> {
  const form = await parseForm(request, unsubscribeSchema)
  await saveWishOf(params.token, form.ok && form.value.recommended === 'yes')
  return null
}

export default function Unsubscribe() {
  const { t } = useI18n()
  const { wish } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  if (!wish) {
    return (
      <Page width="reading" title={t('link.dead.title')} lead={t('unsubscribe.dead')}>
        <p>
          <Link to="/profile/mails">{t('mails.title')}</Link>
        </p>
      </Page>
    )
  }
  const { wantsRecommended } = wish
  const words = wantsRecommended ? 'wanted' : 'unwanted'
  return (
    <Page
      width="reading"
      title={t(`unsubscribe.title.${words}`)}
      lead={t(`unsubscribe.lead.${words}`)}
    >
      <ActionForm
        key={words}
        schema={unsubscribeSchema}
        hidden={{ recommended: wantsRecommended ? 'no' : 'yes' }}
        submitLabel={t(`unsubscribe.submit.${words}`)}
        pendingLabel={t('profile.pending')}
        submitVariant={wantsRecommended ? 'primary' : 'secondary'}
        reply={reply}
      />
      <p>{t('unsubscribe.mandatory')}</p>
    </Page>
  )
}
