import type { SignUpActivity } from '~/domain/activity/sign-up.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Facts } from '~/ui/page.tsx'
import { sessionText } from './session-words.ts'

/** When, where and by whom, for those who may come. */
export function ActivityTimes({ activity }: { activity: SignUpActivity }) {
  const i18n = useI18n()
  const { t } = i18n
  const { sessions, place, organiserName, targetGroups } = activity
  return (
    <Facts
      facts={[
        {
          term: t('attend.when'),
          value: (
            <>
              {sessions.map((session) => (
                <span key={`${session.heldOn}-${session.startsAt}`}>
                  {sessionText(i18n, session)}
                  <br />
                </span>
              ))}
            </>
          ),
        },
        { term: t('attend.where'), value: place ?? t('attend.digital') },
        { term: t('participations.column.organiser'), value: organiserName },
        ...(targetGroups.length > 0
          ? [
              {
                term: t('attend.for'),
                value: targetGroups.map((group) => t(`profession.${group}`)).join(', '),
              },
            ]
          : []),
      ]}
    />
  )
}
