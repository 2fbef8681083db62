import { isSomething, type Coverage, type GroupFigure } from '~/domain/coverage/coverage.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { DataTable } from '~/ui/table.tsx'
import { useFigureColumns } from './figure-columns.tsx'

/** Coverage per profession group; groups that nobody works in and nobody has declared are left out. */
export function GroupTable({ coverage, caption }: { coverage: Coverage; caption: string }) {
  const { t } = useI18n()
  const columns = useFigureColumns<GroupFigure>((row) => row)
  return (
    <DataTable
      caption={caption}
      narrow="stack"
      columns={[
        {
          id: 'group',
          head: t('coverage.column.group'),
          cell: ({ professionGroup }) => t(`profession.${professionGroup}`),
        },
        ...columns,
      ]}
      rows={coverage.groups.filter(isSomething)}
      rowKey={({ professionGroup }) => professionGroup}
      empty={<p className="meta">{t('coverage.groups.empty')}</p>}
    />
  )
}
