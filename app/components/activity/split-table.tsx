import type { SexSplit } from '~/domain/activity/attendance.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { DataTable, type Column } from '~/ui/table.tsx'

interface SplitTableProps<Row extends SexSplit> {
  caption: string
  rows: Row[]
  /** What names the rows, before the columns of numbers. */
  heads: Column<Row>[]
  rowKey: (row: Row) => string
}

/** Participations split by sex, with their sum: K, M and what was not stated, as official statistics have it. */
export function SplitTable<Row extends SexSplit>(props: SplitTableProps<Row>) {
  const { t, number } = useI18n()
  const { caption, rows, heads, rowKey } = props
  const splits = ['women', 'men', 'unstated', 'total'] as const
  return (
    <DataTable
      caption={caption}
      columns={[
        ...heads,
        ...splits.map((split): Column<Row> => ({
          id: split,
          head: t(`participation.column.${split}`),
          numeric: true,
          cell: (row) => number(row[split]),
        })),
      ]}
      rows={rows}
      rowKey={rowKey}
      empty={<p className="meta">{t('participation.none')}</p>}
    />
  )
}
