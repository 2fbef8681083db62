import type { SignUpPageView } from '~/domain/activity/sign-up.server.ts'
import type { Language } from '~/i18n/format.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { now } from '~/kernel/clock.ts'
import { env } from '~/platform/env.server.ts'
import { calendarAnswer, calendarFile } from './calendar-file.ts'
import { attendAddress } from './check-in-address.server.ts'

/**
 * An activity's sessions as a calendar file. Others may see a calendar: an entry says what kind of activity it is and
 * where, and links to the page with the rest.
 */
export function activityCalendar(
  { activity, state }: Pick<SignUpPageView, 'activity' | 'state'>,
  key: string,
  language: Language,
): Response {
  const { t } = i18nOf(language)
  const { id, type, place, sessions } = activity
  const entries = sessions.map(({ heldOn, startsAt, endsAt }, index) => ({
    uid: `activity-${id}-${index + 1}`,
    title: t(`activity.type.${type}`),
    place: place ?? undefined,
    url: attendAddress(key),
    day: heldOn,
    hours: { startsAt, endsAt },
    changedAt: now(),
    isCancelled: state === 'cancelled',
  }))
  const { host } = new URL(env().APP_ORIGIN)
  return calendarAnswer(calendarFile(host, entries), 'samsyn.ics')
}
