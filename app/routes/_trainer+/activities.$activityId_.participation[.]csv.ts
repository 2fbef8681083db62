import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePermission } from '~/auth/permission.server.ts'
import { readActivity } from '~/domain/activity/activity.server.ts'
import { readParticipation } from '~/domain/activity/attendance.server.ts'
import { csvAnswer } from '~/exchange/exports/csv.ts'
import { participationCsv } from '~/exchange/exports/participation-csv.ts'
import { today } from '~/kernel/dates.ts'

/** Who was at an activity, in numbers and never by name. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'activity:read')
  const activity = await readActivity(actor, params.activityId)
  const participation = await readParticipation(activity)
  return csvAnswer(participationCsv(activity, participation), `deltagande-${today()}.csv`)
}
