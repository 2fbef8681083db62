import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePermission } from '~/auth/permission.server.ts'
import { listPeopleImports } from '~/domain/identity/people-view.server.ts'
import { peopleTemplateCsv } from '~/exchange/imports/people/people-csv.ts'
import { i18nOf } from '~/i18n/messages.server.ts'

/** An empty file of people to fill in. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'people:import')
  const { organisation } = await listPeopleImports(actor, params.organisationId ?? '')
  return new Response(peopleTemplateCsv(organisation.name, i18nOf('sv').t), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="personer-mall.csv"',
    },
  })
}
