import { TriedFileRows } from '~/components/tried-file/tried-file-rows.tsx'
import type {
  HeadcountImportView,
  HeadcountPage,
} from '~/domain/organisation/headcount-import-view.server.ts'
import {
  headcountOutcomes,
  type HeadcountOutcome,
  type ShownHeadcount,
} from '~/domain/organisation/headcount-import.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { Column } from '~/ui/table.tsx'

type RowsView = HeadcountImportView & { outcome: HeadcountOutcome; list: HeadcountPage }

/** What the rows of a file of headcounts do. */
export function HeadcountRows(view: RowsView) {
  const { t } = useI18n()
  const { import: found, outcome, list, reasons } = view
  const columns = useRowColumns(view)
  if (found.status === 'undone') return null
  return (
    <TriedFileRows
      address={`/headcount-files/${found.id}`}
      outcomes={headcountOutcomes}
      counts={found.counts}
      means={(each) =>
        each === 'new' || each === 'changed'
          ? t(`headcount-file.outcome.${each}.means`)
          : t(`people-file.outcome.${each}.means`)
      }
      isOpen={() => true}
      outcome={outcome}
      list={list}
      columns={columns}
      rowKey={({ rowNumber }) => String(rowNumber)}
      reasons={reasons}
      sayReason={(reason) => t(`headcount-file.reason.${reason}`)}
    />
  )
}

function useRowColumns({ organisation, outcome }: RowsView): Column<ShownHeadcount>[] {
  const { t, day, number } = useI18n()
  const row: Column<ShownHeadcount> = {
    id: 'row',
    head: t('people-file.column.row'),
    cell: ({ rowNumber }) => String(rowNumber),
  }
  if (outcome === 'refused') {
    const written = (['organisation', 'unit', 'group', 'headcount', 'asOf'] as const).map(
      (column): Column<ShownHeadcount> => ({
        id: column,
        head: t(`headcount-file.column.${column}`),
        cell: ({ given }) => given?.[column],
      }),
    )
    const reason: Column<ShownHeadcount> = {
      id: 'reason',
      head: t('people-file.column.reason'),
      cell: ({ reason: why }) => why && t(`headcount-file.reason.${why}`),
    }
    return [row, reason, ...written]
  }
  const where: Column<ShownHeadcount>[] = organisation
    ? []
    : [
        {
          id: 'organisation',
          head: t('headcount-file.column.organisation'),
          cell: ({ organisationName }) => organisationName,
        },
      ]
  const told: Column<ShownHeadcount>[] = [
    { id: 'unit', head: t('headcount-file.column.unit'), cell: ({ unitName }) => unitName },
    {
      id: 'group',
      head: t('headcount-file.column.group'),
      cell: ({ professionGroup }) => professionGroup && t(`profession.${professionGroup}`),
    },
    {
      id: 'headcount',
      head: t('headcount-file.column.headcount'),
      numeric: true,
      cell: ({ headcount }) => headcount !== null && number(headcount),
    },
    {
      id: 'asOf',
      head: t('headcount-file.column.asOf'),
      cell: ({ asOf }) => asOf && day(asOf),
    },
    {
      id: 'source',
      head: t('headcount-file.column.source'),
      cell: ({ source }) => source && t(`figure.source.${source}`),
    },
  ]
  const before: Column<ShownHeadcount> = {
    id: 'before',
    head: t('headcount-file.column.before'),
    cell: ({ before: known }) =>
      known &&
      t('headcount-file.before', {
        headcount: number(known.headcount),
        day: day(known.asOf),
        source: t(`figure.source.${known.source}`),
      }),
  }
  return [row, ...where, ...told, ...(outcome === 'changed' ? [before] : [])]
}
