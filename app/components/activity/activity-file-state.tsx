import { Link } from '@remix-run/react'
import { TriedFileDecision } from '~/components/tried-file/tried-file-decision.tsx'
import { TriedFileFacts, TriedFileNotices } from '~/components/tried-file/tried-file-state.tsx'
import { activityFileDecisionSchema } from '~/domain/activity/activity-import.schema.ts'
import type { ActivityImportView } from '~/domain/activity/activity-import-view.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'

const columnsOf = ({ import: found }: ActivityImportView) =>
  `/activities/import/${found.id}/columns`

/** What to know before going on with a file, or how far the work with it has come. */
export function ActivityFileNotices(view: ActivityImportView) {
  return <TriedFileNotices {...view} again={columnsOf(view)} />
}

/** The file, when what happened to it, and what undoing came to. */
export function ActivityFileFacts({ import: found }: ActivityImportView) {
  const { t, number } = useI18n()
  const { undone } = found
  const after = undone
    ? [
        { term: t('activity-file.undone.removed'), value: number(undone.removed) },
        { term: t('activity-file.undone.restored'), value: number(undone.restored) },
        { term: t('activity-file.undone.kept'), value: number(undone.kept) },
      ]
    : []
  return <TriedFileFacts import={found} after={after} />
}

/** Apply what was tried, or undo what was applied. */
export function ActivityFileDecision(view: ActivityImportView) {
  const { t, moment } = useI18n()
  const { import: found, applyUntil, undoUntil } = view
  return (
    <TriedFileDecision
      status={found.status}
      applyUntil={applyUntil}
      undoUntil={undoUntil}
      schema={activityFileDecisionSchema}
      doesSomething={!!found.counts && found.counts.new + found.counts.changed > 0}
      applyText={(until) => t('activity-file.apply.text', { moment: moment(until) })}
      undoText={(until) => t('activity-file.undo.text', { moment: moment(until) })}
      again={
        <p>
          <Link to={columnsOf(view)}>{t('activity-file.change-said')}</Link>
        </p>
      }
    />
  )
}
