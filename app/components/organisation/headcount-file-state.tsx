import { useActionData } from '@remix-run/react'
import { headcountDecisionSchema } from '~/domain/organisation/headcount-import.schema.ts'
import type { HeadcountImportView } from '~/domain/organisation/headcount-import-view.server.ts'
import { writesAnything } from '~/domain/organisation/headcount-import.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { ActionForm } from '~/ui/form.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Facts, Section } from '~/ui/page.tsx'
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

/** Apply what was tried, or undo what was applied, as long as either can be done. */
export function HeadcountDecision({ import: found, applyUntil, undoUntil }: HeadcountImportView) {
  const { t, moment } = useI18n()
  const reply = useActionData<FormReply>()
  if (applyUntil) {
    if (!writesAnything(found.counts)) return null
    return (
      <Section id="apply" title={t('people-file.apply')}>
        <p>{t('people-file.apply.text', { moment: moment(applyUntil) })}</p>
        <ActionForm
          schema={headcountDecisionSchema}
          hidden={{ intent: 'apply' }}
          submitLabel={t('people-file.apply.button')}
          pendingLabel={t('people-file.apply.busy')}
          reply={reply}
        />
      </Section>
    )
  }
  if (undoUntil) {
    return (
      <Section id="undo" title={t('people-file.undo')}>
        <p>{t('headcount-file.undo.text', { moment: moment(undoUntil) })}</p>
        <ActionForm
          schema={headcountDecisionSchema}
          hidden={{ intent: 'undo' }}
          submitLabel={t('people-file.undo.button')}
          pendingLabel={t('people-file.undo.busy')}
          submitVariant="danger"
          reply={reply}
        />
      </Section>
    )
  }
  if (found.status === 'checked') return <p>{t('people-file.over.too-old')}</p>
  return found.status === 'applied' ? <p>{t('people-file.over.applied')}</p> : null
}
