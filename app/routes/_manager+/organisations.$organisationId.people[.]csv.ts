import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePermission } from '~/auth/permission.server.ts'
import { figureQueryOf } from '~/domain/coverage/coverage.ts'
import { exportOrganisationPeople } from '~/domain/standing/export-people.server.ts'
import { peopleShape } from '~/domain/standing/organisation-standing.ts'
import { csvAnswer } from '~/exchange/exports/csv.ts'
import { peopleCsv } from '~/exchange/exports/people-csv.ts'
import { listQueryOf } from '~/kernel/list-query.ts'

/** What the list of an organisation's people shows, on all its pages, as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'people:read')
  const exported = await exportOrganisationPeople({
    actor,
    organisationId: params.organisationId ?? '',
    moduleSlug: figureQueryOf(request.url).moduleSlug,
    query: listQueryOf(request.url, peopleShape),
  })
  return csvAnswer(peopleCsv(exported), `medarbetare-${exported.asOf}.csv`)
}
