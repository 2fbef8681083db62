import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { requirePermission } from '~/auth/permission.server.ts'
import { createKeySchema } from '~/domain/identity/service-key.schema.ts'
import { listKeys, makeKey } from '~/domain/identity/service-key.server.ts'
import { latestKeyDay } from '~/domain/identity/service-key.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { serviceScopes } from '~/kernel/actor.ts'
import { addDays, today } from '~/kernel/dates.ts'
import type { FormReply } from '~/kernel/form-values.ts'
import { newId } from '~/kernel/ids.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { RadioGroup } from '~/ui/choice-fields.tsx'
import { CodeBlock } from '~/ui/code-block.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Page, Section } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'
import { Tag } from '~/ui/tag.tsx'
import { DateField, TextField } from '~/ui/text-fields.tsx'

export const handle = { title: 'title.keys' }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'key:manage')
  return {
    keys: await listKeys(actor),
    // Sent along, so that a form that is sent again makes no second key.
    nextKeyId: newId(),
    today: today(),
    inAYear: addDays(today(), 365),
    latest: latestKeyDay(today()),
  }
}

/** The answer holds the secret, this once: it is in no address, no cookie and no log. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'key:manage')
  const form = await parseForm(request, createKeySchema)
  if (!form.ok) return form.reply
  const { name } = form.value
  const { secret } = await makeKey({ actor, ...form.value })
  return { ok: true as const, name, secret }
}

type Made = Extract<Awaited<ReturnType<typeof action>>, { ok: true }>

export default function Keys() {
  const { t } = useI18n()
  const answer = useActionData<Made | FormReply>()
  return (
    <Page title={t('keys.title')} lead={t('keys.lead')}>
      {answer?.ok && <MadeKey {...answer} />}
      <KeyTable />
      <p>
        <Link to="/api">{t('keys.api')}</Link>
      </p>
      <Section id="new" title={t('keys.new')} intro={t('keys.new.intro')}>
        <NewKey reply={answer?.ok ? undefined : answer} />
      </Section>
    </Page>
  )
}

/** Takes the reader to the key: the form stands below it, and it is shown this once. */
function MadeKey({ name, secret }: Made) {
  const { t } = useI18n()
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => element.current?.focus(), [secret])
  return (
    <div ref={element} tabIndex={-1} role="status">
      <Notice tone="ok" heading={2} title={t('keys.made')}>
        <p>{t('keys.made.text')}</p>
        <CodeBlock label={t('keys.made.label', { name })} code={secret} />
      </Notice>
    </div>
  )
}

function KeyTable() {
  const { t, day, moment } = useI18n()
  const { keys } = useLoaderData<typeof loader>()
  return (
    <DataTable
      caption={t('keys.caption')}
      narrow="stack"
      rows={keys}
      rowKey={({ keyId }) => keyId}
      empty={<p>{t('keys.none')}</p>}
      columns={[
        { id: 'name', head: t('keys.name'), cell: ({ name }) => name },
        { id: 'prefix', head: t('keys.prefix'), cell: ({ prefix }) => <code>{prefix}…</code> },
        {
          id: 'scope',
          head: t('keys.scope'),
          cell: ({ scopes }) => scopes.map((scope) => t(`keys.scope.${scope}`)).join(', '),
        },
        { id: 'until', head: t('keys.until'), cell: ({ validTo }) => day(validTo) },
        {
          id: 'last-used',
          head: t('keys.last-used'),
          cell: ({ lastUsedAt }) => (lastUsedAt ? moment(lastUsedAt) : t('keys.never-used')),
        },
        {
          id: 'status',
          head: t('keys.status'),
          cell: ({ status, revokedAt }) =>
            status === 'valid' ? (
              <Tag tone="ok">{t('keys.status.valid')}</Tag>
            ) : (
              <Tag tone="info">
                {revokedAt
                  ? t('keys.status.revoked', { moment: moment(revokedAt) })
                  : t('keys.status.expired')}
              </Tag>
            ),
        },
        {
          id: 'change',
          head: t('keys.change'),
          cell: ({ status, keyId }) =>
            status === 'revoked' ? '–' : <Link to={`/keys/${keyId}`}>{t('keys.revoke')}</Link>,
        },
      ]}
    />
  )
}

function NewKey({ reply }: { reply: FormReply | undefined }) {
  const { t } = useI18n()
  const { nextKeyId, inAYear, latest, today: earliest, keys } = useLoaderData<typeof loader>()
  return (
    // A key more empties the form.
    <ActionForm
      key={keys.length}
      schema={createKeySchema}
      hidden={{ keyId: nextKeyId }}
      defaultValues={{ validTo: inAYear, scope: serviceScopes[0] }}
      submitLabel={t('keys.create')}
      pendingLabel={t('keys.creating')}
      reply={reply}
    >
      <TextField
        name="name"
        label={t('keys.name')}
        hint={t('keys.name.hint')}
        maxLength={100}
        required
      />
      <RadioGroup
        name="scope"
        label={t('keys.scope')}
        choices={serviceScopes.map((scope) => ({ value: scope, label: t(`keys.scope.${scope}`) }))}
        required
      />
      <DateField
        name="validTo"
        label={t('keys.until')}
        hint={t('keys.until.hint')}
        min={earliest}
        max={latest}
        required
      />
    </ActionForm>
  )
}
