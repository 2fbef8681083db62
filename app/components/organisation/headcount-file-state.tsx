import { TriedFileDecision } from '~/components/tried-file/tried-file-decision.tsx'
import { headcountDecisionSchema } from '~/domain/organisation/headcount-import.schema.ts'
import type { HeadcountImportView } from '~/domain/organisation/headcount-import-view.server.ts'
import { writesAnything } from '~/domain/organisation/headcount-import.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Facts } from '~/ui/page.tsx'
import { WorkProgress } from '~/ui/work-progress.tsx'

/** What to know before going on with a file, or that it is being worked on. */
export function HeadcountNotices(view: HeadcountImportView) {
  const { t, tLoose, moment } = useI18n()
  const { import: found, work, isUnderWay, applyUntil, appliedBefore } = view
  if (isUnderWay) {
    return (
      <WorkProgress
        label={t(`people-file.status.${found.status}`)}
        done={work?.done ?? 0}
        total={work?.total ?? 0}
        text={t('people-file.progress.waiting')}
      />
    )
  }
  return (
    <>
      {work?.state === 'failed' && work.failure && (
        <Notice tone="bad" title={t('people-file.failed')}>
          <p>
            {tLoose(`refusal.${work.failure.code}`, work.failure.detail, 'refusal.work.broken')}
          </p>
        </Notice>
      )}
      {applyUntil && found.isRecounted && (
        <Notice tone="warn" title={t('people-file.changed')}>
          <p>{t('people-file.changed.text')}</p>
        </Notice>
      )}
      {applyUntil && appliedBefore && (
        <Notice tone="info" title={t('people-file.same-file')}>
          <p>{t('people-file.same-file.text', { moment: moment(appliedBefore) })}</p>
        </Notice>
      )}
    </>
  )
}

/** The file, and when what happened to it. */
export function HeadcountFacts({ import: found }: HeadcountImportView) {
  const { t, moment } = useI18n()
  const { fileName, checkedAt, appliedAt, undoneAt } = found
  const facts = [
    { term: t('people-file.imports.file'), value: fileName },
    { term: t('people-file.imports.brought'), value: moment(checkedAt) },
  ]
  if (appliedAt) facts.push({ term: t('people-file.status.applied'), value: moment(appliedAt) })
  if (undoneAt) facts.push({ term: t('people-file.status.undone'), value: moment(undoneAt) })
  return <Facts facts={facts} />
}

/** Apply what was tried, or undo what was applied. */
export function HeadcountDecision({ import: found, applyUntil, undoUntil }: HeadcountImportView) {
  const { t, moment } = useI18n()
  return (
    <TriedFileDecision
      status={found.status}
      applyUntil={applyUntil}
      undoUntil={undoUntil}
      schema={headcountDecisionSchema}
      doesSomething={writesAnything(found.counts)}
      applyText={(until) => t('people-file.apply.text', { moment: moment(until) })}
      undoText={(until) => t('headcount-file.undo.text', { moment: moment(until) })}
    />
  )
}
