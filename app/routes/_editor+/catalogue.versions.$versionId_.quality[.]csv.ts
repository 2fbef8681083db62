import type { LoaderFunctionArgs } from '@remix-run/node'
import { readLanguage } from '~/auth/language.server.ts'
import { requirePermission } from '~/auth/permission.server.ts'
import { readQuality } from '~/domain/quality/quality.server.ts'
import { csvAnswer } from '~/exchange/exports/csv.ts'
import { questionsCsv } from '~/exchange/exports/questions-csv.ts'

/** The questions of the page as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePermission(request, 'catalogue:edit')
  const report = await readQuality(params.versionId, await readLanguage(request))
  const name = `fragor-${report.module.slug}-${report.version.number}.csv`
  return csvAnswer(questionsCsv(report), name)
}
