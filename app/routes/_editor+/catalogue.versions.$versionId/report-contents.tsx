import { fileSize } from '~/components/catalogue/file-size.ts'
import type {
  ReportFile,
  ReportItem,
  ReportPackage,
  VersionReport,
} from '~/domain/catalogue/version-report.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { MessageKey } from '~/i18n/translate.ts'
import { Facts, Section } from '~/ui/page.tsx'
import { DataTable, type Column } from '~/ui/table.tsx'

/** What the package is and what it says of itself. */
export function PackageFacts({ report }: { report: VersionReport }) {
  const i18n = useI18n()
  const { t, number, moment } = i18n
  const { title, fileName, fileCount, zipBytes, unpackedBytes, ...rest } = report.package
  const edition = useEdition(report.package)
  const unsaid = t('catalogue.report.unsaid')
  const minutes = rest.durationSeconds === null ? null : Math.ceil(rest.durationSeconds / 60)
  return (
    <Section id="package" title={t('catalogue.report.package')}>
      <Facts
        facts={[
          { term: t('catalogue.report.title'), value: title },
          { term: t('catalogue.report.standard'), value: edition },
          {
            term: t('catalogue.report.sequencing'),
            value: rest.needsSequencing
              ? t('catalogue.report.sequencing.needed')
              : t('catalogue.report.sequencing.none'),
          },
          { term: t('catalogue.report.description'), value: rest.description ?? unsaid },
          { term: t('catalogue.report.language'), value: rest.language ?? unsaid },
          {
            term: t('catalogue.report.duration'),
            value:
              minutes === null
                ? unsaid
                : t('catalogue.report.duration.minutes', { count: minutes }),
          },
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
    </Section>
  )
}

const editions: Record<string, MessageKey & `catalogue.edition.${string}`> = {
  'SCORM 1.2': 'catalogue.edition.1-2',
  'SCORM 2004 2nd': 'catalogue.edition.2004-2',
  'SCORM 2004 3rd': 'catalogue.edition.2004-3',
  'SCORM 2004 4th': 'catalogue.edition.2004-4',
}

function useEdition({ standard, edition }: Pick<ReportPackage, 'standard' | 'edition'>): string {
  const { t } = useI18n()
  const name = `${standard} ${edition}`
  const key = editions[name]
  return key ? t(key) : name
}

/** The package's items as the tree that they make, in document order. */
export function PackageItems({ items }: { items: ReportItem[] }) {
  const { t, number } = useI18n()
  const columns: Column<ReportItem>[] = [
    {
      id: 'item',
      head: t('catalogue.report.item'),
      cell: ({ title, depth }) => (
        <>
          <span aria-hidden="true">{'– '.repeat(depth)}</span>
          {title}
        </>
      ),
    },
    {
      id: 'level',
      head: t('catalogue.report.item.level'),
      numeric: true,
      cell: ({ depth }) => number(depth + 1),
    },
    { id: 'type', head: t('catalogue.report.item.type'), cell: (item) => <ItemType item={item} /> },
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
      cell: (item) => {
        const limit = limitOf(item)
        return limit === null ? t('catalogue.report.item.none') : number(limit)
      },
    },
  ]
  return (
    <Section id="items" title={t('catalogue.report.items')}>
      <DataTable
        caption={t('catalogue.report.items.caption')}
        columns={columns}
        rows={items}
        rowKey={({ identifier }) => identifier}
        narrow="stack"
      />
    </Section>
  )
}

function ItemType({ item: { type, visible } }: { item: ReportItem }) {
  const { t } = useI18n()
  const words = t(`catalogue.report.type.${type}`)
  return visible ? words : t('catalogue.report.item.hidden', { type: words })
}

/** SCORM 2004 counts from -1 to 1, SCORM 1.2 from 0 to 100. */
function limitOf({ masteryScore, scaledPassingScore }: ReportItem): number | null {
  return masteryScore ?? (scaledPassingScore === null ? null : scaledPassingScore * 100)
}

/** Where the bytes are. */
export function LargestFiles({ files }: { files: ReportFile[] }) {
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
    <Section
      id="largest"
      title={t('catalogue.report.largest')}
      intro={t('catalogue.report.largest.intro')}
    >
      <DataTable
        caption={t('catalogue.report.largest.caption')}
        columns={columns}
        rows={files}
        rowKey={({ path }) => path}
        narrow="stack"
      />
    </Section>
  )
}
