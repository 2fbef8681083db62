import type { LoaderFunctionArgs } from '@remix-run/node'
import { readLanguage } from '~/auth/language.server.ts'
import { requireActor } from '~/auth/permission.server.ts'
import { readLearnerModule } from '~/domain/standing/learner-standing.server.ts'
import { calendarAnswer } from '~/exchange/exports/calendar-file.ts'
import { dutyCalendar } from '~/exchange/exports/duty-calendar.server.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { today } from '~/kernel/dates.ts'

/** The day by which a learner is to be done with a module, for their calendar. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const module = await readLearnerModule(actor, params.moduleSlug, today())
  return calendarAnswer(dutyCalendar(i18nOf(await readLanguage(request)), [module]), 'samsyn.ics')
}
