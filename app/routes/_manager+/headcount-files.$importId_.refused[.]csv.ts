import type { LoaderFunctionArgs } from '@remix-run/node'
import { readLanguage } from '~/auth/language.server.ts'
import { requirePermission } from '~/auth/permission.server.ts'
import { readRefusedHeadcounts } from '~/domain/organisation/headcount-import-view.server.ts'
import { csvAnswer } from '~/exchange/exports/csv.ts'
import { refusedHeadcountsCsv } from '~/exchange/imports/headcounts/headcount-csv.ts'
import { i18nOf } from '~/i18n/messages.server.ts'

/** The rows of a file that gave nothing, with why, to be corrected and read in again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'headcount:declare')
  const rows = await readRefusedHeadcounts({ actor, importId: params.importId ?? '' })
  const { t } = i18nOf(await readLanguage(request))
  return csvAnswer(refusedHeadcountsCsv(rows, t), 'rader-som-inte-gick.csv')
}
