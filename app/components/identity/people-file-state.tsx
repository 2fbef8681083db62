import { Link } from '@remix-run/react'
import type { PeopleImportView } from '~/domain/identity/people-view.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Facts } from '~/ui/page.tsx'

/** What to know before going on with a file. */
export function PeopleNotices(view: PeopleImportView) {
  const { t, tLoose, moment, number } = useI18n()
  const { organisation, import: found, work, applyUntil, appliedBefore } = view
  const unidentified = found.isComplete ? (found.counts?.unidentified ?? 0) : 0
  return (
    <>
      {work?.state === 'failed' && work.failure && (
        <Notice tone="bad" title={t('people-file.failed')}>
          <p>
            {tLoose(`refusal.${work.failure.code}`, work.failure.detail, 'refusal.work.broken')}
          </p>
          <p>
            <Link to={`/organisations/${organisation.id}/people-import/${found.id}/columns`}>
              {t('people-file.try-again')}
            </Link>
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
      {applyUntil && unidentified > 0 && (
        <Notice tone="warn" title={t('people-file.unidentified')}>
          <p>
            {t('people-file.unidentified.text', {
              count: unidentified,
              shown: number(unidentified),
            })}
          </p>
        </Notice>
      )}
    </>
  )
}

/** The file, when what happened to it, and what undoing came to. */
export function PeopleFacts({ import: found }: PeopleImportView) {
  const { t, number, moment } = useI18n()
  const facts = [
    { term: t('people-file.imports.file'), value: found.fileName },
    { term: t('people-file.imports.rows'), value: number(found.rowCount) },
    {
      term: t('people-file.whole'),
      value: found.isComplete ? t('people-file.whole.yes') : t('people-file.whole.no'),
    },
    { term: t('people-file.imports.brought'), value: moment(found.broughtAt) },
  ]
  if (found.appliedAt) {
    facts.push({ term: t('people-file.status.applied'), value: moment(found.appliedAt) })
  }
  if (found.undoneAt) {
    facts.push({ term: t('people-file.status.undone'), value: moment(found.undoneAt) })
  }
  if (found.undone) {
    const { people, affiliations, restored } = found.undone
    facts.push(
      { term: t('people-file.undone.people'), value: number(people) },
      { term: t('people-file.undone.affiliations'), value: number(affiliations) },
      { term: t('people-file.undone.restored'), value: number(restored) },
    )
  }
  return <Facts facts={facts} />
}
