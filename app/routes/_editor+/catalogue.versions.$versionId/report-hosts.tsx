import { useActionData } from '@remix-run/react'
import { hostOf } from '~/domain/catalogue/package-host.ts'
import { allowHostSchema, stopHostSchema } from '~/domain/catalogue/package-host.schema.ts'
import { isContacted, type ReportHost } from '~/domain/catalogue/version-report.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { ActionForm } from '~/ui/form.tsx'
import { Section } from '~/ui/page.tsx'
import { DataTable, type Column } from '~/ui/table.tsx'
import { Tag } from '~/ui/tag.tsx'
import { TextField } from '~/ui/text-fields.tsx'

/** Which other websites the package names, and which of them learners' browsers may contact. */
export function PackageHosts({ hosts }: { hosts: ReportHost[] }) {
  const { t } = useI18n()
  const columns: Column<ReportHost>[] = [
    { id: 'host', head: t('catalogue.host'), cell: ({ host }) => host },
    { id: 'kinds', head: t('catalogue.host.kinds'), cell: (row) => <Kinds row={row} /> },
    {
      id: 'found',
      head: t('catalogue.host.found-in'),
      cell: ({ foundIn }) => foundIn ?? t('catalogue.host.named'),
    },
    { id: 'state', head: t('catalogue.host.state'), cell: (row) => <State row={row} /> },
    { id: 'change', head: t('catalogue.host.change'), cell: (row) => <Change row={row} /> },
  ]
  return (
    <Section id="hosts" title={t('catalogue.hosts')} intro={t('catalogue.hosts.intro')}>
      <DataTable
        caption={t('catalogue.hosts.caption')}
        columns={columns}
        rows={hosts}
        rowKey={({ host }) => host}
        empty={<p>{t('catalogue.hosts.none')}</p>}
        narrow="stack"
      />
      {/* The key empties the form once what it said is in the table above. */}
      <AllowOther key={hosts.length} hosts={hosts} />
    </Section>
  )
}

function Kinds({ row: { kinds } }: { row: ReportHost }) {
  const { t } = useI18n()
  if (kinds.length === 0) return t('catalogue.host.kinds.unknown')
  return kinds.map((kind) => t(`catalogue.host.kind.${kind}`)).join(', ')
}

function State({ row }: { row: ReportHost }) {
  const { t } = useI18n()
  if (row.isAllowed) return <Tag tone="ok">{t('catalogue.host.allowed')}</Tag>
  if (!isContacted(row.kinds)) return <Tag tone="info">{t('catalogue.host.idle')}</Tag>
  return <Tag tone="warn">{t('catalogue.host.stopped')}</Tag>
}

function Change({ row: { host, kinds, isAllowed } }: { row: ReportHost }) {
  const { t } = useI18n()
  const reply = useReplyTo(host)
  if (isAllowed) {
    return (
      <ActionForm
        schema={stopHostSchema}
        hidden={{ intent: 'stop-host', host }}
        reply={reply}
        submitLabel={t('catalogue.host.stop')}
        pendingLabel={t('catalogue.host.changing')}
        submitVariant="secondary"
      />
    )
  }
  if (!isContacted(kinds)) return t('catalogue.host.needless')
  if (hostOf(host) === null) return t('catalogue.host.impossible')
  return (
    <ActionForm
      schema={allowHostSchema}
      hidden={{ intent: 'allow-host', host }}
      reply={reply}
      submitLabel={t('catalogue.host.allow')}
      pendingLabel={t('catalogue.host.changing')}
      submitVariant="secondary"
    />
  )
}

function AllowOther({ hosts }: { hosts: ReportHost[] }) {
  const { t } = useI18n()
  const reply = useActionData<FormReply>()
  const isInTable = hosts.some(({ host }) => host === reply?.values?.host)
  return (
    <ActionForm
      schema={allowHostSchema}
      hidden={{ intent: 'allow-host' }}
      reply={reply?.values?.intent === 'allow-host' && !isInTable ? reply : undefined}
      submitLabel={t('catalogue.host.allow')}
      pendingLabel={t('catalogue.host.changing')}
      submitVariant="secondary"
    >
      <TextField
        name="host"
        label={t('catalogue.host.other')}
        hint={t('catalogue.host.other.hint')}
        maxLength={260}
        width="medium"
        required
      />
    </ActionForm>
  )
}

/** What the server answered to one of the table's own buttons. */
function useReplyTo(host: string): FormReply | undefined {
  const reply = useActionData<FormReply>()
  return reply?.values?.host === host ? reply : undefined
}
