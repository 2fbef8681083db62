import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { readLanguage } from '~/auth/language.server.ts'
import { requirePermission } from '~/auth/permission.server.ts'
import { fileSize } from '~/components/catalogue/file-size.ts'
import { FactMarks } from '~/components/catalogue/fact-marks.tsx'
import { VersionStatusTag } from '~/components/catalogue/version-status.tsx'
import type { EditedVersion } from '~/domain/catalogue/catalogue.ts'
import { readModuleForEditor } from '~/domain/catalogue/read-catalogue.server.ts'
import { listMarkedFacts } from '~/domain/catalogue/read-facts.server.ts'
import { uploadVersion } from '~/exchange/imports/packages/upload-version.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { env } from '~/platform/env.server.ts'
import { readToEnd } from '~/platform/http/upload.server.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { Page, Section } from '~/ui/page.tsx'
import { DataTable, type Column } from '~/ui/table.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'
import { PackageUpload } from './package-upload.tsx'
import type { UploadRefusal } from './send-package.ts'

export const handle = { title: 'catalogue.title.module' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePermission(request, 'catalogue:edit')
  const module = await readModuleForEditor(params.moduleId, await readLanguage(request))
  return { module, facts: await listMarkedFacts(module.id), maxMegabytes: env().PACKAGE_MAX_MB }
}

/** The upload before JavaScript has loaded; with it, resources/package-upload shows how far it has come. */
export async function action({ request, params }: ActionFunctionArgs) {
  return readToEnd(request, async () => {
    const actor = await requirePermission(request, 'catalogue:edit')
    const versionId = await uploadVersion({ actor, moduleId: params.moduleId, request })
    return redirectWithToast(`/catalogue/versions/${versionId}`, 'catalogue.upload.taken')
  })
}

export default function ModulePage() {
  const { module, facts, maxMegabytes } = useLoaderData<typeof loader>()
  const reply = useActionData<{ refusal?: UploadRefusal }>()
  const { t } = useI18n()
  const { id, title, summary, minutes, slug, course, versions } = module
  return (
    <Page
      title={title}
      lead={summary}
      breadcrumbs={[
        { label: t('catalogue.title.list'), to: '/catalogue' },
        { label: course.title, to: `/catalogue#course-${course.slug}` },
        { label: title },
      ]}
      actions={
        <ButtonLink to={`/catalogue/modules/${id}/rules`}>{t('module-rule.open')}</ButtonLink>
      }
    >
      <p className="meta">{t('catalogue.module.facts', { minutes, slug })}</p>
      <FactMarks {...facts} />
      <Section id="versions" title={t('catalogue.versions')}>
        <Versions versions={versions} />
      </Section>
      <Section id="upload" title={t('catalogue.upload')} intro={t('catalogue.upload.intro')}>
        <PackageUpload
          key={id}
          moduleId={id}
          maxMegabytes={maxMegabytes}
          refusal={reply?.refusal}
        />
      </Section>
    </Page>
  )
}

function Versions({ versions }: { versions: EditedVersion[] }) {
  const { t } = useI18n()
  const columns = useColumns()
  if (versions.length === 0) return <p>{t('catalogue.versions.none')}</p>
  return (
    <DataTable
      caption={t('catalogue.versions.caption')}
      columns={columns}
      rows={versions}
      rowKey={({ id }) => id}
      narrow="stack"
    />
  )
}

function useColumns(): Column<EditedVersion>[] {
  const i18n = useI18n()
  const { t, number, moment } = i18n
  return [
    {
      id: 'version',
      head: t('catalogue.version'),
      cell: (version) => (
        <Link to={`/catalogue/versions/${version.id}`}>
          {t('catalogue.list.number', { number: version.number })}
        </Link>
      ),
    },
    {
      id: 'status',
      head: t('catalogue.version.status'),
      cell: ({ status }) => <VersionStatusTag status={status} />,
    },
    { id: 'file', head: t('catalogue.version.file'), cell: ({ fileName }) => fileName },
    {
      id: 'files',
      head: t('catalogue.version.files'),
      numeric: true,
      cell: ({ fileCount }) => number(fileCount),
    },
    {
      id: 'size',
      head: t('catalogue.version.size'),
      numeric: true,
      cell: ({ bytes }) => fileSize(i18n, bytes),
    },
    {
      id: 'added',
      head: t('catalogue.version.added'),
      cell: ({ createdAt }) => moment(createdAt),
    },
    {
      id: 'published',
      head: t('catalogue.version.published'),
      cell: ({ publishedAt }) => (publishedAt ? moment(publishedAt) : t('catalogue.version.never')),
    },
  ]
}
