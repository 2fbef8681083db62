import { TriedFileFacts, TriedFileNotices } from '~/components/tried-file/tried-file-state.tsx'
import type { PeopleImportView } from '~/domain/identity/people-view.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Notice } from '~/ui/notice.tsx'

/** What to know before going on with a file, or how far the work with it has come. */
export function PeopleNotices(view: PeopleImportView) {
  const { t, number } = useI18n()
  const { organisation, import: found, applyUntil } = view
  const unidentified = found.isComplete ? (found.counts?.unidentified ?? 0) : 0
  const again = `/organisations/${organisation.id}/people-import/${found.id}/columns`
  return (
    <TriedFileNotices {...view} again={again}>
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
    </TriedFileNotices>
  )
}

/** The file, when what happened to it, and what undoing came to. */
export function PeopleFacts({ import: found }: PeopleImportView) {
  const { t, number } = useI18n()
  const { undone, isComplete } = found
  const whole = isComplete ? t('people-file.whole.yes') : t('people-file.whole.no')
  const after = undone
    ? [
        { term: t('people-file.undone.people'), value: number(undone.people) },
        { term: t('people-file.undone.affiliations'), value: number(undone.affiliations) },
        { term: t('people-file.undone.restored'), value: number(undone.restored) },
      ]
    : []
  const before = [{ term: t('people-file.whole'), value: whole }]
  return <TriedFileFacts import={found} before={before} after={after} />
}
