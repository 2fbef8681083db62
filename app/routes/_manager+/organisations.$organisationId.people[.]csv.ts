import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requirePermission } from '~/auth/permission.server.ts'
import { figureQueryOf } from '~/domain/coverage/coverage.ts'
import { exportOrganisationPeople } from '~/domain/standing/export-people.server.ts'
import { peopleShape } from '~/domain/standing/organisation-standing.ts'
import { csvAnswer } from '~/exchange/exports/csv.ts'
import { peopleCsv } from '~/exchange/exports/people-csv.ts'
import { listQueryOf } from '~/kernel/list-query.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { postedFileSchema } from '~/platform/http/posted-search.ts'

/** What the list of an organisation's people shows, on all its pages, as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return fileOf(request, params.organisationId, '')
}

/** The same of a search by name, whose words stand in no address. */
export async function action({ request, params }: ActionFunctionArgs) {
  await requirePermission(request, 'people:read')
  const form = await parseForm(request, postedFileSchema)
  return form.ok ? fileOf(request, params.organisationId, form.value.words) : form.reply
}

async function fileOf(request: Request, organisationId = '', words: string) {
  const actor = await requirePermission(request, 'people:read')
  const exported = await exportOrganisationPeople({
    actor,
    organisationId,
    words,
    moduleSlug: figureQueryOf(request.url).moduleSlug,
    query: listQueryOf(request.url, peopleShape),
  })
  return csvAnswer(peopleCsv(exported), `medarbetare-${exported.asOf}.csv`)
}
