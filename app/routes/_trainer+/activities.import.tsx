import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requirePermission } from '~/auth/permission.server.ts'
import { listActivityImports } from '~/domain/activity/activity-import-view.server.ts'
import type { ActivityImportSummary } from '~/domain/activity/activity-import.ts'
import { receivePostedActivities } from '~/exchange/imports/activities/activity-file.server.ts'
import { activityLimits } from '~/exchange/imports/activities/activity-limits.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { readToEnd } from '~/platform/http/upload.server.ts'
import { EmptyState } from '~/ui/card.tsx'
import { FileField } from '~/ui/file-field.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Page, Section } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'

export const handle = { title: 'title.activity-file' }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'activity:manage')
  return { imports: await listActivityImports(actor) }
}

/** Takes a file in. A browser that is still sending it does not listen, so it is read to its end. */
export async function action({ request }: ActionFunctionArgs) {
  return readToEnd(request, async () => {
    const actor = await requirePermission(request, 'activity:manage')
    const importId = await receivePostedActivities(actor, request)
    return redirect(`/activities/import/${importId}/columns`)
  })
}

const isFile = (value: unknown): value is File =>
  typeof File !== 'undefined' && value instanceof File
const uploadSchema = z.object({ file: z.custom<File>(isFile) })

export default function ActivityImports() {
  const { t, number } = useI18n()
  const { imports } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const title = t('activity-file.title')
  return (
    <Page
      title={title}
      lead={t('activity-file.lead')}
      breadcrumbs={[{ label: t('activities.title'), to: '/activities' }, { label: title }]}
    >
      <Section
        id="upload"
        title={t('people-file.upload')}
        intro={
          <>
            <p>{t('activity-file.upload.intro')}</p>
            <p>
              {t('people-file.upload.columns')}{' '}
              <a href="/activities/import/template.csv" download>
                {t('people-file.template')}
              </a>
            </p>
          </>
        }
      >
        <ActionForm
          schema={uploadSchema}
          encType="multipart/form-data"
          submitLabel={t('people-file.upload.send')}
          pendingLabel={t('people-file.upload.busy')}
          reply={reply}
        >
          <FileField
            name="file"
            label={t('activity-file.upload.file')}
            hint={t('people-file.upload.file.hint', {
              megabytes: activityLimits.maxBytes / 1_000_000,
              rows: number(activityLimits.maxRows),
            })}
            accept=".csv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            required
          />
        </ActionForm>
      </Section>
      <Section id="imports" title={t('activity-file.imports')}>
        <Imports imports={imports} />
      </Section>
    </Page>
  )
}

function Imports({ imports }: { imports: ActivityImportSummary[] }) {
  const { t, number, moment } = useI18n()
  return (
    <DataTable
      caption={t('people-file.imports.caption')}
      narrow="stack"
      columns={[
        {
          id: 'file',
          head: t('people-file.imports.file'),
          cell: ({ id, fileName }) => <Link to={`/activities/import/${id}`}>{fileName}</Link>,
        },
        {
          id: 'status',
          head: t('people-file.imports.status'),
          cell: ({ status }) => t(`people-file.status.${status}`),
        },
        {
          id: 'brought',
          head: t('people-file.imports.brought'),
          cell: ({ broughtAt }) => moment(broughtAt),
        },
        {
          id: 'rows',
          head: t('people-file.imports.rows'),
          numeric: true,
          cell: ({ rowCount }) => number(rowCount),
        },
      ]}
      rows={imports}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t('people-file.imports.empty')} heading={3}>
          <p>{t('activity-file.imports.empty.text')}</p>
        </EmptyState>
      }
    />
  )
}
