import type { LoaderFunctionArgs } from '@remix-run/node'
import { readLanguage } from '~/auth/language.server.ts'
import { requirePermission } from '~/auth/permission.server.ts'
import { readRefusedPeople } from '~/domain/identity/people-view.server.ts'
import { refusedPeopleCsv } from '~/exchange/imports/people/people-csv.ts'
import { i18nOf } from '~/i18n/messages.server.ts'

/** The rows of a file that were refused, with why, to be corrected and read in again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'people:import')
  const { organisationId = '', importId = '' } = params
  const refused = await readRefusedPeople({ actor, organisationId, importId })
  const { t } = i18nOf(await readLanguage(request))
  return new Response(refusedPeopleCsv(refused, t), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="rader-som-inte-gick.csv"',
    },
  })
}
