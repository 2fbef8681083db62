import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { receiveFile } from '~/auth/received-file.server.ts'
import { requirePermission } from '~/auth/permission.server.ts'
import { HeadcountFilePage } from '~/components/organisation/headcount-file-page.tsx'
import { TriedFileList } from '~/components/tried-file/tried-file-list.tsx'
import { TriedFileTemplate, TriedFileUpload } from '~/components/tried-file/tried-file-upload.tsx'
import { withBringers } from '~/domain/identity/bringer.server.ts'
import { listHeadcountImports } from '~/domain/organisation/headcount-import-view.server.ts'
import { checkPostedHeadcounts } from '~/exchange/imports/headcounts/check-file.server.ts'
import { tableLimits } from '~/exchange/imports/tables/table-limits.ts'
import { useI18n } from '~/i18n/i18n.tsx'

export const handle = { title: 'title.headcount-file' }

/** The organisation that the files are about; null for several. */
const organisationIn = (request: Request) => new URL(request.url).searchParams.get('organisation')

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'headcount:declare')
  const { organisation, imports } = await listHeadcountImports(actor, organisationIn(request))
  const files = await withBringers(imports)
  const { maxBytes, maxRows } = tableLimits
  return { organisation, files, limits: { megabytes: maxBytes / 1_000_000, rows: maxRows } }
}

/** Takes a file in, to be tried. */
export async function action({ request }: ActionFunctionArgs) {
  return receiveFile(request, 'headcount:declare', async (actor) => {
    const organisationId = organisationIn(request)
    const importId = await checkPostedHeadcounts({ actor, organisationId, request })
    return `/headcount-files/${importId}`
  })
}

export default function HeadcountFiles() {
  const { t, number } = useI18n()
  const { organisation, files, limits } = useLoaderData<typeof loader>()
  const about = organisation ? `?organisation=${organisation.id}` : ''
  const hint = { megabytes: limits.megabytes, rows: number(limits.rows) }
  return (
    <HeadcountFilePage
      organisation={organisation}
      title={t('headcount-file.title')}
      lead={t('headcount-file.lead')}
      isList
    >
      <TriedFileUpload
        label={t('headcount-file.upload.file')}
        hint={t('headcount-file.upload.file.hint', hint)}
        action={`/headcount-files${organisation ? `${about}&index` : '?index'}`}
      >
        <p>{t('headcount-file.upload.intro')}</p>
        {!organisation && <p>{t('headcount-file.upload.several')}</p>}
        <TriedFileTemplate to={`/headcount-files/template.csv${about}`} />
      </TriedFileUpload>
      <TriedFileList
        files={files.map((file) => ({ ...file, broughtAt: file.checkedAt }))}
        address="/headcount-files"
        statusOf={({ status }) =>
          t(status === 'received' ? 'headcount-file.status.failed' : `people-file.status.${status}`)
        }
        emptyText={t('headcount-file.empty.text')}
      />
    </HeadcountFilePage>
  )
}
