import type { LoaderFunctionArgs } from '@remix-run/node'
import { readLanguage } from '~/auth/language.server.ts'
import { requirePermission } from '~/auth/permission.server.ts'
import { readFileScope } from '~/domain/organisation/headcount-import.server.ts'
import { csvAnswer } from '~/exchange/exports/csv.ts'
import { headcountTemplateCsv } from '~/exchange/imports/headcounts/headcount-csv.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { today } from '~/kernel/dates.ts'

/** An empty file of headcounts to fill in, for one organisation or for several. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'headcount:declare')
  const organisationId = new URL(request.url).searchParams.get('organisation')
  const organisation = await readFileScope(actor, organisationId)
  const { t } = i18nOf(await readLanguage(request))
  return csvAnswer(headcountTemplateCsv(organisation, today(), t), 'antal-anstallda-mall.csv')
}
