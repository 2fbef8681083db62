import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePermission } from '~/auth/permission.server.ts'
import { figureQueryOf } from '~/domain/coverage/coverage.ts'
import { readModuleOverview } from '~/domain/coverage/module-overview.server.ts'
import { csvAnswer } from '~/exchange/exports/csv.ts'
import { moduleOverviewCsv } from '~/exchange/exports/module-overview-csv.ts'

/** What the table of all modules shows, as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'figures:read')
  const view = await readModuleOverview({
    actor,
    organisationId: params.organisationId ?? '',
    unitId: new URL(request.url).searchParams.get('unit'),
    asOf: figureQueryOf(request.url).asOf,
  })
  return csvAnswer(moduleOverviewCsv(view), `moduler-${view.asOf}.csv`)
}
