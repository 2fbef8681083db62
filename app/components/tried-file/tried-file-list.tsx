import { Link } from '@remix-run/react'
import { useI18n } from '~/i18n/i18n.tsx'
import type { TriedFileStatus } from '~/kernel/tried-file.ts'
import { EmptyState } from '~/ui/card.tsx'
import { Section } from '~/ui/page.tsx'
import { DataTable, type Column } from '~/ui/table.tsx'

interface ListedFile {
  id: string
  /** Null for those who may not see it. */
  fileName: string | null
  status: TriedFileStatus
  broughtAt: Date
  /** Who brought it; null where that is not for the reader. */
  bringer: string | null
}

interface TriedFileListProps<File extends ListedFile> {
  files: File[]
  /** The page of a file is under it. */
  address: string
  title?: string
  statusOf?: (file: File) => string
  /** What this kind of file also tells. */
  more?: Column<File>[]
  emptyText: string
}

/** The files that have been brought, with where they stand, who brought them and when. */
export function TriedFileList<File extends ListedFile>(props: TriedFileListProps<File>) {
  const { t, moment } = useI18n()
  const { files, address, title, statusOf, more = [], emptyText } = props
  const nameOf = ({ fileName, broughtAt }: File) =>
    fileName ?? t('people-file.imports.file.from', { moment: moment(broughtAt) })
  return (
    <Section id="imports" title={title ?? t('people-file.imports')}>
      <DataTable
        caption={t('people-file.imports.caption')}
        narrow="stack"
        columns={[
          {
            id: 'file',
            head: t('people-file.imports.file'),
            cell: (file) => <Link to={`${address}/${file.id}`}>{nameOf(file)}</Link>,
          },
          {
            id: 'status',
            head: t('people-file.imports.status'),
            cell: (file) => statusOf?.(file) ?? t(`people-file.status.${file.status}`),
          },
          {
            id: 'brought',
            head: t('people-file.imports.brought'),
            cell: ({ broughtAt }) => moment(broughtAt),
          },
          {
            id: 'bringer',
            head: t('people-file.imports.bringer'),
            cell: ({ bringer }) => bringer ?? '–',
          },
          ...more,
        ]}
        rows={files}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={t('people-file.imports.empty')} heading={3}>
            <p>{emptyText}</p>
          </EmptyState>
        }
      />
    </Section>
  )
}

/** How many rows a file has. */
export function useRowCountColumn<File extends { rowCount: number }>(): Column<File> {
  const { t, number } = useI18n()
  return {
    id: 'rows',
    head: t('people-file.imports.rows'),
    numeric: true,
    cell: ({ rowCount }) => number(rowCount),
  }
}
