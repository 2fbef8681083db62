import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readLanguage } from '~/auth/language.server.ts'
import { requirePermission } from '~/auth/permission.server.ts'
import { fileSize } from '~/components/catalogue/file-size.ts'
import { publishVersion } from '~/domain/catalogue/catalogue.server.ts'
import type { ReportFile, ReportItem, VersionReport } from '~/domain/catalogue/content-package.ts'
import { readVersionForEditor } from '~/domain/catalogue/read-catalogue.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { ActionForm } from '~/ui/form.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Facts, Page, Section } from '~/ui/page.tsx'
import { DataTable, type Column } from '~/ui/table.tsx'
import type { Tone } from '~/ui/tag.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'catalogue.title.version' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePermission(request, 'catalogue:edit')
  return { report: await readVersionForEditor(params.versionId, await readLanguage(request)) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'catalogue:edit')
  await publishVersion({ actor, versionId: params.versionId })
  return redirectWithToast(`/catalogue/versions/${params.versionId}`, 'catalogue.report.done')
}

export default function VersionPage() {
  const { report } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const heading = t('catalogue.report.heading', { number: report.number })
  return (
    <Page
      title={heading}
      lead={report.module.title}
      breadcrumbs={[
        { label: t('catalogue.title.list'), to: '/catalogue' },
        { label: report.module.title, to: `/catalogue/modules/${report.module.id}` },
        { label: heading },
      ]}
    >
      <State report={report} />
      <Section id="package" title={t('catalogue.report.package')}>
        <PackageFacts report={report} />
      </Section>
      <Section id="items" title={t('catalogue.report.items')}>
        <Items items={report.items} />
      </Section>
      <Section
        id="largest"
        title={t('catalogue.report.largest')}
        intro={t('catalogue.report.largest.intro')}
      >
        <LargestFiles files={report.largestFiles} />
      </Section>
    </Page>
  )
}

const tones: Record<VersionReport['status'], Tone> = {
  draft: 'warn',
  published: 'ok',
  withdrawn: 'info',
}

/** Where the version stands, what publishing it would change, and the button that does so. */
function State({ report }: { report: VersionReport }) {
  const { t } = useI18n()
  const reply = useActionData<FormReply>()
  const { status, publishedNumber } = report
  return (
    <>
      <Notice tone={tones[status]} title={t(`catalogue.report.${status}`)}>
        {status !== 'published' && (
          <p>
            {publishedNumber === null
              ? t('catalogue.report.draft.first')
              : t('catalogue.report.draft.replaces', { number: publishedNumber })}
          </p>
        )}
      </Notice>
      {status !== 'published' && (
        <ActionForm
          schema={z.object({})}
          reply={reply}
          submitLabel={
            status === 'draft' ? t('catalogue.report.publish') : t('catalogue.report.publish-again')
          }
          pendingLabel={t('catalogue.report.publishing')}
          submitVariant={status === 'draft' ? 'primary' : 'secondary'}
        />
      )}
    </>
  )
}

function PackageFacts({ report }: { report: VersionReport }) {
  const i18n = useI18n()
  const { t, number, moment } = i18n
  const { title, standard, edition, fileName, fileCount, zipBytes, unpackedBytes } = report.package
  return (
    <Facts
      facts={[
        { term: t('catalogue.report.title'), value: title },
        { term: t('catalogue.report.standard'), value: [standard, edition].join(' ') },
        { term: t('catalogue.report.items'), value: number(report.items.length) },
        { term: t('catalogue.version.files'), value: number(fileCount) },
        { term: t('catalogue.report.zip-size'), value: fileSize(i18n, zipBytes) },
        { term: t('catalogue.report.unpacked-size'), value: fileSize(i18n, unpackedBytes) },
        { term: t('catalogue.version.file'), value: fileName },
        { term: t('catalogue.version.added'), value: moment(report.createdAt) },
        {
          term: t('catalogue.version.published'),
          value: report.publishedAt ? moment(report.publishedAt) : t('catalogue.version.never'),
        },
      ]}
    />
  )
}

function Items({ items }: { items: ReportItem[] }) {
  const { t, number } = useI18n()
  const columns: Column<ReportItem>[] = [
    { id: 'item', head: t('catalogue.report.item'), cell: ({ title }) => title },
    {
      id: 'level',
      head: t('catalogue.report.item.level'),
      numeric: true,
      cell: ({ depth }) => number(depth + 1),
    },
    {
      id: 'type',
      head: t('catalogue.report.item.type'),
      cell: ({ type }) => t(`catalogue.report.type.${type}`),
    },
    {
      id: 'opens',
      head: t('catalogue.report.item.opens'),
      cell: ({ launchPath }) => launchPath ?? t('catalogue.report.item.nothing'),
    },
    {
      id: 'mastery',
      head: t('catalogue.report.item.mastery'),
      unit: t('catalogue.report.item.mastery-unit'),
      numeric: true,
      cell: ({ masteryScore }) =>
        masteryScore === null ? t('catalogue.report.item.none') : number(masteryScore),
    },
  ]
  return (
    <>
      {items.every(({ type }) => type !== 'sco') && (
        <Notice tone="warn" title={t('catalogue.report.no-results')}>
          <p>{t('catalogue.report.no-results.text')}</p>
        </Notice>
      )}
      <DataTable
        caption={t('catalogue.report.items.caption')}
        columns={columns}
        rows={items}
        rowKey={({ identifier }) => identifier}
        narrow="stack"
      />
    </>
  )
}

function LargestFiles({ files }: { files: ReportFile[] }) {
  const i18n = useI18n()
  const { t } = i18n
  const columns: Column<ReportFile>[] = [
    { id: 'path', head: t('catalogue.version.file'), cell: ({ path }) => path },
    {
      id: 'size',
      head: t('catalogue.version.size'),
      numeric: true,
      cell: ({ bytes }) => fileSize(i18n, bytes),
    },
    { id: 'type', head: t('catalogue.report.media-type'), cell: ({ mediaType }) => mediaType },
  ]
  return (
    <DataTable
      caption={t('catalogue.report.largest.caption')}
      columns={columns}
      rows={files}
      rowKey={({ path }) => path}
      narrow="stack"
    />
  )
}
