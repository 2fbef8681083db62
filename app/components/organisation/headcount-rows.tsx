import { Link } from '@remix-run/react'
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
import { Section } from '~/ui/page.tsx'
import { DataTable, Pagination, type Column } from '~/ui/table.tsx'

type RowsView = HeadcountImportView & { outcome: HeadcountOutcome; list: HeadcountPage }

/** How many rows give what, each count a way to those rows, and the rows of one kind. */
export function HeadcountRows(view: RowsView) {
  const { t } = useI18n()
  const { import: found, outcome, list } = view
  const columns = useRowColumns(view)
  const address = `/headcount-files/${found.id}`
  if (found.status === 'undone') return null
  return (
    <Section id="rows" title={t('people-file.rows')}>
      <Counts {...view} />
      {outcome === 'refused' && <Reasons {...view} />}
      {list.rows.length > 0 && (
        <>
          <DataTable
            caption={t(`people-file.outcome.${outcome}`)}
            narrow="stack"
            columns={columns}
            rows={list.rows}
            rowKey={({ rowNumber }) => String(rowNumber)}
          />
          <Pagination
            page={list.page}
            pages={list.pages}
            to={(page) => `${address}?show=${outcome}&page=${page}#rows`}
          />
        </>
      )}
    </Section>
  )
}

function Counts({ import: found }: RowsView) {
  const { t, number } = useI18n()
  const means = (outcome: HeadcountOutcome) =>
    outcome === 'new' || outcome === 'changed'
      ? t(`headcount-file.outcome.${outcome}.means`)
      : t(`people-file.outcome.${outcome}.means`)
  return (
    <DataTable
      caption={t('people-file.counts.caption')}
      columns={[
        {
          id: 'outcome',
          head: t('people-file.counts.outcome'),
          cell: ({ outcome, count }) => {
            const label = t(`people-file.outcome.${outcome}`)
            if (count === 0) return label
            return <Link to={`/headcount-files/${found.id}?show=${outcome}#rows`}>{label}</Link>
          },
        },
        {
          id: 'count',
          head: t('people-file.counts.count'),
          numeric: true,
          cell: ({ count }) => number(count),
        },
        {
          id: 'means',
          head: t('people-file.counts.means'),
          cell: ({ outcome }) => means(outcome),
        },
      ]}
      rows={headcountOutcomes.map((outcome) => ({ outcome, count: found.counts[outcome] }))}
      rowKey={({ outcome }) => outcome}
    />
  )
}

function Reasons({ reasons, import: found }: RowsView) {
  const { t, number } = useI18n()
  if (reasons.length === 0) return null
  return (
    <>
      <p>
        {t('people-file.refused.intro')}{' '}
        <a href={`/headcount-files/${found.id}/refused.csv`} download>
          {t('people-file.refused.download')}
        </a>
      </p>
      <DataTable
        caption={t('people-file.reasons.caption')}
        columns={[
          {
            id: 'reason',
            head: t('people-file.column.reason'),
            cell: ({ reason }) => t(`headcount-file.reason.${reason}`),
          },
          {
            id: 'count',
            head: t('people-file.counts.count'),
            numeric: true,
            cell: ({ count }) => number(count),
          },
        ]}
        rows={reasons}
        rowKey={({ reason }) => reason}
      />
    </>
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
