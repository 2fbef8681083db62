import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { receiveFile } from '~/auth/received-file.server.ts'
import { requirePermission } from '~/auth/permission.server.ts'
import { TriedFileList, useRowCountColumn } from '~/components/tried-file/tried-file-list.tsx'
import { TriedFileTemplate, TriedFileUpload } from '~/components/tried-file/tried-file-upload.tsx'
import { listActivityImports } from '~/domain/activity/activity-import-view.server.ts'
import { receivePostedActivities } from '~/exchange/imports/activities/activity-file.server.ts'
import { activityLimits } from '~/exchange/imports/activities/activity-limits.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Page } from '~/ui/page.tsx'

export const handle = { title: 'title.activity-file' }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'activity:manage')
  return { imports: await listActivityImports(actor) }
}

/** Takes a file in. */
export async function action({ request }: ActionFunctionArgs) {
  return receiveFile(request, 'activity:manage', async (actor) => {
    const importId = await receivePostedActivities(actor, request)
    return `/activities/import/${importId}/columns`
  })
}

export default function ActivityImports() {
  const { t, number } = useI18n()
  const { imports } = useLoaderData<typeof loader>()
  const rowCount = useRowCountColumn<(typeof imports)[number]>()
  const title = t('activity-file.title')
  const { maxBytes, maxRows } = activityLimits
  const hint = { megabytes: maxBytes / 1_000_000, rows: number(maxRows) }
  return (
    <Page
      title={title}
      lead={t('activity-file.lead')}
      breadcrumbs={[{ label: t('activities.title'), to: '/activities' }, { label: title }]}
    >
      <TriedFileUpload
        label={t('activity-file.upload.file')}
        hint={t('people-file.upload.file.hint', hint)}
      >
        <p>{t('activity-file.upload.intro')}</p>
        <TriedFileTemplate to="/activities/import/template.csv">
          {t('people-file.upload.columns')}
        </TriedFileTemplate>
      </TriedFileUpload>
      <TriedFileList
        files={imports}
        address="/activities/import"
        title={t('activity-file.imports')}
        more={[rowCount]}
        emptyText={t('activity-file.imports.empty.text')}
      />
    </Page>
  )
}
