import type {
  ActivityImportView,
  ActivityRowsPage,
} from '~/domain/activity/activity-import-view.server.ts'
import type { ShownActivityRow } from '~/domain/activity/activity-import.ts'
import { activityOutcomes, type ActivityOutcome } from '~/domain/activity/judge-activities.ts'
import { TriedFileRows } from '~/components/tried-file/tried-file-rows.tsx'
import { useI18n } from '~/i18n/i18n.tsx'
import type { Column } from '~/ui/table.tsx'

type RowsView = ActivityImportView & { outcome: ActivityOutcome; list: ActivityRowsPage }

/** What the rows of a file of activities do. */
export function ActivityFileRows({ import: found, outcome, list, reasons }: RowsView) {
  const { t } = useI18n()
  const columns = useRowColumns(outcome)
  if (!found.counts || found.status === 'undone') return null
  return (
    <TriedFileRows
      address={`/activities/import/${found.id}`}
      outcomes={activityOutcomes}
      counts={found.counts}
      means={(each) => t(`activity-file.outcome.${each}.means`)}
      isOpen={(each) => found.status === 'checked' || each === 'refused'}
      outcome={outcome}
      list={list}
      columns={columns}
      rowKey={({ rowNumber }) => String(rowNumber)}
      reasons={reasons}
      sayReason={(reason) => t(`activity-file.reason.${reason}`)}
    />
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
