import type { LoaderFunctionArgs } from '@remix-run/node'
import { readLanguage } from '~/auth/language.server.ts'
import { readSignUpPage } from '~/domain/activity/sign-up.server.ts'
import { activityCalendar } from '~/exchange/exports/activity-calendar.server.ts'

/** The sessions of an activity for one's calendar, with a title that says nothing of what it is about. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const view = await readSignUpPage(params.key, null)
  return activityCalendar(view, params.key ?? '', await readLanguage(request))
}
