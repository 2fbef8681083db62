import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requirePermission } from '~/auth/permission.server.ts'
import { HeadcountFilePage } from '~/components/organisation/headcount-file-page.tsx'
import { listHeadcountImports } from '~/domain/organisation/headcount-import-view.server.ts'
import type { HeadcountImportSummary } from '~/domain/organisation/headcount-import.ts'
import { checkPostedHeadcounts } from '~/exchange/imports/headcounts/check-file.server.ts'
import { tableLimits } from '~/exchange/imports/tables/table-limits.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { readToEnd } from '~/platform/http/upload.server.ts'
import { EmptyState } from '~/ui/card.tsx'
import { FileField } from '~/ui/file-field.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Section } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'

export const handle = { title: 'title.headcount-file' }

/** The organisation that the files are about; null for several. */
const organisationIn = (request: Request) => new URL(request.url).searchParams.get('organisation')

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'headcount:declare')
  const list = await listHeadcountImports(actor, organisationIn(request))
  const { maxBytes, maxRows } = tableLimits
  return { ...list, limits: { megabytes: maxBytes / 1_000_000, rows: maxRows } }
}

/** Tries a file. A browser that is still sending it does not listen, so it is read to its end. */
export async function action({ request }: ActionFunctionArgs) {
  return readToEnd(request, async () => {
    const actor = await requirePermission(request, 'headcount:declare')
    const organisationId = organisationIn(request)
    const importId = await checkPostedHeadcounts({ actor, organisationId, request })
    return redirect(`/headcount-files/${importId}`)
  })
}

const isFile = (value: unknown): value is File =>
  typeof File !== 'undefined' && value instanceof File
const uploadSchema = z.object({ file: z.custom<File>(isFile) })

export default function HeadcountFiles() {
  const { t, number } = useI18n()
  const { organisation, imports, limits } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const about = organisation ? `?organisation=${organisation.id}` : ''
  return (
    <HeadcountFilePage
      organisation={organisation}
      title={t('headcount-file.title')}
      lead={t('headcount-file.lead')}
      isList
    >
      <Section
        id="upload"
        title={t('people-file.upload')}
        intro={
          <>
            <p>{t('headcount-file.upload.intro')}</p>
            {!organisation && <p>{t('headcount-file.upload.several')}</p>}
            <p>
              <a href={`/headcount-files/template.csv${about}`} download>
                {t('people-file.template')}
              </a>
            </p>
          </>
        }
      >
        <ActionForm
          schema={uploadSchema}
          action={`/headcount-files${organisation ? `${about}&index` : '?index'}`}
          encType="multipart/form-data"
          submitLabel={t('people-file.upload.send')}
          pendingLabel={t('headcount-file.upload.busy')}
          reply={reply}
        >
          <FileField
            name="file"
            label={t('headcount-file.upload.file')}
            hint={t('headcount-file.upload.file.hint', {
              megabytes: limits.megabytes,
              rows: number(limits.rows),
            })}
            accept=".csv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            required
          />
        </ActionForm>
      </Section>
      <Section id="imports" title={t('people-file.imports')}>
        <Imports imports={imports} />
      </Section>
    </HeadcountFilePage>
  )
}

function Imports({ imports }: { imports: HeadcountImportSummary[] }) {
  const { t, moment } = useI18n()
  return (
    <DataTable
      caption={t('people-file.imports.caption')}
      narrow="stack"
      columns={[
        {
          id: 'file',
          head: t('people-file.imports.file'),
          cell: ({ id, fileName }) => <Link to={`/headcount-files/${id}`}>{fileName}</Link>,
        },
        {
          id: 'status',
          head: t('people-file.imports.status'),
          cell: ({ status }) => t(`people-file.status.${status}`),
        },
        {
          id: 'brought',
          head: t('people-file.imports.brought'),
          cell: ({ checkedAt }) => moment(checkedAt),
        },
      ]}
      rows={imports}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t('headcount-file.empty')} heading={3}>
          <p>{t('headcount-file.empty.text')}</p>
        </EmptyState>
      }
    />
  )
}
