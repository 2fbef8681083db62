import type { AttendedActivity } from '~/domain/activity/attendance-certificate.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { sessionText } from './session-words.ts'

type Attended = AttendedActivity & { hours: number }

/** What somebody was at, as the page that checks the paper says it. */
export function useAttendedFacts(): (attended: Attended) => { term: string; value: string }[] {
  const i18n = useI18n()
  const { t } = i18n
  return ({ title, type, organiserName, sessions, hours }) => [
    { term: t('participations.column.title'), value: title },
    { term: t('attended.kind'), value: t(`activity.type.${type}`) },
    {
      term: t('participations.column.when'),
      value: sessions.map((session) => sessionText(i18n, session)).join(', '),
    },
    { term: t('attended.hours'), value: t('attended.hours.value', { count: hours }) },
    { term: t('participations.column.organiser'), value: organiserName },
  ]
}
