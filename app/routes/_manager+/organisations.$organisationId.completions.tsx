import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requirePermission } from '~/auth/permission.server.ts'
import { OrganisationPage } from '~/components/organisation/organisation-page.tsx'
import { listImports } from '~/domain/attempt/completion-import-view.server.ts'
import type { ImportSummary, NamedContent } from '~/domain/attempt/completion-import.ts'
import { checkPostedFile } from '~/exchange/imports/completions/check-file.server.ts'
import { tableLimits } from '~/exchange/imports/tables/table-limits.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { readToEnd } from '~/platform/http/upload.server.ts'
import { EmptyState } from '~/ui/card.tsx'
import { FileField } from '~/ui/file-field.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Facts, Section } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'

export const handle = { title: 'title.earlier' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'completion:import')
  const list = await listImports(actor, params.organisationId ?? '')
  const { maxBytes, maxRows } = tableLimits
  return { ...list, limits: { megabytes: maxBytes / 1_000_000, rows: maxRows } }
}

/** Tries a file. A browser that is still sending it does not listen, so it is read to its end. */
export async function action({ request, params }: ActionFunctionArgs) {
  return readToEnd(request, async () => {
    const actor = await requirePermission(request, 'completion:import')
    const organisationId = params.organisationId ?? ''
    const importId = await checkPostedFile({ actor, organisationId, request })
    return redirect(`/organisations/${organisationId}/completions/${importId}`)
  })
}

const isFile = (value: unknown): value is File =>
  typeof File !== 'undefined' && value instanceof File
const uploadSchema = z.object({ file: z.custom<File>(isFile) })

export default function Completions() {
  const { t } = useI18n()
  const { organisation, imports, known, limits } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const address = `/organisations/${organisation.id}/completions`
  return (
    <OrganisationPage
      organisation={organisation}
      title={t('earlier.title')}
      lead={t('earlier.lead')}
    >
      <Section id="upload" title={t('earlier.upload')} intro={<p>{t('earlier.upload.intro')}</p>}>
        <ActionForm
          schema={uploadSchema}
          encType="multipart/form-data"
          submitLabel={t('earlier.upload.send')}
          pendingLabel={t('earlier.upload.busy')}
          reply={reply}
        >
          <FileField
            name="file"
            label={t('earlier.upload.file')}
            hint={t('earlier.upload.file.hint', limits)}
            accept=".csv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            required
          />
        </ActionForm>
      </Section>
      <Section
        id="form"
        title={t('earlier.columns')}
        intro={
          <p>
            {t('earlier.columns.intro')}{' '}
            <a href={`${address}/template.csv`} download>
              {t('earlier.template')}
            </a>
          </p>
        }
      >
        <Columns example={known.modules[0]} />
      </Section>
      <Section id="names" title={t('earlier.names')} intro={<p>{t('earlier.names.intro')}</p>}>
        <Names {...known} />
      </Section>
      <Section id="imports" title={t('earlier.imports')}>
        <Imports imports={imports} address={address} />
      </Section>
    </OrganisationPage>
  )
}

/** What the file's columns are called and hold, with an example. */
function Columns({ example }: { example: NamedContent | undefined }) {
  const { t } = useI18n()
  const slug = example?.slug ?? t('earlier.column.module.example')
  return (
    <Facts
      facts={[
        { term: t('earlier.column.email'), value: t('earlier.column.email.text') },
        { term: t('earlier.column.number'), value: t('earlier.column.number.text') },
        { term: t('earlier.column.module'), value: t('earlier.column.module.text', { slug }) },
        { term: t('earlier.column.day'), value: t('earlier.column.day.text') },
        { term: t('earlier.column.evidence'), value: t('earlier.column.evidence.text') },
      ]}
    />
  )
}

function Names({ modules, courses }: { modules: NamedContent[]; courses: NamedContent[] }) {
  const { t, language } = useI18n()
  const titleOf = ({ titleSv, titleEn }: NamedContent) => (language === 'en' ? titleEn : titleSv)
  const rows = [
    ...courses.map((course) => ({ ...course, kind: t('earlier.names.course') })),
    ...modules.map((module) => ({ ...module, kind: t('earlier.names.module') })),
  ]
  return (
    <DataTable
      caption={t('earlier.names.caption')}
      narrow="stack"
      columns={[
        { id: 'title', head: t('earlier.names.title'), cell: titleOf },
        { id: 'slug', head: t('earlier.names.slug'), cell: ({ slug }) => <code>{slug}</code> },
        { id: 'kind', head: t('earlier.names.kind'), cell: ({ kind }) => kind },
      ]}
      rows={rows}
      rowKey={({ kind, slug }) => `${kind} ${slug}`}
    />
  )
}

function Imports({ imports, address }: { imports: ImportSummary[]; address: string }) {
  const { t, number, moment } = useI18n()
  return (
    <DataTable
      caption={t('earlier.imports.caption')}
      narrow="stack"
      columns={[
        {
          id: 'file',
          head: t('earlier.imports.file'),
          cell: ({ id, fileName, checkedAt }) => (
            <Link to={`${address}/${id}`}>
              {fileName ?? t('earlier.imports.file.from', { moment: moment(checkedAt) })}
            </Link>
          ),
        },
        {
          id: 'status',
          head: t('earlier.imports.status'),
          cell: ({ status }) => t(`earlier.status.${status}`),
        },
        {
          id: 'checked',
          head: t('earlier.imports.checked'),
          cell: ({ checkedAt }) => moment(checkedAt),
        },
        {
          id: 'new',
          head: t('earlier.outcome.new'),
          unit: t('earlier.unit.rows'),
          numeric: true,
          cell: (row) => number(row.new),
        },
        {
          id: 'held',
          head: t('earlier.outcome.held'),
          unit: t('earlier.unit.rows'),
          numeric: true,
          cell: ({ held }) => number(held),
        },
        {
          id: 'refused',
          head: t('earlier.outcome.refused'),
          unit: t('earlier.unit.rows'),
          numeric: true,
          cell: ({ refused }) => number(refused),
        },
      ]}
      rows={imports}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t('earlier.imports.empty')} heading={3}>
          <p>{t('earlier.imports.empty.text')}</p>
        </EmptyState>
      }
    />
  )
}
