import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Fragment } from 'react'
import { requirePermission } from '~/auth/permission.server.ts'
import { readAuditTrail } from '~/domain/audit/audit-trail.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Page } from '~/ui/page.tsx'
import { DataTable, Pagination } from '~/ui/table.tsx'

export const handle = { title: 'title.audit' }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'audit:read')
  const asked = new URL(request.url).searchParams
  return readAuditTrail(actor, {
    page: Number(asked.get('page') ?? 1),
    about: asked.get('about'),
  })
}

export default function Audit() {
  const { t, moment } = useI18n()
  const { lines, total, page, pages, about } = useLoaderData<typeof loader>()
  const kept = about === null ? '' : `about=${about}&`
  return (
    <Page title={t('audit.title')} lead={t('audit.lead')}>
      {about !== null && (
        <p>
          {t('audit.about')} <code>{about}</code> <Link to="/audit">{t('audit.all')}</Link>
        </p>
      )}
      <DataTable
        narrow="stack"
        caption={t('audit.caption', { count: total })}
        rows={lines}
        rowKey={({ id }) => id}
        columns={[
          { id: 'at', head: t('audit.at'), cell: ({ at }) => moment(at) },
          { id: 'action', head: t('audit.action'), cell: ({ action }) => <code>{action}</code> },
          {
            id: 'actor',
            head: t('audit.actor'),
            cell: ({ actorKind, actorPersonId }) =>
              actorPersonId === null ? (
                t(actorKind === 'service' ? 'audit.service' : 'audit.system')
              ) : (
                <Id id={actorPersonId} />
              ),
          },
          {
            id: 'subject',
            head: t('audit.subject'),
            cell: ({ subjectId }) => <Id id={subjectId} />,
          },
          {
            id: 'organisation',
            head: t('audit.organisation'),
            cell: ({ organisationId }) => <Id id={organisationId} />,
          },
          {
            id: 'detail',
            head: t('audit.detail'),
            cell: ({ detail }) => <Detail detail={detail} />,
          },
        ]}
      />
      <Pagination page={page} pages={pages} to={(other) => `/audit?${kept}page=${other}`} />
    </Page>
  )
}

/** An id that leads to everything about it; its last part tells one from the next. */
function Id({ id }: { id: string | null }) {
  const { t } = useI18n()
  if (id === null) return <>–</>
  return (
    <Link to={`/audit?about=${id}`} aria-label={t('audit.about.link', { id })}>
      <code>{id.slice(-12)}</code>
    </Link>
  )
}

function Detail({ detail }: { detail: Record<string, string | number | boolean | null> | null }) {
  if (!detail) return <>–</>
  return Object.entries(detail).map(([name, value], index) => (
    <Fragment key={name}>
      {index > 0 && ', '}
      {name}
      {': '}
      {isId(value) ? <Id id={value} /> : String(value)}
    </Fragment>
  ))
}

// As kernel/ids has it, which itself needs the server.
const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)
