import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePermission } from '~/auth/permission.server.ts'
import { figureQueryOf } from '~/domain/coverage/coverage.ts'
import { exportOrganisations } from '~/domain/coverage/organisation-coverage.server.ts'
import { organisationShape } from '~/domain/coverage/organisation-list.ts'
import { csvAnswer } from '~/exchange/exports/csv.ts'
import { organisationsCsv } from '~/exchange/exports/organisations-csv.ts'
import { listQueryOf } from '~/kernel/list-query.ts'

/** What the list of organisations shows, on all its pages, as a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'figures:read')
  const exported = await exportOrganisations({
    actor,
    query: figureQueryOf(request.url),
    list: listQueryOf(request.url, organisationShape),
  })
  return csvAnswer(organisationsCsv(exported), `organisationer-${exported.asOf}.csv`)
}
