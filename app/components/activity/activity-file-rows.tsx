import { Link } from '@remix-run/react'
import type {
  ActivityImportView,
  ActivityRowsPage,
} from '~/domain/activity/activity-import-view.server.ts'
import type { ShownActivityRow } from '~/domain/activity/activity-import.ts'
import { activityOutcomes, type ActivityOutcome } from '~/domain/activity/judge-activities.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Section } from '~/ui/page.tsx'
import { DataTable, Pagination, type Column } from '~/ui/table.tsx'

type RowsView = ActivityImportView & { outcome: ActivityOutcome; list: ActivityRowsPage }

const addressOf = ({ import: found }: ActivityImportView) => `/activities/import/${found.id}`

/** How many rows give what, each count a way to those rows, and the rows of one kind. */
export function ActivityFileRows(view: RowsView) {
  const { t } = useI18n()
  const { import: found, outcome } = view
  if (!found.counts || found.status === 'undone') return null
  return (
    <Section id="rows" title={t('people-file.rows')}>
      <Counts {...view} />
      {(found.status === 'checked' || outcome === 'refused') && (
        <>
          {outcome === 'refused' && <Reasons {...view} />}
          <Rows {...view} />
        </>
      )}
    </Section>
  )
}

function Counts(view: RowsView) {
  const { t, number } = useI18n()
  const { import: found } = view
  const isOpen = (outcome: ActivityOutcome) => found.status === 'checked' || outcome === 'refused'
  return (
    <DataTable
      caption={t('people-file.counts.caption')}
      columns={[
        {
          id: 'outcome',
          head: t('people-file.counts.outcome'),
          cell: ({ outcome, count }) =>
            count > 0 && isOpen(outcome) ? (
              <Link to={`${addressOf(view)}?show=${outcome}#rows`}>
                {t(`people-file.outcome.${outcome}`)}
              </Link>
            ) : (
              t(`people-file.outcome.${outcome}`)
            ),
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
          cell: ({ outcome }) => t(`activity-file.outcome.${outcome}.means`),
        },
      ]}
      rows={activityOutcomes.map((outcome) => ({ outcome, count: found.counts?.[outcome] ?? 0 }))}
      rowKey={({ outcome }) => outcome}
    />
  )
}

function Reasons(view: RowsView) {
  const { t, number } = useI18n()
  if (view.reasons.length === 0) return null
  return (
    <>
      <p>
        {t('people-file.refused.intro')}{' '}
        <a href={`${addressOf(view)}/refused.csv`} download>
          {t('people-file.refused.download')}
        </a>
      </p>
      <DataTable
        caption={t('people-file.reasons.caption')}
        columns={[
          {
            id: 'reason',
            head: t('people-file.column.reason'),
            cell: ({ reason }) => t(`activity-file.reason.${reason}`),
          },
          {
            id: 'count',
            head: t('people-file.counts.count'),
            numeric: true,
            cell: ({ count }) => number(count),
          },
        ]}
        rows={view.reasons}
        rowKey={({ reason }) => reason}
      />
    </>
  )
}

function Rows(view: RowsView) {
  const { t } = useI18n()
  const { outcome, list } = view
  const columns = useRowColumns(outcome)
  if (list.rows.length === 0) return null
  return (
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
        to={(page) => `${addressOf(view)}?show=${outcome}&page=${page}#rows`}
      />
    </>
  )
}

function useRowColumns(outcome: ActivityOutcome): Column<ShownActivityRow>[] {
  const { t, number } = useI18n()
  const row: Column<ShownActivityRow> = {
    id: 'row',
    head: t('people-file.column.row'),
    cell: ({ rowNumber }) => number(rowNumber),
  }
  const activity: Column<ShownActivityRow> = {
    id: 'activity',
    head: t('activity-file.column.activity'),
    cell: ({ title, date }) => (
      <>
        {title || '–'}
        <br />
        <span className="meta">{date}</span>
      </>
    ),
  }
  const reason: Column<ShownActivityRow> = {
    id: 'reason',
    head: t('people-file.column.reason'),
    cell: ({ reason: why }) => why && t(`activity-file.reason.${why}`),
  }
  const changes: Column<ShownActivityRow> = {
    id: 'changes',
    head: t('people-file.column.changes'),
    cell: (shown) => shown.changes.map((change) => t(`activity-file.change.${change}`)).join(', '),
  }
  if (outcome === 'refused') return [row, reason, activity]
  return outcome === 'changed' ? [row, activity, changes] : [row, activity]
}
