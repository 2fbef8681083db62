import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requirePermission } from '~/auth/permission.server.ts'
import { OrganisationPage } from '~/components/organisation/organisation-page.tsx'
import type { PeopleImportSummary } from '~/domain/identity/people-import.ts'
import { listPeopleImports } from '~/domain/identity/people-view.server.ts'
import { receivePostedFile } from '~/exchange/imports/people/people-file.server.ts'
import { peopleLimits } from '~/exchange/imports/people/people-limits.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { readToEnd } from '~/platform/http/upload.server.ts'
import { EmptyState } from '~/ui/card.tsx'
import { FileField } from '~/ui/file-field.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Section } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'

export const handle = { title: 'title.people-file' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'people:import')
  const list = await listPeopleImports(actor, params.organisationId ?? '')
  const { maxBytes, maxRows } = peopleLimits
  return { ...list, limits: { megabytes: maxBytes / 1_000_000, rows: maxRows } }
}

/** Takes a file in. A browser that is still sending it does not listen, so it is read to its end. */
export async function action({ request, params }: ActionFunctionArgs) {
  return readToEnd(request, async () => {
    const actor = await requirePermission(request, 'people:import')
    const organisationId = params.organisationId ?? ''
    const importId = await receivePostedFile({ actor, organisationId, request })
    return redirect(`/organisations/${organisationId}/people-import/${importId}/columns`)
  })
}

const isFile = (value: unknown): value is File =>
  typeof File !== 'undefined' && value instanceof File
const uploadSchema = z.object({ file: z.custom<File>(isFile) })

export default function PeopleImports() {
  const { t, number } = useI18n()
  const { organisation, imports, limits } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const address = `/organisations/${organisation.id}/people-import`
  return (
    <OrganisationPage
      organisation={organisation}
      title={t('people-file.title')}
      lead={t('people-file.lead')}
    >
      <Section
        id="upload"
        title={t('people-file.upload')}
        intro={
          <>
            <p>{t('people-file.upload.intro')}</p>
            <p>
              {t('people-file.upload.columns')}{' '}
              <a href={`${address}/template.csv`} download>
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
            label={t('people-file.upload.file')}
            hint={t('people-file.upload.file.hint', {
              megabytes: limits.megabytes,
              rows: number(limits.rows),
            })}
            accept=".csv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            required
          />
        </ActionForm>
      </Section>
      <Section id="imports" title={t('people-file.imports')}>
        <Imports imports={imports} address={address} />
      </Section>
    </OrganisationPage>
  )
}

function Imports({ imports, address }: { imports: PeopleImportSummary[]; address: string }) {
  const { t, number, moment } = useI18n()
  return (
    <DataTable
      caption={t('people-file.imports.caption')}
      narrow="stack"
      columns={[
        {
          id: 'file',
          head: t('people-file.imports.file'),
          cell: ({ id, fileName }) => <Link to={`${address}/${id}`}>{fileName}</Link>,
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
          <p>{t('people-file.imports.empty.text')}</p>
        </EmptyState>
      }
    />
  )
}
