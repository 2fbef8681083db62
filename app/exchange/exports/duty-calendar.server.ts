import type { LearnerModule } from '~/domain/standing/learner-standing.ts'
import type { I18n } from '~/i18n/i18n.tsx'
import { now } from '~/kernel/clock.ts'
import { today } from '~/kernel/dates.ts'
import { env } from '~/platform/env.server.ts'
import { calendarFile, type CalendarEntry } from './calendar-file.ts'

type DueModule = Pick<LearnerModule, 'moduleId' | 'slug' | 'dueOn' | 'standing'>

/**
 * The days by which somebody is to be done, as a calendar file. The entries say that there is something, and
 * not what: others may see a calendar. Of what is done, has no day or has a
 * day that has gone there is none.
 */
export function dutyCalendar({ t }: I18n, modules: readonly DueModule[]): string {
  const { APP_ORIGIN } = env()
  const changedAt = now()
  const entries = modules.flatMap(({ moduleId, slug, dueOn, standing }): CalendarEntry[] => {
    if (dueOn === null || dueOn < today() || standing === 'done') return []
    const url = `${APP_ORIGIN}/modules/${slug}`
    const words = {
      title: t('calendar.entry'),
      note: t('calendar.entry.note', { link: url }),
    }
    return [{ uid: `module-${moduleId}`, ...words, url, day: dueOn, hours: null, changedAt }]
  })
  return calendarFile(new URL(APP_ORIGIN).hostname, entries)
}
