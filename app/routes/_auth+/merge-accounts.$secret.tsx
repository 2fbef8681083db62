import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readViewer, requireActor } from '~/auth/permission.server.ts'
import { markOfSession } from '~/auth/session.server.ts'
import { MergeConfirm } from '~/components/identity/merge-confirm.tsx'
import { readLinkedAccount } from '~/domain/identity/merge.server.ts'
import { nothingSchema } from '~/domain/identity/person.schema.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { Page } from '~/ui/page.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'
import { mergeLinkedAccount, readWhatMerges } from '~/workers/merge-accounts.server.ts'

export const handle = { title: 'title.account' }

/** Opens in the session that asked for it; anywhere else, and for a visitor, it is dead. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await readViewer(request)
  const boundTo = await markOfSession(request)
  const otherId =
    viewer && boundTo ? await readLinkedAccount({ secret: params.secret, boundTo }) : null
  if (!viewer || otherId === null) return null
  const { givenName, familyName } = viewer.actor
  return { account: await readWhatMerges(otherId), name: `${givenName} ${familyName}` }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await parseForm(request, nothingSchema)
  if (!form.ok) return form.reply
  const boundTo = (await markOfSession(request)) ?? ''
  await mergeLinkedAccount(actor, { secret: params.secret, boundTo })
  return redirectWithToast('/profile', 'merge.done')
}

export default function MergeByLink() {
  const { t } = useI18n()
  const proven = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  if (!proven) {
    return (
      <Page width="reading" title={t('link.dead.title')} lead={t('merge.dead')}>
        <div className="actions">
          <ButtonLink to="/profile/merge" variant="primary">
            {t('merge.ask-again')}
          </ButtonLink>
        </div>
      </Page>
    )
  }
  return (
    <Page width="reading" title={t('merge.title')}>
      <MergeConfirm {...proven} schema={nothingSchema} reply={reply} />
    </Page>
  )
}
