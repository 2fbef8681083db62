import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePermission } from '~/auth/permission.server.ts'
import { listImports } from '~/domain/attempt/completion-import-view.server.ts'
import { csvAnswer } from '~/exchange/exports/csv.ts'
import { templateCsv } from '~/exchange/imports/completions/completion-csv.ts'
import { i18nOf } from '~/i18n/messages.server.ts'

/** An empty file of completions to fill in. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'completion:import')
  const { known } = await listImports(actor, params.organisationId ?? '')
  const { t } = i18nOf('sv')
  const module = known.modules[0]?.slug ?? t('earlier.column.module.example')
  return csvAnswer(
    templateCsv({ module, evidence: t('earlier.column.evidence.example') }),
    'genomforanden-mall.csv',
  )
}
