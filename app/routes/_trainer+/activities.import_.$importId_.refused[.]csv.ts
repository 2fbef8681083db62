import type { LoaderFunctionArgs } from '@remix-run/node'
import { readLanguage } from '~/auth/language.server.ts'
import { requirePermission } from '~/auth/permission.server.ts'
import { readRefusedActivities } from '~/domain/activity/activity-import-view.server.ts'
import { csvAnswer } from '~/exchange/exports/csv.ts'
import { refusedActivitiesCsv } from '~/exchange/imports/activities/activity-csv.ts'
import { i18nOf } from '~/i18n/messages.server.ts'

/** The rows of a file that were refused, with why, to be corrected and read in again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'activity:manage')
  const refused = await readRefusedActivities({ actor, importId: params.importId ?? '' })
  const { t } = i18nOf(await readLanguage(request))
  return csvAnswer(refusedActivitiesCsv(refused, t), 'rader-som-inte-gick.csv')
}
