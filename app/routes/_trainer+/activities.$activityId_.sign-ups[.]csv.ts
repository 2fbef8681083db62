import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePermission } from '~/auth/permission.server.ts'
import { exportSignUps } from '~/domain/activity/sign-up-list.server.ts'
import { csvAnswer } from '~/exchange/exports/csv.ts'
import { signUpsCsv } from '~/exchange/exports/sign-ups-csv.ts'
import { today } from '~/kernel/dates.ts'

/** Who has signed up for an activity, by name, for its leader. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'activity:manage')
  const parts = await exportSignUps(actor, params.activityId)
  return csvAnswer(signUpsCsv(parts), `anmalda-${today()}.csv`)
}
