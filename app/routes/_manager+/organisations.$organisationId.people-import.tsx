import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { receiveFile } from '~/auth/received-file.server.ts'
import { requirePermission } from '~/auth/permission.server.ts'
import { OrganisationPage } from '~/components/organisation/organisation-page.tsx'
import { TriedFileList, useRowCountColumn } from '~/components/tried-file/tried-file-list.tsx'
import { TriedFileTemplate, TriedFileUpload } from '~/components/tried-file/tried-file-upload.tsx'
import { listPeopleImports } from '~/domain/identity/people-view.server.ts'
import { receivePostedFile } from '~/exchange/imports/people/people-file.server.ts'
import { peopleLimits } from '~/exchange/imports/people/people-limits.ts'
import { useI18n } from '~/i18n/i18n.tsx'

export const handle = { title: 'title.people-file' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'people:import')
  const list = await listPeopleImports(actor, params.organisationId ?? '')
  const { maxBytes, maxRows } = peopleLimits
  return { ...list, limits: { megabytes: maxBytes / 1_000_000, rows: maxRows } }
}

/** Takes a file in. */
export async function action({ request, params }: ActionFunctionArgs) {
  return receiveFile(request, 'people:import', async (actor) => {
    const organisationId = params.organisationId ?? ''
    const importId = await receivePostedFile({ actor, organisationId, request })
    return `/organisations/${organisationId}/people-import/${importId}/columns`
  })
}

export default function PeopleImports() {
  const { t, number } = useI18n()
  const { organisation, imports, limits } = useLoaderData<typeof loader>()
  const rowCount = useRowCountColumn<(typeof imports)[number]>()
  const address = `/organisations/${organisation.id}/people-import`
  const hint = { megabytes: limits.megabytes, rows: number(limits.rows) }
  return (
    <OrganisationPage
      organisation={organisation}
      title={t('people-file.title')}
      lead={t('people-file.lead')}
    >
      <TriedFileUpload
        label={t('people-file.upload.file')}
        hint={t('people-file.upload.file.hint', hint)}
      >
        <p>{t('people-file.upload.intro')}</p>
        <TriedFileTemplate to={`${address}/template.csv`}>
          {t('people-file.upload.columns')}
        </TriedFileTemplate>
      </TriedFileUpload>
      <TriedFileList
        files={imports}
        address={address}
        more={[rowCount]}
        emptyText={t('people-file.imports.empty.text')}
      />
    </OrganisationPage>
  )
}
