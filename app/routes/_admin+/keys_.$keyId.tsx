import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { nothingSchema } from '~/domain/identity/person.schema.ts'
import { readKey, revokeKey } from '~/domain/identity/service-key.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Facts, Page } from '~/ui/page.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.keys' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'key:manage')
  const key = await readKey(actor, params.keyId ?? '')
  if (key.status === 'revoked') throw new Refusal('not-found')
  return { key }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'key:manage')
  await revokeKey({ actor, keyId: params.keyId ?? '' })
  return redirectWithToast('/keys', 'keys.revoked')
}

export default function RevokeKey() {
  const { t, day, moment } = useI18n()
  const { key } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const title = t('keys.revoke')
  return (
    <Page
      width="reading"
      title={title}
      lead={t('keys.revoke.lead')}
      breadcrumbs={[{ label: t('keys.title'), to: '/keys' }, { label: title }]}
    >
      <Facts
        facts={[
          { term: t('keys.name'), value: key.name },
          { term: t('keys.prefix'), value: <code>{key.prefix}…</code> },
          { term: t('keys.until'), value: day(key.validTo) },
          {
            term: t('keys.last-used'),
            value: key.lastUsedAt ? moment(key.lastUsedAt) : t('keys.never-used'),
          },
          {
            term: t('keys.trail'),
            value: <Link to={`/audit?about=${key.keyId}`}>{t('keys.trail.link')}</Link>,
          },
        ]}
      />
      <ActionForm
        schema={nothingSchema}
        submitLabel={title}
        pendingLabel={t('keys.revoking')}
        submitVariant="danger"
        beside={
          <ButtonLink to="/keys" variant="quiet">
            {t('action.cancel')}
          </ButtonLink>
        }
        reply={reply}
      />
    </Page>
  )
}
