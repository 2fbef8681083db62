import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { receiveFile } from '~/auth/received-file.server.ts'
import { requirePermission } from '~/auth/permission.server.ts'
import { OrganisationPage } from '~/components/organisation/organisation-page.tsx'
import { TriedFileList } from '~/components/tried-file/tried-file-list.tsx'
import { TriedFileTemplate, TriedFileUpload } from '~/components/tried-file/tried-file-upload.tsx'
import { withBringers } from '~/domain/identity/bringer.server.ts'
import { listImports } from '~/domain/attempt/completion-import-view.server.ts'
import type { ImportSummary, NamedContent } from '~/domain/attempt/completion-import.ts'
import { checkPostedFile } from '~/exchange/imports/completions/check-file.server.ts'
import { tableLimits } from '~/exchange/imports/tables/table-limits.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Facts, Section } from '~/ui/page.tsx'
import { DataTable, type Column } from '~/ui/table.tsx'

export const handle = { title: 'title.earlier' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'completion:import')
  const { imports, ...list } = await listImports(actor, params.organisationId ?? '')
  const files = imports.map((file) => ({
    ...file,
    broughtAt: file.checkedAt,
    broughtBy: file.checkedBy,
  }))
  const { maxBytes, maxRows } = tableLimits
  const limits = { megabytes: maxBytes / 1_000_000, rows: maxRows }
  return { ...list, files: await withBringers(files), limits }
}

/** Tries a file. */
export async function action({ request, params }: ActionFunctionArgs) {
  return receiveFile(request, 'completion:import', async (actor) => {
    const organisationId = params.organisationId ?? ''
    const importId = await checkPostedFile({ actor, organisationId, request })
    return `/organisations/${organisationId}/completions/${importId}`
  })
}

export default function Completions() {
  const { t, number } = useI18n()
  const { organisation, files, known, limits } = useLoaderData<typeof loader>()
  const more = useRowColumns()
  const address = `/organisations/${organisation.id}/completions`
  const hint = { megabytes: limits.megabytes, rows: number(limits.rows) }
  return (
    <OrganisationPage
      organisation={organisation}
      title={t('earlier.title')}
      lead={t('earlier.lead')}
    >
      <TriedFileUpload
        label={t('earlier.upload.file')}
        hint={t('earlier.upload.file.hint', hint)}
        submitLabel={t('earlier.upload.send')}
        pendingLabel={t('earlier.upload.busy')}
      >
        <p>{t('earlier.upload.intro')}</p>
      </TriedFileUpload>
      <Section
        id="form"
        title={t('earlier.columns')}
        intro={
          <TriedFileTemplate to={`${address}/template.csv`}>
            {t('earlier.columns.intro')}
          </TriedFileTemplate>
        }
      >
        <Columns example={known.modules[0]} />
      </Section>
      <Section id="names" title={t('earlier.names')} intro={<p>{t('earlier.names.intro')}</p>}>
        <Names {...known} />
      </Section>
      <TriedFileList
        files={files}
        address={address}
        statusOf={({ status }) => t(`earlier.status.${status}`)}
        more={more}
        emptyText={t('earlier.imports.empty.text')}
      />
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

/** How many rows of a file give what. */
function useRowColumns(): Column<Pick<ImportSummary, 'new' | 'held' | 'refused'>>[] {
  const { t, number } = useI18n()
  return (['new', 'held', 'refused'] as const).map((outcome) => ({
    id: outcome,
    head: t(`earlier.outcome.${outcome}`),
    unit: t('earlier.unit.rows'),
    numeric: true,
    cell: (row) => number(row[outcome]),
  }))
}
