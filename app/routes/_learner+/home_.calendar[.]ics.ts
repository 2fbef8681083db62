import type { LoaderFunctionArgs } from '@remix-run/node'
import { readLanguage } from '~/auth/language.server.ts'
import { requireActor } from '~/auth/permission.server.ts'
import { readLearnerHome } from '~/domain/standing/learner-standing.server.ts'
import { calendarAnswer } from '~/exchange/exports/calendar-file.ts'
import { dutyCalendar } from '~/exchange/exports/duty-calendar.server.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { today } from '~/kernel/dates.ts'

/** The days by which a learner is to be done with what they have, for their calendar. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { next, rest, recommended } = await readLearnerHome(actor, today())
  const modules = [...(next ? [next] : []), ...rest, ...recommended]
  return calendarAnswer(dutyCalendar(i18nOf(await readLanguage(request)), modules), 'samsyn.ics')
}
