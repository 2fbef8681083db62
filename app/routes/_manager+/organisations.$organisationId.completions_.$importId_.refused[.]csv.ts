import type { LoaderFunctionArgs } from '@remix-run/node'
import { readLanguage } from '~/auth/language.server.ts'
import { requirePermission } from '~/auth/permission.server.ts'
import { readRefusedRows } from '~/domain/attempt/completion-import-view.server.ts'
import { csvAnswer } from '~/exchange/exports/csv.ts'
import { refusedRowsCsv } from '~/exchange/imports/completions/completion-csv.ts'
import { i18nOf } from '~/i18n/messages.server.ts'

/** The rows of a file that gave nothing, with why, to be corrected and read in again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'completion:import')
  const { organisationId = '', importId = '' } = params
  const rows = await readRefusedRows({ actor, organisationId, importId })
  return csvAnswer(
    refusedRowsCsv(rows, i18nOf(await readLanguage(request)).t),
    'rader-som-inte-gick.csv',
  )
}
