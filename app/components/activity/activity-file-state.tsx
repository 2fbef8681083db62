import { Link } from '@remix-run/react'
import { TriedFileDecision } from '~/components/tried-file/tried-file-decision.tsx'
import { activityFileDecisionSchema } from '~/domain/activity/activity-import.schema.ts'
import type { ActivityImportView } from '~/domain/activity/activity-import-view.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Facts } from '~/ui/page.tsx'

const columnsOf = ({ import: found }: ActivityImportView) =>
  `/activities/import/${found.id}/columns`

/** What to know before going on with a file. */
export function ActivityFileNotices(view: ActivityImportView) {
  const { t, tLoose } = useI18n()
  const { import: found, work, applyUntil } = view
  return (
    <>
      {work?.state === 'failed' && work.failure && (
        <Notice tone="bad" title={t('people-file.failed')}>
          <p>
            {tLoose(`refusal.${work.failure.code}`, work.failure.detail, 'refusal.work.broken')}
          </p>
          <p>
            <Link to={columnsOf(view)}>{t('people-file.try-again')}</Link>
          </p>
        </Notice>
      )}
      {applyUntil && found.isRecounted && (
        <Notice tone="warn" title={t('people-file.changed')}>
          <p>{t('people-file.changed.text')}</p>
        </Notice>
      )}
    </>
  )
}

/** The file, when what happened to it, and what undoing came to. */
export function ActivityFileFacts({ import: found }: ActivityImportView) {
  const { t, number, moment } = useI18n()
  const facts = [
    { term: t('people-file.imports.file'), value: found.fileName },
    { term: t('people-file.imports.rows'), value: number(found.rowCount) },
    { term: t('people-file.imports.brought'), value: moment(found.broughtAt) },
  ]
  if (found.appliedAt) {
    facts.push({ term: t('people-file.status.applied'), value: moment(found.appliedAt) })
  }
  if (found.undoneAt) {
    facts.push({ term: t('people-file.status.undone'), value: moment(found.undoneAt) })
  }
  if (found.undone) {
    const { removed, restored, kept } = found.undone
    facts.push(
      { term: t('activity-file.undone.removed'), value: number(removed) },
      { term: t('activity-file.undone.restored'), value: number(restored) },
      { term: t('activity-file.undone.kept'), value: number(kept) },
    )
  }
  return <Facts facts={facts} />
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
