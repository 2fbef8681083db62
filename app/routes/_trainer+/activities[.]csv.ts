import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePermission } from '~/auth/permission.server.ts'
import { activityQueryOf } from '~/domain/activity/activity-list.ts'
import { exportActivities } from '~/domain/activity/activity.server.ts'
import { activitiesCsv } from '~/exchange/exports/activities-csv.ts'
import { csvAnswer } from '~/exchange/exports/csv.ts'
import { today } from '~/kernel/dates.ts'

/** The list of activities, with everything that it shows on all its pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'activity:read')
  const parts = exportActivities(actor, activityQueryOf(request.url))
  return csvAnswer(activitiesCsv(parts), `insatser-${today()}.csv`)
}
