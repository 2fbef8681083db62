import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePermission } from '~/auth/permission.server.ts'
import { figureQueryOf } from '~/domain/coverage/coverage.ts'
import { exportOpenParticipation } from '~/domain/followup/open-participation-table.server.ts'
import { csvAnswer } from '~/exchange/exports/csv.ts'
import { openCsv } from '~/exchange/exports/open-csv.ts'

/** What people who were not signed in have stated, of every module. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'followup:export')
  const file = await exportOpenParticipation(actor, figureQueryOf(request.url).asOf)
  return csvAnswer(openCsv(file), `oppet-sjalvrapporterat-${file.asOf}.csv`)
}
